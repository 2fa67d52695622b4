import fc from 'fast-check';
import { SCHOLARSHIP_LEVELS, type ScholarshipLevel } from '#domain/law/rules/pack.ts';
import { levelRow } from '#domain/law/rules/rows.ts';
import { yearsToOpen } from '#domain/scholarship/entitlement/course.ts';
import { forecastOf, totalForecast } from '#domain/scholarship/entitlement/forecast.ts';
import { isAlive } from '#domain/scholarship/entitlement/state.ts';
import { addDays, type Day, day, daysBetween, fullMonthsBetween } from '#domain/time/calendar/day.ts';
import { propertyRuns } from '../../../support/property-runs.ts';
import { Child, OFFICER } from './child.ts';

/** Each run lives through a whole childhood, which costs as much as dozens of other properties. */
const RUNS = { numRuns: Math.ceil(propertyRuns / 40) };
const FIRST = 2026;
const LAST = 2052;
const CAREER: readonly ScholarshipLevel[] = ([2, 6, 3, 3, 5] as const).flatMap((years, index) =>
  Array<ScholarshipLevel>(years).fill(SCHOLARSHIP_LEVELS[index] ?? 'tk'),
);
const begins = (schoolYear: number): Day => day(`${schoolYear}-07-01`);

/** Often around the days on which something turns: leap days, the eve and the first day of a school year. */
const birthDate = fc.oneof(
  fc.constantFrom('2004-02-29', '2008-02-29', '2012-02-29', '2016-02-29').map(day),
  fc
    .tuple(fc.integer({ min: 2004, max: 2022 }), fc.constantFrom('06-30', '07-01', '07-02', '02-28', '03-01'))
    .map(([year, rest]) => day(`${year}-${rest}`)),
  fc.nat({ max: 6_800 }).map((days) => addDays(day('2004-01-01'), days)),
);
const turn = fc
  .record({ year: fc.integer({ min: FIRST, max: LAST }), offset: fc.constantFrom(-1, 0, 1) })
  .map(({ year, offset }) => addDays(begins(year), offset));
const work = fc.record({
  from: turn,
  kind: fc.constantFrom('pu', 'bpu', 'apprentice', undefined),
  months: fc.constantFrom(1, 6, 7, undefined),
});

function levelAt(index: number): ScholarshipLevel {
  return CAREER[Math.min(Math.max(index, 0), CAREER.length - 1)] ?? 'higher';
}

/** The years of a child who proves every year in time at the level of its age, as far as it is let. */
function live(child: Child, born: Day): void {
  for (let year = FIRST; year <= LAST; year += 1) {
    child.goTo(`${year}-07-01T02:00:00Z`);
    for (const open of yearsToOpen(child.state, child.context)) child.pass(open);
    child.prove(year, levelAt(Math.floor(fullMonthsBetween(born, begins(year)) / 12) - 4));
  }
}

/** The last day of February stands for the 29th: an oracle that counts birthdays one by one. */
function is23On(born: Day, on: Day): boolean {
  const year = Number(born.slice(0, 4)) + 23;
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  const birthday = born.slice(5) === '02-29' && !isLeap ? `${year}-02-28` : `${year}${born.slice(4)}`;
  return daysBetween(day(birthday), on) >= 0;
}

const paidYears = (child: Child): readonly number[] => child.state.years.filter(isAlive).map(({ schoolYear }) => schoolYear);

describe('the end of a right, whatever the day', () => {
  test('a year that begins on the 23rd birthday or after it is never paid, one that begins the day before is', () => {
    fc.assert(
      fc.property(birthDate, (born) => {
        const child = new Child({ birthDate: born });
        live(child, born);
        const paid = paidYears(child);
        expect(paid.filter((year) => is23On(born, begins(year)))).toEqual([]);
        const possible = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index).filter(
          (year) => !is23On(born, begins(year)),
        );
        const used = new Map<ScholarshipLevel, number>();
        const owed = possible.filter((year) => {
          const level = levelAt(Math.floor(fullMonthsBetween(born, begins(year)) / 12) - 4);
          used.set(level, (used.get(level) ?? 0) + 1);
          return (used.get(level) ?? 0) <= CAREER.filter((one) => one === level).length;
        });
        expect(paid).toEqual(owed);
        if (owed.length < LAST - FIRST + 1 && is23On(born, begins(LAST))) expect(yearsToOpen(child.state, child.context)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a marriage stops exactly the years that begin on its day or later', () => {
    fc.assert(
      fc.property(birthDate, turn, (born, marriedOn) => {
        const [free, married] = [new Child({ birthDate: born }), new Child({ birthDate: born })];
        married.give(OFFICER, { type: 'changeChild', change: { type: 'married', on: marriedOn } });
        for (const child of [free, married]) live(child, born);
        expect(paidYears(married)).toEqual(paidYears(free).filter((year) => begins(year) < marriedOn));
      }),
      RUNS,
    );
  });

  test('work stops the years from its day on, unless it is a job of six months at most, work on one’s own account or an apprenticeship', () => {
    fc.assert(
      fc.property(birthDate, work, (born, { from, kind, months }) => {
        const [free, working] = [new Child({ birthDate: born }), new Child({ birthDate: born })];
        const how = { ...(kind === undefined ? {} : { kind }), ...(months === undefined ? {} : { months }) };
        working.give(OFFICER, { type: 'changeChild', change: { type: 'working', from, ...how } });
        for (const child of [free, working]) live(child, born);
        const isExcused = kind === 'bpu' || kind === 'apprentice' || (kind === 'pu' && months !== undefined && months <= 6);
        expect(paidYears(working)).toEqual(paidYears(free).filter((year) => isExcused || begins(year) < from));
      }),
      RUNS,
    );
  });

  test('missed years are caught up as far back as the limit says, to the day the school year turns', () => {
    const limit = fc.constantFrom('unlimited' as const, 'years:0' as const, 'years:1' as const, 'years:3' as const);
    fc.assert(
      fc.property(limit, fc.integer({ min: 0, max: 6 }), fc.boolean(), (backPay, after, isEve) => {
        const child = new Child({ switches: { 'scholarship.backPay': backPay } });
        // Noon of 30 June and of 1 July where the family lives: the same hour of two school years.
        child.goTo(isEve ? `${FIRST + after + 1}-06-30T04:00:00Z` : `${FIRST + after}-07-01T04:00:00Z`);
        const back = backPay === 'unlimited' ? Number.POSITIVE_INFINITY : Number(backPay.slice('years:'.length));
        const answers = Array.from({ length: after + 2 }, (_, index) => child.prove(FIRST + index, levelAt(index)) === undefined);
        expect(answers).toEqual(answers.map((_, index) => index <= after && index >= after - back));
      }),
      RUNS,
    );
  });
});

describe('what is still to be paid', () => {
  const raised = {
    yearsFrom: day(`${FIRST + 5}-07-01`),
    eventsFrom: day('2020-01-01'),
    levels: SCHOLARSHIP_LEVELS.map((level, index) =>
      levelRow(level, (index + 2) * 1_000_000, [2, 6, 3, 3, 5][index] ?? 0, 'uji', 'inferred'),
    ),
    source: 'uji',
    certainty: 'inferred',
  } as const;
  const years = fc.array(fc.constantFrom('prove', 'release', 'ask', 'miss' as const), { maxLength: 22 });

  test('adds up, with what was paid and what is leaving, to no more than the cap; the sum of children is the sum of years', () => {
    fc.assert(
      fc.property(birthDate, years, (born, steps) => {
        const child = new Child({ birthDate: born });
        for (const [index, step] of steps.entries()) {
          const year = FIRST + index;
          child.goTo(`${year}-08-01T02:00:00Z`);
          const level = levelAt(Math.floor(fullMonthsBetween(born, begins(year)) / 12) - 4);
          if (step === 'prove') child.prove(year, level);
          if (step === 'release') child.release(year, level);
          if (step === 'ask') child.pass(year);
        }
        const today = day(`${FIRST + steps.length}-08-01`);
        const one = forecastOf(child.state, today, []);
        expect(one.paid + one.leaving + one.total).toBeLessThanOrEqual(87_000_000);
        expect(one.years.every(({ schoolYear }) => !is23On(born, begins(schoolYear)))).toBe(true);
        const all = totalForecast([one, forecastOf(new Child().state, today, [])]);
        expect(all.byYear.reduce((sum, { amount }) => sum + amount, 0)).toBe(all.total);
        expect(all.entitlements.reduce((sum, { total }) => sum + total, 0)).toBe(all.total);
        expect(all.byYear.map(({ schoolYear }) => schoolYear)).toEqual(
          all.byYear.map((_, index) => (all.byYear[0]?.schoolYear ?? 0) + index),
        );
      }),
      RUNS,
    );
  });

  test('is what a child who proves every year from then on is paid, also when a raise comes in between', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 }), fc.nat({ max: 3 }), fc.boolean(), (after, missed, isRaised) => {
        const child = new Child();
        child.changes = isRaised ? [raised] : [];
        for (let index = 0; index < after; index += 1) {
          if (index >= after - missed) continue;
          child.goTo(`${FIRST + index}-08-01T02:00:00Z`).prove(FIRST + index, levelAt(index));
        }
        const today = day(`${FIRST + after}-08-01`);
        const forecast = forecastOf(child.state, today, child.changes);
        expect(forecast.years.filter(({ schoolYear }) => schoolYear < FIRST + after)).toHaveLength(Math.min(missed, after));
        for (let index = 0; index < CAREER.length; index += 1) {
          child.goTo(`${Math.max(FIRST + index, FIRST + after)}-08-02T02:00:00Z`);
          if (!child.line(FIRST + index)) child.prove(FIRST + index, levelAt(index));
        }
        const paid = child.paid.reduce((sum, amount) => sum + amount, 0);
        expect(paid).toBe(forecast.paid + forecast.total);
      }),
      RUNS,
    );
  });

  test('shows a change of the rules from its year on, and only there', () => {
    const child = new Child();
    const today = day(`${FIRST}-08-01`);
    const [before, after] = [forecastOf(child.state, today, []), forecastOf(child.state, today, [raised])];
    const moved = before.years.filter(({ amount }, index) => amount !== after.years[index]?.amount).map(({ schoolYear }) => schoolYear);
    expect(Math.min(...moved)).toBe(FIRST + 5);
    expect(after.years.find(({ schoolYear }) => schoolYear === FIRST + 5)?.amount).toBe(3_000_000);
  });
});
