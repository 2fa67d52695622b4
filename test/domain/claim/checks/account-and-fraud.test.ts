import { checkAccount } from '#domain/claim/checks/account.ts';
import type { PayeeEvidence } from '#domain/claim/checks/collected.ts';
import { checkFraud, type FraudInput } from '#domain/claim/checks/fraud.ts';
import { CHECK_THRESHOLDS, thresholdsOn } from '#domain/claim/checks/thresholds.ts';
import { day } from '#domain/time/calendar/day.ts';
import { DIED_ON, MEMBERSHIP, registered, SILENT } from '../../../factories/registry-records.ts';

describe('the payee’s account', () => {
  const payee = (holder: PayeeEvidence['holder'], ownedByPartner = false): PayeeEvidence => ({
    personId: 'pasangan',
    ownedByPartner,
    holder,
  });

  test.each([
    ['match', 'pass'],
    ['ask', 'ask'],
    ['differs', 'fail'],
  ] as const)('whose holder the bank names so that it is “%s”: %s', (verdict, result) => {
    expect(checkAccount([payee({ state: 'judged', verdict })])).toMatchObject({ check: 'account', result });
  });

  test('that the bank closed fails', () => {
    expect(checkAccount([payee({ state: 'refused', reason: 'account-closed' })]).result).toBe('fail');
  });

  test('the bank is silent about is a question', () => {
    expect(checkAccount([payee({ state: 'unknown', why: 'timeout' })]).result).toBe('ask');
  });

  test('that belongs to a partner institution fails whatever its name', () => {
    expect(checkAccount([payee({ state: 'judged', verdict: 'match' }, true)]).result).toBe('fail');
  });

  test.each(['name', 'number'] as const)('of the participant who died fails though the name fits (%s)', (ofDeceased) => {
    const { result, evidence } = checkAccount([{ ...payee({ state: 'judged', verdict: 'match' }), ofDeceased }]);
    expect(result).toBe('fail');
    expect(evidence[0]).toMatchObject({ what: 'Rekening untuk pasangan', expected: 'milik penerima' });
  });

  test('nobody has named is a question', () => {
    expect(checkAccount([]).result).toBe('ask');
  });

  test('one bad account of two fails the check', () => {
    const good = payee({ state: 'judged', verdict: 'match' });
    expect(checkAccount([good, payee({ state: 'judged', verdict: 'differs' })]).result).toBe('fail');
  });
});

describe('signs of fraud', () => {
  const check = (changes: Partial<FraudInput> = {}) =>
    checkFraud({
      diedOn: DIED_ON,
      eventOn: DIED_ON,
      told: [MEMBERSHIP],
      registry: registered({}),
      signals: { deathsAtBranch: 0, deathsOfAgent: 0, otherFamiliesOnAccount: 0 },
      ...changes,
    });

  test('none of them passes', () => {
    expect(check()).toMatchObject({ check: 'fraud', result: 'pass' });
  });

  test.each([
    ['2026-01-20', 'pass'],
    ['2026-01-21', 'ask'],
    ['2026-02-20', 'ask'],
    ['2026-02-21', 'fail'],
  ] as const)('a membership that began on %s before a death on 20 February: %s', (memberSince, result) => {
    expect(check({ registry: registered({ memberSince: day(memberSince) }) }).result).toBe(result);
  });

  test('a membership begun after the death proposes that nobody was a participant', () => {
    expect(check({ registry: registered({ memberSince: day('2026-03-01') }) }).proposes).toBe('not-a-participant');
  });

  test('29 February counts as a day: registered 30 days before 29 February 2024 asks, 31 days before does not', () => {
    const on = { diedOn: day('2024-02-29'), eventOn: day('2024-02-29') };
    expect(check({ ...on, registry: registered({ memberSince: day('2024-01-30') }) }).result).toBe('ask');
    expect(check({ ...on, registry: registered({ memberSince: day('2024-01-29') }) }).result).toBe('pass');
  });

  test('whoever was a member long before joined for no benefit, even if a second membership is new', () => {
    expect(check({ registry: registered({}, { memberSince: day('2026-02-10') }) }).result).toBe('pass');
  });

  test('while the registry is silent the claim’s own memberships are looked at', () => {
    expect(check({ registry: SILENT, told: [{ ...MEMBERSHIP, memberSince: day('2026-02-10') }] }).result).toBe('ask');
    expect(check({ registry: SILENT, told: [] }).result).toBe('ask');
  });

  test.each([
    [{ deathsAtBranch: 4, otherFamiliesOnAccount: 0 }, 'pass'],
    [{ deathsAtBranch: 5, otherFamiliesOnAccount: 0 }, 'ask'],
    [{ deathsAtBranch: 2, deathsOfAgent: 2, otherFamiliesOnAccount: 0 }, 'pass'],
    [{ deathsAtBranch: 3, deathsOfAgent: 3, otherFamiliesOnAccount: 0 }, 'ask'],
    [{ deathsAtBranch: 0, otherFamiliesOnAccount: 1 }, 'ask'],
  ] as const)('%j: %s, and never a rejection', (signals, result) => {
    expect(check({ signals }).result).toBe(result);
    expect(check({ signals })).not.toHaveProperty('proposes');
  });
});

describe('thresholds', () => {
  test('are those in force on the day of the event, and say what they rest on', () => {
    const [first] = CHECK_THRESHOLDS;
    if (!first) throw new Error('there are thresholds');
    const later = { ...first, id: 'ambang-2027', validFrom: day('2027-01-01') };
    expect(thresholdsOn(day('2026-12-31'), [later, first]).id).toBe(first.id);
    expect(thresholdsOn(day('2027-01-01'), [later, first]).id).toBe('ambang-2027');
    expect(() => thresholdsOn(day('2001-01-01'))).toThrow('Belum ada ambang pemeriksaan');
  });

  test('a sign that asks names its threshold and that it is only inferred', () => {
    const signals = { deathsAtBranch: 9, otherFamiliesOnAccount: 0 };
    const { evidence } = checkFraud({ diedOn: DIED_ON, eventOn: DIED_ON, told: [MEMBERSHIP], registry: registered({}), signals });
    expect(evidence[0]).toMatchObject({ found: '9', expected: 'kurang dari 5', source: expect.stringContaining('disimpulkan') });
  });
});
