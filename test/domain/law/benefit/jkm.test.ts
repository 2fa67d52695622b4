import { calculateBenefits } from '#domain/law/benefit/calculate.ts';
import { day } from '#domain/time/calendar/day.ts';
import { bpu, jkmDeath, linesOf, months, pu, totalWith } from './claims.ts';

const FULL = ['jkm.lump 20000000 heirs', 'jkm.periodic 12000000 heirs', 'jkm.funeral 10000000 heirs'];
const REDUCED = ['jkm.reduced 10000000 heirs'];
const of = (membershipMonths: number, contributionMonths: number) =>
  jkmDeath({ memberships: [bpu(months(membershipMonths, contributionMonths))] });

describe('JKM of one membership', () => {
  test('a BPU member of three months of both is paid 42 million', () => {
    expect(linesOf(of(3, 3))).toEqual(FULL);
  });

  test.each([
    [2, 3],
    [3, 2],
    [2, 2],
    [0, 0],
  ])('%i months of membership and %i of contributions are paid 10 million', (membership, contribution) => {
    expect(linesOf(of(membership, contribution))).toEqual(REDUCED);
  });

  test('before Permenaker 1/2025 a BPU member of no full month is paid 42 million', () => {
    expect(linesOf({ ...of(0, 0), on: day('2025-02-27') })).toEqual(FULL);
  });

  test('a death on the day before PP 82/2019 is paid 24 million', () => {
    expect(linesOf(jkmDeath({ on: day('2019-12-01') }))).toEqual([
      'jkm.lump 16200000 heirs',
      'jkm.periodic 4800000 heirs',
      'jkm.funeral 3000000 heirs',
    ]);
  });

  test('a death on the first day of PP 82/2019 is paid 42 million', () => {
    expect(linesOf(jkmDeath({ on: day('2019-12-02') }))).toEqual(FULL);
  });

  test('without an heir the reduced benefit, being funeral money, goes to whoever arranged the funeral', () => {
    expect(linesOf({ ...of(2, 2), hasHeir: false })).toEqual(['jkm.reduced 10000000 funeralArranger']);
  });

  test('saying that there is an heir changes nothing', () => {
    expect(linesOf(jkmDeath({ hasHeir: true }))).toEqual(FULL);
  });
});

describe('the three-month test under other readings', () => {
  test.each([
    ['bothMonths', 3, 3, 42_000_000],
    ['bothMonths', 2, 3, 10_000_000],
    ['bothMonths', 3, 2, 10_000_000],
    ['membershipOnly', 3, 0, 42_000_000],
    ['membershipOnly', 2, 12, 10_000_000],
    ['contributionsOnly', 0, 3, 42_000_000],
    ['contributionsOnly', 12, 2, 10_000_000],
  ] as const)('%s: %i months of membership and %i of contributions are paid %i', (reading, membership, contribution, total) => {
    expect(totalWith({ 'jkm.threeMonthTest': reading }, of(membership, contribution))).toBe(total);
  });

  test.each([
    ['calendarMonths', 2, 3, 10_000_000],
    ['calendarMonths', 3, 2, 42_000_000],
    ['days90', 2, 3, 10_000_000],
    ['days90', 3, 2, 42_000_000],
    ['contributionMonths', 2, 3, 42_000_000],
    ['contributionMonths', 3, 2, 10_000_000],
  ] as const)('membership counted by %s: %i and %i months are paid %i', (reading, membership, contribution, total) => {
    const switches = { 'jkm.monthCounting': reading, 'jkm.threeMonthTest': 'membershipOnly' } as const;
    expect(totalWith(switches, of(membership, contribution))).toBe(total);
  });

  test.each([
    ['reduced', 2, 2, 10_000_000],
    ['full', 2, 2, 42_000_000],
    ['full', 1, 2, 10_000_000],
    ['full', 2, 1, 10_000_000],
  ] as const)('death inside the third month read as %s: %i and %i months are paid %i', (reading, membership, contribution, total) => {
    expect(totalWith({ 'jkm.insideThirdMonth': reading }, of(membership, contribution))).toBe(total);
  });

  test.each([
    ['bpuOnly', 42_000_000],
    ['all', 10_000_000],
  ] as const)('a wage earner of two months, the test being for %s, is paid %i', (reading, total) => {
    expect(totalWith({ 'jkm.threeMonthSegments': reading }, jkmDeath({ memberships: [pu('e1', months(2, 2))] }))).toBe(total);
  });

  test('a wage earner of three months is paid in full even where the test is for all', () => {
    expect(totalWith({ 'jkm.threeMonthSegments': 'all' }, jkmDeath({ memberships: [pu('e1', months(3, 3))] }))).toBe(42_000_000);
  });

  test.each([
    ['funeral10', REDUCED],
    ['lump8funeral2', ['jkm.lump 8000000 heirs', 'jkm.funeral 2000000 heirs']],
  ] as const)('the reduced benefit labelled %s reads %j', (reading, lines) => {
    expect(linesOf({ ...of(2, 2), switches: { 'jkm.reducedLabel': reading } })).toEqual(lines);
  });

  test('labelled 8 and 2 million, only the 2 million go to the arranger of the funeral where there is no heir', () => {
    const lines = linesOf({ ...of(2, 2), hasHeir: false, switches: { 'jkm.reducedLabel': 'lump8funeral2' } });
    expect(lines).toEqual(['jkm.lump 8000000 fund', 'jkm.funeral 2000000 funeralArranger']);
  });

  test('no reading of the three-month rule touches a death before the rule', () => {
    const before = { ...of(1, 1), on: day('2025-02-27') };
    expect(totalWith({ 'jkm.threeMonthSegments': 'all', 'jkm.threeMonthTest': 'contributionsOnly' }, before)).toBe(42_000_000);
  });
});

describe('JKM and the state of the membership', () => {
  test.each([
    ['active', 42_000_000, [], []],
    ['arrears', 42_000_000, ['arrears-paid-first'], []],
    ['lapsed', 0, [], ['coverage-lapsed']],
    ['notYet', 0, [], ['not-a-participant']],
  ] as const)('%s is paid %i with conditions %j and reasons %j', (status, total, conditions, reasons) => {
    expect(calculateBenefits(jkmDeath({ memberships: [bpu({ status })] }))).toMatchObject({ total, conditions, reasons });
  });

  test('arrears that had to be settled before the death leave nothing to pay', () => {
    const claim = jkmDeath({ memberships: [bpu({ status: 'arrears' })], switches: { 'coverage.arrearsPayableUntil': 'beforeDeath' } });
    expect(calculateBenefits(claim)).toMatchObject({ total: 0, lines: [], conditions: [], reasons: ['coverage-lapsed'] });
  });

  test('a membership in arrears beside one that is paid up holds nothing', () => {
    const claim = jkmDeath({ memberships: [bpu({ status: 'arrears' }), bpu()] });
    expect(calculateBenefits(claim)).toMatchObject({ total: 42_000_000, conditions: [] });
  });

  test('full benefit on a membership in arrears comes before a reduced one that is paid up', () => {
    const claim = jkmDeath({ memberships: [bpu(months(2, 2)), pu('e1', { status: 'arrears' })] });
    expect(calculateBenefits(claim)).toMatchObject({ total: 42_000_000, conditions: ['arrears-paid-first'] });
  });

  test('somebody whose only membership that ever began has lapsed was a participant', () => {
    const claim = jkmDeath({ memberships: [bpu({ status: 'notYet' }), bpu({ status: 'lapsed' })] });
    expect(calculateBenefits(claim).reasons).toEqual(['coverage-lapsed']);
  });

  test('a lapsed membership takes nothing from one that holds', () => {
    expect(calculateBenefits(jkmDeath({ memberships: [bpu({ status: 'lapsed' }), bpu()] }))).toMatchObject({
      total: 42_000_000,
      reasons: [],
    });
  });
});
