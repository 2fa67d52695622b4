import { checkArrearsAndPayer } from '#domain/claim/checks/arrears-and-payer.ts';
import { checkContributions } from '#domain/claim/checks/contributions.ts';
import { checkCoverage, type MembershipInput } from '#domain/claim/checks/coverage.ts';
import { day } from '#domain/time/calendar/day.ts';
import { DIED_ON, MEMBERSHIP, NOT_FOUND, registered, SILENT } from '../../../factories/registry-records.ts';

const input = (changes: Partial<MembershipInput> = {}): MembershipInput => ({
  eventOn: DIED_ON,
  told: [MEMBERSHIP],
  registry: registered({}),
  switches: {},
  ...changes,
});

describe('coverage on the day of the event', () => {
  test('passes when the registry covers the day and the claim was told the same', () => {
    expect(checkCoverage(input())).toMatchObject({ check: 'coverage', result: 'pass' });
  });

  test('is a question when the claim was told of another beginning than the registry has', () => {
    const { result, evidence } = checkCoverage(input({ told: [{ ...MEMBERSHIP, memberSince: day('2025-05-01') }] }));
    expect(result).toBe('ask');
    expect(evidence[0]).toMatchObject({ found: 'BPU sejak 2025-05-01', expected: 'BPU sejak 2025-06-05' });
  });

  test('is a question when the claim was told of none', () => {
    expect(checkCoverage(input({ told: [] })).result).toBe('ask');
  });

  test.each([
    ['lapsed', { paidMonths: ['2025-06', '2025-07'] }, 'coverage-lapsed'],
    ['begun after the death', { memberSince: day('2026-03-01'), paidMonths: ['2026-03'] }, 'not-a-participant'],
  ] as const)('fails for a membership %s', (_how, changes, proposes) => {
    expect(checkCoverage(input({ registry: registered(changes) }))).toMatchObject({ result: 'fail', proposes });
  });

  test('one of two memberships is enough', () => {
    const registry = registered({ paidMonths: ['2025-06'] }, { segment: 'PU', kpj: 'KPJ00000002', employer: 'PT Contoh' });
    expect(checkCoverage(input({ registry })).result).toBe('ask');
    expect(checkCoverage(input({ registry })).evidence.map(({ found }) => found)).toContain('BPU gugur, PU aktif');
  });

  test('fails for somebody the registry does not know', () => {
    expect(checkCoverage(input({ registry: NOT_FOUND }))).toMatchObject({ result: 'fail', proposes: 'not-a-participant' });
  });

  test('is a question while the registry is silent, with what the claim was told', () => {
    const { result, evidence } = checkCoverage(input({ registry: SILENT }));
    expect(result).toBe('ask');
    expect(evidence.map(({ found }) => found)).toContain('BPU aktif');
  });

  test('names no membership number and no employer', () => {
    const registry = registered({ segment: 'PU', employer: 'PT Contoh' });
    expect(JSON.stringify(checkCoverage(input({ registry })))).not.toMatch(/KPJ|PT Contoh/);
  });
});

describe('months of membership and of contributions', () => {
  const check = (changes: Partial<MembershipInput> = {}, programme: 'jkm' | 'jkk' | undefined = undefined) =>
    checkContributions({ ...input(changes), programme });
  const two = { memberSince: day('2026-01-05'), paidMonths: ['2026-01', '2026-02'] };

  test('pass when the registry counts the same and three months are full', () => {
    expect(check()).toMatchObject({ check: 'contributions', result: 'pass' });
  });

  test('fail below three months, which lowers the benefit and proposes no rejection', () => {
    const result = check({ told: [{ ...MEMBERSHIP, ...two }], registry: registered(two) });
    expect(result.result).toBe('fail');
    expect(result).not.toHaveProperty('proposes');
  });

  test('are not asked of somebody who died at work, nor of a wage earner, nor before the rule', () => {
    expect(check({ told: [{ ...MEMBERSHIP, ...two }], registry: registered(two) }, 'jkk').result).toBe('pass');
    const wage = { ...two, segment: 'PU' } as const;
    expect(check({ told: [{ ...MEMBERSHIP, ...wage }], registry: registered(wage) }).result).toBe('pass');
    const early = { memberSince: day('2024-01-05'), paidMonths: ['2024-01', '2024-02'] };
    expect(check({ eventOn: day('2024-02-29'), told: [{ ...MEMBERSHIP, ...early }], registry: registered(early) }).result).toBe('pass');
  });

  test('are a question when the registry counts fewer than the claim was told', () => {
    const registry = registered({ paidMonths: MEMBERSHIP.paidMonths.slice(0, -1) });
    expect(check({ registry })).toMatchObject({ result: 'ask', evidence: [{ found: expect.stringContaining('9 bulan iuran') }, {}] });
  });

  test('follow the switch that counts membership alone', () => {
    const registry = registered({ paidMonths: ['2025-12', '2026-01'], memberSince: day('2025-11-05') });
    const told = registry.state === 'found' ? registry.found : [];
    expect(check({ told, registry }).result).toBe('fail');
    expect(check({ told, registry, switches: { 'jkm.threeMonthTest': 'membershipOnly' } }).result).toBe('pass');
  });

  test.each([SILENT, NOT_FOUND])('are a question after %j', (registry) => {
    expect(check({ registry }).result).toBe('ask');
  });
});

describe('arrears and payer', () => {
  test('pass when nothing is owed', () => {
    expect(checkArrearsAndPayer(input())).toMatchObject({ check: 'arrears-and-payer', result: 'pass' });
  });

  test.each([
    ['two unpaid months', { paidMonths: MEMBERSHIP.paidMonths.slice(0, -3) }, 'tunggakan iuran dilunasi dahulu'],
    ['a payer who has not paid', { payer: 'government', payerUnpaid: true }, 'iuran dilunasi dahulu oleh pembayarnya'],
  ] as const)('fail for %s, which holds the claim and rejects nothing', (_what, changes, sentence) => {
    const result = checkArrearsAndPayer(input({ registry: registered(changes) }));
    expect(result.result).toBe('fail');
    expect(result.evidence.map(({ found }) => found)).toContain(sentence);
    expect(result).not.toHaveProperty('proposes');
  });

  test('fail for a lapsed membership too', () => {
    expect(checkArrearsAndPayer(input({ registry: registered({ paidMonths: ['2025-06'] }) })).result).toBe('fail');
  });

  test('an unpaid payer holds nothing where the switch says so', () => {
    const registry = registered({ payerUnpaid: true });
    const told = [{ ...MEMBERSHIP, payerUnpaid: true }];
    expect(checkArrearsAndPayer(input({ told, registry, switches: { 'payer.unpaidHolds': false } })).result).toBe('pass');
  });

  test('are a question when claim and registry name different payers', () => {
    expect(checkArrearsAndPayer(input({ registry: registered({ payer: 'government' }) })).result).toBe('ask');
  });

  test.each([SILENT, NOT_FOUND])('are a question after %j', (registry) => {
    expect(checkArrearsAndPayer(input({ registry })).result).toBe('ask');
  });
});
