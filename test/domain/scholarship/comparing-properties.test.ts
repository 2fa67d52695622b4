import fc from 'fast-check';
import { calculateScholarship } from '#domain/scholarship/calculate-scholarship.ts';
import { catchUp } from '#domain/scholarship/catch-up.ts';
import { liabilityForecast } from '#domain/scholarship/liability-forecast.ts';
import type { ScholarshipChild, ScholarshipInput } from '#domain/scholarship/scholarship-input.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { inputs, YEARS } from './arbitraries.ts';
import { overdrawnLevels, slowAge } from './slow-oracles.ts';

const runs = { numRuns: propertyRuns };

/** Comparing texts is many times faster than comparing trees of lines. */
const asText = (value: unknown) => JSON.stringify(value);

describe('two calculations of the same right', () => {
  test('asking for fewer years does not change the answer for those asked for, while back pay has no limit', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const free = { ...input, switches: { ...input.switches, 'scholarship.backPay': 'unlimited' as const } };
        const all = calculateScholarship({ ...free, schoolYears: YEARS }).lines;
        const asked = all.filter(({ schoolYear }) => input.schoolYears.includes(schoolYear));
        expect(asText(calculateScholarship(free).lines)).toBe(asText(asked));
      }),
      runs,
    );
  });

  test('listing children of different ages in another order changes nothing', () => {
    const shuffled = inputs
      .filter(({ children }) => new Set(children.map((child) => child.birthDate)).size === children.length)
      .chain((input) =>
        fc.shuffledSubarray([...input.children], { minLength: input.children.length }).map((children) => ({ input, children })),
      );
    fc.assert(
      fc.property(shuffled, ({ input, children }) => {
        const byBirth = { ...input, switches: { ...input.switches, 'scholarship.childOrder': 'birthDate' as const } };
        expect(asText(calculateScholarship({ ...byBirth, children }))).toBe(asText(calculateScholarship(byBirth)));
      }),
      runs,
    );
  });

  test('JKM pays the same as JKK from 36 months of contributions on, and nothing below', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const jkm = calculateScholarship({ ...input, programme: 'jkm' }).total;
        const jkk = calculateScholarship({ ...input, programme: 'jkk' }).total;
        expect(jkm).toBe(input.contributionMonths < 36 ? 0 : jkk);
      }),
      runs,
    );
  });

  test('catching up in several steps never pays a level beyond its years, nor a year twice, and leaves nothing behind', () => {
    fc.assert(
      fc.property(inputs, fc.subarray(YEARS), (input, unprovenAtFirst) => {
        const right = { ...input, switches: { ...input.switches, 'scholarship.backPay': 'unlimited' as const } };
        const hide = ({ schooling: record, ...child }: ScholarshipChild) => ({
          ...child,
          schooling: record.map((year) => ({ ...year, proof: year.proof && !unprovenAtFirst.includes(year.schoolYear) })),
        });
        const first = catchUp({ ...right, children: right.children.map(hide) }, 2030, []);
        const second = catchUp(right, 2030, first.payable);
        const paid = [...first.payable, ...second.payable];
        expect(input.children.flatMap(({ id }) => overdrawnLevels(id, paid))).toEqual([]);
        expect(new Set(paid.map(({ child, schoolYear }) => `${child} ${schoolYear}`)).size).toBe(paid.length);
        expect(catchUp(right, 2030, paid).payable).toEqual([]);
      }),
      runs,
    );
  });

  test('the forecast covers at most two children and 87 million each, and ends with the year before 23', () => {
    fc.assert(
      fc.property(inputs, ({ schoolYears: _, ...right }) => {
        const forecast = liabilityForecast(right as ScholarshipInput);
        const costly = forecast.children.filter(({ total }) => total > 0);
        expect(costly.length).toBeLessThanOrEqual(2);
        const ages = costly.map(({ child, lastSchoolYear }) => {
          const born = right.children.find(({ id }) => id === child)?.birthDate as Day;
          return [`${lastSchoolYear}-07-01`, `${Number(lastSchoolYear) + 1}-07-01`].map((on) => slowAge(born, on as Day));
        });
        expect(ages.filter(([atLast = 23, afterIt = 0]) => atLast >= 23 || afterIt < 23)).toEqual([]);
        expect(costly.filter(({ total }) => total > 87_000_000)).toEqual([]);
        const tooLate = costly.filter(({ lines, lastSchoolYear }) => lines.some((line) => line.schoolYear > Number(lastSchoolYear)));
        expect(tooLate).toEqual([]);
        expect(forecast.byYear.reduce((sum, { amount }) => sum + amount, 0)).toBe(forecast.total);
      }),
      runs,
    );
  });
});
