import { coverageOn } from '#domain/law/coverage/coverage.ts';
import { day } from '#domain/time/calendar/day.ts';
import { monthsOf2026, record } from './records.ts';

const ALL_YEAR = '01 02 03 04 05 06 07 08 09 10 11 12';

describe('months of membership', () => {
  test.each([
    ['2026-05-09', 3],
    ['2026-05-10', 4],
    ['2026-06-09', 4],
  ])('a member since 10 January has on %s %i full months', (on, membershipMonths) => {
    expect(coverageOn(record(ALL_YEAR, { on: day(on) })).membershipMonths).toBe(membershipMonths);
  });

  test.each([
    ['2026-02-27', 2],
    ['2026-02-28', 3],
    ['2026-03-29', 3],
    ['2026-03-30', 4],
  ])('a member since 30 November has on %s %i full months', (on, membershipMonths) => {
    expect(coverageOn(record(ALL_YEAR, { on: day(on), memberSince: day('2025-11-30') })).membershipMonths).toBe(membershipMonths);
  });

  test.each([
    ['2026-04-09', 2],
    ['2026-04-10', 3],
  ])('in days, a member since 10 January has on %s %i months of 30 days', (on, membershipMonths) => {
    const told = { on: day(on), switches: { 'jkm.monthCounting': 'days90' } } as const;
    expect(coverageOn(record(ALL_YEAR, told)).membershipMonths).toBe(membershipMonths);
  });

  test('ninety days can be reached before three calendar months are', () => {
    const told = { on: day('2026-09-30'), memberSince: day('2026-07-02') };
    expect(coverageOn(record(ALL_YEAR, told)).membershipMonths).toBe(2);
    expect(coverageOn(record(ALL_YEAR, { ...told, switches: { 'jkm.monthCounting': 'days90' } })).membershipMonths).toBe(3);
  });

  test('counted by contributions, membership is as long as what was paid', () => {
    const told = record('01 02 03', { switches: { 'jkm.monthCounting': 'contributionMonths' } });
    expect(coverageOn(told)).toMatchObject({ membershipMonths: 3, contributionMonths: 3 });
  });
});

describe('months of contributions', () => {
  test('the month of the event counts when paid, later ones do not yet', () => {
    expect(coverageOn(record('04 05')).contributionMonths).toBe(2);
    expect(coverageOn(record('04 06')).contributionMonths).toBe(1);
  });

  test('the month of joining counts, an earlier one does not', () => {
    expect(coverageOn(record('01 04', { paidMonths: ['2025-12', '2026-01', '2026-04'] })).contributionMonths).toBe(2);
  });

  test('a month told twice counts once, in whatever order', () => {
    expect(coverageOn(record('04 03 04 01 02 03')).contributionMonths).toBe(4);
  });

  test.each([
    ['full', undefined, 5],
    ['half', undefined, 4],
    ['half', 'other', 4],
    ['half', 'transport', 2],
  ] as const)('January to May 2026, discounted months counting %s, sector %s: %i months', (reading, sector, contributionMonths) => {
    const told = record('01 02 03 04 05', { switches: { 'coverage.discountedMonthCounts': reading }, ...(sector ? { sector } : {}) });
    expect(coverageOn(told).contributionMonths).toBe(contributionMonths);
  });

  test('two half months make a whole one', () => {
    const half = (paid: string) =>
      coverageOn(record(paid, { on: day('2026-07-01'), switches: { 'coverage.discountedMonthCounts': 'half' } }));
    expect(half('03 04').contributionMonths).toBe(1);
    expect(half('03 04 05').contributionMonths).toBe(2);
    expect(half('04').contributionMonths).toBe(0);
  });

  test.each([
    ['a government paying from its budget', { payer: 'government' }],
    ['a wage earner', { segment: 'PU' }],
  ] as const)('the discount never was for %s, so the months stay whole', (_who, told) => {
    const switches = { 'coverage.discountedMonthCounts': 'half' } as const;
    expect(coverageOn(record('01 02 03 04 05', { ...told, switches })).contributionMonths).toBe(5);
  });
});

describe('membership that lapsed and began again', () => {
  const rejoined = record('', {
    memberSince: day('2025-01-10'),
    lapsedUntilRejoined: day('2026-03-10'),
    paidMonths: ['2025-01', '2025-02', ...monthsOf2026('03 04')],
  });

  test.each([
    [true, 2, 2],
    [false, 16, 4],
  ])(
    'paying again is a new beginning: %s, so %i months of membership and %i of contributions',
    (restarts, membershipMonths, contributionMonths) => {
      const coverage = coverageOn({ ...rejoined, switches: { 'jkm.restartAfterLapse': restarts } });
      expect(coverage).toMatchObject({ status: 'active', unpaidMonths: 0, membershipMonths, contributionMonths });
    },
  );

  test.each([true, false])('the months of the lapse are no arrears, new beginning or not: %s', (restarts) => {
    const unpaid = { ...rejoined, paidMonths: ['2025-01', '2025-02'], switches: { 'jkm.restartAfterLapse': restarts } };
    expect(coverageOn(unpaid)).toMatchObject({ status: 'arrears', unpaidMonths: 2 });
  });

  test('a return after the event had not happened yet', () => {
    const before = { ...rejoined, on: day('2026-02-28') };
    expect(coverageOn(before)).toMatchObject({ status: 'lapsed', unpaidMonths: 11, membershipMonths: 13, contributionMonths: 2 });
    expect(coverageOn({ ...before, on: day('2026-03-10') })).toMatchObject({
      status: 'active',
      membershipMonths: 0,
      contributionMonths: 1,
    });
  });
});
