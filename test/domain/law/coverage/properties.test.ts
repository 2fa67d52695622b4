import fc from 'fast-check';
import { coverageOn } from '#domain/law/coverage/coverage.ts';
import { type CoverageInput, SEGMENTS } from '#domain/law/coverage/coverage-types.ts';
import { addDays, addMonths, type Day, day } from '#domain/time/calendar/day.ts';
import { propertyRuns } from '../../../support/property-runs.ts';

const numRuns = propertyRuns;
const someDay = fc.integer({ min: 0, max: 1_200 }).map((days) => addDays(day('2023-11-15'), days));
const month = fc.integer({ min: 0, max: 48 }).map((months) => addMonths(day('2023-09-01'), months).slice(0, 7));
const input: fc.Arbitrary<CoverageInput> = fc
  .record({
    on: someDay,
    segment: fc.constantFrom(...SEGMENTS),
    memberSince: someDay,
    rejoined: fc.option(fc.nat(700)),
    paidMonths: fc.array(month, { maxLength: 40 }),
  })
  .map(({ rejoined, ...told }) => (rejoined === null ? told : { ...told, lapsedUntilRejoined: addDays(told.memberSince, rejoined) }));

/** Slow and obvious: writes the months out one by one and reads them backwards. */
function judgeByList({ on, memberSince, lapsedUntilRejoined, paidMonths }: CoverageInput) {
  if (on < memberSince) return { status: 'notYet', unpaidMonths: 0, membershipMonths: 0, contributionMonths: 0 };
  const start = lapsedUntilRejoined !== undefined && lapsedUntilRejoined <= on ? lapsedUntilRejoined : memberSince;
  const owed = listMonths(start, on);
  const contributionMonths = owed.filter((text) => paidMonths.includes(text)).length;
  const backwards = owed.slice(0, -1).reverse();
  const lastPaid = backwards.findIndex((text) => paidMonths.includes(text));
  const unpaidMonths = lastPaid === -1 ? backwards.length : lastPaid;
  let membershipMonths = 0;
  while (addMonths(start, membershipMonths + 1) <= on) membershipMonths += 1;
  const status = ['active', 'arrears', 'arrears'][unpaidMonths] ?? 'lapsed';
  return { status, unpaidMonths, membershipMonths, contributionMonths };
}

function listMonths(from: Day, to: Day): string[] {
  const months: string[] = [];
  for (let index = day(`${from.slice(0, 7)}-01`); index <= to; index = addMonths(index, 1)) months.push(index.slice(0, 7));
  return months;
}

describe('coverage, whatever was told', () => {
  test('agrees with months written out one by one', () => {
    fc.assert(
      fc.property(input, (told) => {
        expect(coverageOn(told)).toMatchObject(judgeByList(told));
      }),
      { numRuns },
    );
  });

  test('the order and the repetition of paid months change nothing', () => {
    fc.assert(
      fc.property(input, (told) => {
        const paidMonths = [...told.paidMonths, ...told.paidMonths].reverse();
        expect(coverageOn({ ...told, paidMonths })).toEqual(coverageOn(told));
      }),
      { numRuns },
    );
  });

  test('paying one more month never makes anything worse', () => {
    fc.assert(
      fc.property(input, month, (told, extra) => {
        const before = coverageOn(told);
        const after = coverageOn({ ...told, paidMonths: [...told.paidMonths, extra] });
        expect(after.unpaidMonths).toBeLessThanOrEqual(before.unpaidMonths);
        expect(after.contributionMonths).toBeGreaterThanOrEqual(before.contributionMonths);
        expect(after.membershipMonths).toBe(before.membershipMonths);
      }),
      { numRuns },
    );
  });

  test('half a discounted month is never more than the whole, and never less than half', () => {
    fc.assert(
      fc.property(input, (told) => {
        const full = coverageOn(told).contributionMonths;
        const half = coverageOn({ ...told, switches: { 'coverage.discountedMonthCounts': 'half' } }).contributionMonths;
        expect(half).toBeLessThanOrEqual(full);
        expect(half).toBeGreaterThanOrEqual(Math.floor(full / 2));
      }),
      { numRuns },
    );
  });
});
