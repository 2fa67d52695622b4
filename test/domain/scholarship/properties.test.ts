import fc from 'fast-check';
import { type Day, fromEpochDay, toEpochDay } from '#domain/calendar/day.ts';
import { choosePack } from '#domain/rules/choose-pack.ts';
import { SCHOLARSHIP_LEVELS, type ScholarshipLevel } from '#domain/rules/pack.ts';
import { calculateScholarship } from '#domain/scholarship/calculate-scholarship.ts';
import { catchUp } from '#domain/scholarship/catch-up.ts';
import { liabilityForecast } from '#domain/scholarship/liability-forecast.ts';
import { type ScholarshipChild, type ScholarshipInput, type ScholarshipLine, WORK_KINDS } from '#domain/scholarship/scholarship-input.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { EVENT_ON } from './children.ts';

const runs = { numRuns: propertyRuns };
const YEARS = [2025, 2026, 2027, 2028, 2029, 2030];
const near = (days: number) => fc.integer({ min: -days, max: days }).map((offset): Day => fromEpochDay(toEpochDay(EVENT_ON) + offset));
// Many around 23, the rest from cradle to university.
const birthDate = fc
  .oneof(fc.integer({ min: -8500, max: -6500 }), fc.integer({ min: -8000, max: 200 }))
  .map((offset): Day => fromEpochDay(toEpochDay(EVENT_ON) + offset));
const schooling = fc.uniqueArray(
  fc.record({ schoolYear: fc.integer({ min: 2022, max: 2031 }), level: fc.constantFrom(...SCHOLARSHIP_LEVELS), proof: fc.boolean() }),
  { selector: ({ schoolYear }) => schoolYear, maxLength: 10 },
);
const anyChild = fc.record(
  {
    birthDate,
    schooling,
    declaredOrder: fc.integer({ min: 1, max: 4 }),
    marriedOn: near(900),
    workingFrom: near(900),
    workKind: fc.constantFrom(...WORK_KINDS),
    workMonths: fc.integer({ min: 5, max: 8 }),
  },
  { requiredKeys: ['birthDate', 'schooling'] },
);
const switches = fc.record(
  {
    'scholarship.endsAt23': fc.constantFrom('lineBeforeBirthday', 'proRata'),
    'scholarship.childOrder': fc.constantFrom('birthDate', 'asDeclared'),
    'scholarship.backPay': fc.constantFrom('unlimited', 'years:0', 'years:2'),
  },
  { requiredKeys: [] },
);
const inputs = fc
  .record({
    programme: fc.constantFrom('jkm', 'jkk'),
    contributionMonths: fc.integer({ min: 34, max: 37 }),
    children: fc.array(anyChild, { maxLength: 5 }),
    schoolYears: fc.subarray(YEARS, { minLength: 1 }),
    switches,
  })
  .map(({ children, ...rest }) => ({
    ...rest,
    eventOn: EVENT_ON,
    children: children.map((child, index) => ({ id: `child-${index}`, ...child }) as ScholarshipChild),
  })) as fc.Arbitrary<ScholarshipInput>;

const dueLines = (lines: readonly ScholarshipLine[]) => lines.filter(({ state }) => state === 'due');
const childOf = ({ children }: ScholarshipInput, id: string) => children.find((child) => child.id === id) as ScholarshipChild;
const rowOf = (level: ScholarshipLevel | undefined) => {
  const row = choosePack(EVENT_ON).pack.scholarship.levels.find((candidate) => candidate.level === level);
  if (row === undefined) throw new Error(`no row for ${level}`);
  return row;
};

/** Age by counting birthdays, one after the other. */
function slowAge(born: Day, on: Day): number {
  let age = 0;
  for (let year = Number(born.slice(0, 4)) + 1; `${year}${born.slice(4).replace('02-29', '02-28')}` <= on; year++) age++;
  return age;
}

/** Eligibility on the day of the event as golden/README.md words it, and the first two of them in order. */
function slowCovered({ children, switches: overrides }: ScholarshipInput): string[] {
  const excused = ({ workKind, workMonths, schooling: record }: ScholarshipChild) =>
    record.some(({ schoolYear }) => schoolYear >= 2025) &&
    (workKind === 'bpu' || workKind === 'apprentice' || (workKind === 'pu' && [0, 1, 2, 3, 4, 5, 6].includes(workMonths ?? 99)));
  const eligible = children.filter(
    (child) =>
      slowAge(child.birthDate, EVENT_ON) < 23 &&
      !(child.marriedOn && child.marriedOn <= EVENT_ON) &&
      !(child.workingFrom && child.workingFrom <= EVENT_ON && !excused(child)),
  );
  const rank = (child: ScholarshipChild) => {
    const declared = String(child.declaredOrder ?? 9);
    return overrides?.['scholarship.childOrder'] === 'asDeclared' ? declared : child.birthDate + declared;
  };
  const covered: string[] = [];
  while (covered.length < 2) {
    const rest = eligible.filter(({ id }) => !covered.includes(id));
    const [firstRank] = rest.map(rank).sort();
    const next = rest.find((child) => rank(child) === firstRank);
    if (next === undefined) break;
    covered.push(next.id);
  }
  return covered;
}

describe('whatever the children', () => {
  test('every child has one line for every year asked for', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const keys = calculateScholarship(input).lines.map(({ child, schoolYear }) => `${child} ${schoolYear}`);
        const expected = input.children.flatMap(({ id }) => input.schoolYears.map((year) => `${id} ${year}`));
        expect([...keys].sort()).toEqual(expected.sort());
      }),
      runs,
    );
  });

  test('only the first two children eligible at the event ever have due lines, and an eligible other is the third child', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const covered = slowCovered(input);
        const { lines } = calculateScholarship(input);
        const judgedAsCovered = lines.filter(
          ({ state, reason }) => state === 'due' || reason === 'left-school' || reason === 'no-proof-yet',
        );
        expect(judgedAsCovered.filter(({ child }) => !covered.includes(child))).toEqual([]);
        expect(lines.filter(({ reason, child }) => reason === 'third-child' && covered.includes(child))).toEqual([]);
      }),
      runs,
    );
  });

  test('a due line is proven, begins before 23, unmarried, and costs what its level costs', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const line of dueLines(calculateScholarship(input).lines)) {
          const child = childOf(input, line.child);
          const firstDay = `${line.schoolYear}-07-01` as Day;
          expect(slowAge(child.birthDate, firstDay)).toBeLessThan(23);
          expect(child.marriedOn === undefined || child.marriedOn > firstDay).toBe(true);
          expect(child.schooling).toContainEqual({ schoolYear: line.schoolYear, level: line.level, proof: true });
          const full = rowOf(line.level).amountPerYear;
          const lastYear = slowAge(child.birthDate, `${line.schoolYear + 1}-06-30` as Day) >= 23;
          if (input.switches?.['scholarship.endsAt23'] === 'proRata' && lastYear) expect(line.amount).toBeLessThan(full);
          else expect(line.amount).toBe(full);
          expect(line.amount).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  test('no child is paid more years of a level, nor more rupiah, than the table allows', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const due = dueLines(calculateScholarship({ ...input, schoolYears: YEARS }).lines);
        for (const { id } of input.children) {
          const count = (level: ScholarshipLevel) => due.filter((line) => line.child === id && line.level === level).length;
          expect(SCHOLARSHIP_LEVELS.filter((level) => count(level) > rowOf(level).maxYears)).toEqual([]);
          expect(due.filter(({ child }) => child === id).reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(87_000_000);
        }
      }),
      runs,
    );
  });

  test('the total is the sum of the due lines, and a line that is not due costs nothing and says why', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { lines, total } = calculateScholarship(input);
        expect(total).toBe(dueLines(lines).reduce((sum, { amount }) => sum + amount, 0));
        expect(lines.filter(({ state, reason }) => (state === 'due') !== (reason === undefined))).toEqual([]);
        expect(lines.filter(({ state, amount }) => state === 'notDue' && amount !== 0)).toEqual([]);
      }),
      runs,
    );
  });

  test('asking for fewer years does not change the answer for those asked for, while back pay has no limit', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const free = { ...input, switches: { ...input.switches, 'scholarship.backPay': 'unlimited' as const } };
        const all = calculateScholarship({ ...free, schoolYears: YEARS }).lines;
        expect(calculateScholarship(free).lines).toEqual(all.filter(({ schoolYear }) => input.schoolYears.includes(schoolYear)));
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
        expect(calculateScholarship({ ...byBirth, children })).toEqual(calculateScholarship(byBirth));
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

  test('catching up in several steps never pays more than at once, nor a level beyond its years', () => {
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
        for (const { id } of input.children) {
          const count = (level: ScholarshipLevel) => paid.filter((line) => line.child === id && line.level === level).length;
          expect(SCHOLARSHIP_LEVELS.filter((level) => count(level) > rowOf(level).maxYears)).toEqual([]);
        }
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
        for (const { child, total, lastSchoolYear, lines } of costly) {
          expect(total).toBeLessThanOrEqual(87_000_000);
          const { birthDate: born } = childOf(right as ScholarshipInput, child);
          expect(slowAge(born, `${lastSchoolYear}-07-01` as Day)).toBeLessThan(23);
          expect(slowAge(born, `${Number(lastSchoolYear) + 1}-07-01` as Day)).toBeGreaterThanOrEqual(23);
          for (const line of lines) expect(line.schoolYear).toBeLessThanOrEqual(Number(lastSchoolYear));
        }
        expect(forecast.byYear.reduce((sum, { amount }) => sum + amount, 0)).toBe(forecast.total);
      }),
      runs,
    );
  });
});
