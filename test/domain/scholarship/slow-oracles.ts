import { choosePack } from '#domain/law/rules/choose-pack.ts';
import type { ScholarshipLevel } from '#domain/law/rules/pack.ts';
import type { ScholarshipChild, ScholarshipInput, ScholarshipLine } from '#domain/scholarship/scholarship-input.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { EVENT_ON } from './children.ts';

const ROWS = new Map(choosePack(EVENT_ON).pack.scholarship.levels.map((row) => [row.level, row]));

export function rowOf(level: ScholarshipLevel | undefined) {
  const row = level && ROWS.get(level);
  if (row === undefined) throw new Error(`no row for ${level}`);
  return row;
}

export function dueLines(lines: readonly ScholarshipLine[]): ScholarshipLine[] {
  return lines.filter(({ state }) => state === 'due');
}

/** Levels of which a child has more of these lines than the table has years. */
export function overdrawnLevels(childId: string, lines: readonly ScholarshipLine[]): string[] {
  const count = (level: ScholarshipLevel) => lines.filter((line) => line.child === childId && line.level === level).length;
  return [...ROWS.values()].filter(({ level, maxYears }) => count(level) > maxYears).map(({ level }) => `${childId} ${level}`);
}

/** Age by counting birthdays, one after the other. */
export function slowAge(born: Day, on: Day): number {
  let age = 0;
  for (let year = Number(born.slice(0, 4)) + 1; `${year}${born.slice(4).replace('02-29', '02-28')}` <= on; year++) age++;
  return age;
}

/** Eligibility on the day of the event as golden/README.md words it, and the first two of them in order. */
export function slowCovered({ children, switches: overrides }: ScholarshipInput): string[] {
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
