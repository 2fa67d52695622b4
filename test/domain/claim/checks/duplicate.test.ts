import type { OtherClaim } from '#domain/claim/checks/collected.ts';
import { checkDuplicate } from '#domain/claim/checks/duplicate.ts';
import { day } from '#domain/time/calendar/day.ts';
import { DIED_ON, STATED } from '../../../factories/registry-records.ts';

const OTHER: OtherClaim = {
  claimId: 'STN-BBBBB-BBBBB',
  status: 'verifying',
  kind: 'death',
  eventOn: DIED_ON,
  sameParticipant: false,
  kpjs: [],
  person: { name: STATED.name, birthDate: STATED.birthDate },
};

const check = (others: readonly Partial<OtherClaim>[], changes: Partial<Parameters<typeof checkDuplicate>[0]> = {}) =>
  checkDuplicate({
    claimId: 'STN-AAAAA-AAAAA',
    kind: 'death',
    eventOn: DIED_ON,
    kpjs: ['KPJ00000001'],
    participant: STATED,
    others: others.map((other) => ({ ...OTHER, ...other })),
    ...changes,
  });

test('passes when no other claim is anything like this one', () => {
  expect(check([])).toMatchObject({ check: 'duplicate', result: 'pass' });
  expect(check([{ person: { name: 'Yuliana Tefa', birthDate: STATED.birthDate } }]).result).toBe('pass');
});

test('a claim is no duplicate of itself', () => {
  expect(check([{ claimId: 'STN-AAAAA-AAAAA', sameParticipant: true }]).result).toBe('pass');
});

describe('the same NIK', () => {
  test('in another claim of a death proposes a duplicate and names it', () => {
    expect(check([{ sameParticipant: true }])).toMatchObject({
      result: 'fail',
      proposes: 'duplicate-claim',
      evidence: [{ other: { claimId: OTHER.claimId, agrees: ['participant', 'event-day'] } }],
    });
  });

  test.each([
    ['withdrawn', 'pass'],
    ['rejected', 'ask'],
    ['lapsed', 'ask'],
    ['closed', 'fail'],
  ] as const)('in a claim that is %s: %s', (status, result) => {
    expect(check([{ sameParticipant: true, status }]).result).toBe(result);
  });

  test('in the claim of an accident before the death is a question: the death may be its consequence', () => {
    expect(check([{ sameParticipant: true, kind: 'accident', eventOn: day('2025-12-01') }]).result).toBe('ask');
  });

  test.each([
    ['2026-02-20', 'fail'],
    ['2026-01-21', 'ask'],
    ['2026-01-20', 'pass'],
  ] as const)('in two accidents, the other on %s: %s', (eventOn, result) => {
    expect(check([{ sameParticipant: true, kind: 'accident', eventOn: day(eventOn) }], { kind: 'accident' }).result).toBe(result);
  });
});

describe('another NIK', () => {
  test('with the same name and birth date is a question with the likeness and what agrees, never a proposal', () => {
    const result = check([{}]);
    expect(result).toMatchObject({
      result: 'ask',
      evidence: [{ other: { claimId: OTHER.claimId, similarityBasisPoints: 10_000, agrees: ['name', 'birth-date', 'event-day'] } }],
    });
    expect(result).not.toHaveProperty('proposes');
  });

  test('of a twin with a similar name is a question only', () => {
    const twins = check([{ person: { name: 'Petras Contoh Lado', birthDate: STATED.birthDate } }]);
    expect(twins).toMatchObject({ result: 'ask', evidence: [{ other: { agrees: ['birth-date', 'event-day'] } }] });
  });

  test('of a twin with a name of its own is nobody’s business', () => {
    expect(check([{ person: { name: 'Yohana Contoh Lado', birthDate: STATED.birthDate } }]).result).toBe('pass');
  });

  test('with the same name and another birth date is a namesake', () => {
    expect(check([{ person: { name: STATED.name, birthDate: day('1991-06-30') } }]).result).toBe('pass');
  });

  test.each(['1981-01-17', '1980-01-18'])('with the same name and a birth date one slip away (%s) is a question', (birthDate) => {
    expect(check([{ person: { name: STATED.name, birthDate: day(birthDate) } }]).result).toBe('ask');
  });

  test('with the same membership number is a question even where nothing else is known', () => {
    const { person: _unknown, ...nameless } = OTHER;
    const others = [{ ...nameless, kpjs: ['KPJ00000001'] }];
    expect(check([], { others })).toMatchObject({ result: 'ask', evidence: [{ other: { agrees: ['event-day', 'kpj'] } }] });
  });
});

test('without a file names cannot be compared: a question, unless the NIK itself answers', () => {
  expect(check([], { participant: undefined }).result).toBe('ask');
  expect(check([{ sameParticipant: true }], { participant: undefined }).result).toBe('fail');
});

test('the worst comes first, and only numbers and scores are written', () => {
  const result = check([{}, { claimId: 'STN-CCCCC-CCCCC', sameParticipant: true }]);
  expect(result.evidence[0]?.other?.claimId).toBe('STN-CCCCC-CCCCC');
  expect(JSON.stringify(result)).not.toMatch(/Petrus|KPJ|\d{16}/);
});

test('a hundred look-alikes make no endless result', () => {
  const many = Array.from({ length: 100 }, (_, index) => ({ claimId: `STN-${index}` }));
  expect(check(many).evidence).toHaveLength(20);
});
