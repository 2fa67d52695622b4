import fc from 'fast-check';
import { calculateScholarship } from '#domain/scholarship/calculate-scholarship.ts';
import type { ScholarshipInput, ScholarshipLine } from '#domain/scholarship/scholarship-input.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { inputs, YEARS } from './arbitraries.ts';
import { dueLines, overdrawnLevels, rowOf, slowAge, slowCovered } from './slow-oracles.ts';

const runs = { numRuns: propertyRuns };

/** What is wrong with a due line; several hundred thousand lines are looked at, so only findings are handed to `expect`. */
function faultsOf(line: ScholarshipLine, { children, switches }: ScholarshipInput): string[] {
  const child = children.find(({ id }) => id === line.child);
  if (child === undefined) return ['of nobody'];
  const firstDay = `${line.schoolYear}-07-01` as Day;
  const full = rowOf(line.level).amountPerYear;
  const lastYear = slowAge(child.birthDate, `${line.schoolYear + 1}-06-30` as Day) >= 23;
  const inParts = switches?.['scholarship.endsAt23'] === 'proRata' && lastYear;
  const faults = {
    'begins at 23 or later': slowAge(child.birthDate, firstDay) >= 23,
    'married when it began': child.marriedOn !== undefined && child.marriedOn <= firstDay,
    'not proven': !child.schooling.some(({ schoolYear, level, proof }) => schoolYear === line.schoolYear && level === line.level && proof),
    'the wrong amount': inParts ? line.amount >= full : line.amount !== full,
    'costs nothing': line.amount <= 0,
  };
  return Object.entries(faults).flatMap(([fault, found]) => (found ? [`${line.child} ${line.schoolYear}: ${fault}`] : []));
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
        expect(dueLines(calculateScholarship(input).lines).flatMap((line) => faultsOf(line, input))).toEqual([]);
      }),
      runs,
    );
  });

  test('no child is paid more years of a level, nor more rupiah, than the table allows', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const due = dueLines(calculateScholarship({ ...input, schoolYears: YEARS }).lines);
        const paidTo = (id: string) => due.filter(({ child }) => child === id).reduce((sum, { amount }) => sum + amount, 0);
        expect(input.children.flatMap(({ id }) => overdrawnLevels(id, due))).toEqual([]);
        expect(input.children.filter(({ id }) => paidTo(id) > 87_000_000)).toEqual([]);
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
});
