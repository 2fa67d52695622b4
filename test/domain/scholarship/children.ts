import type { ScholarshipLevel } from '#domain/law/rules/pack.ts';
import { calculateScholarship } from '#domain/scholarship/calculate-scholarship.ts';
import type { ScholarshipChild, ScholarshipInput, Schooling } from '#domain/scholarship/scholarship-input.ts';
import { day } from '#domain/time/calendar/day.ts';

/** In school year 2025, which runs from 1 July 2025. */
export const EVENT_ON = day('2026-05-11');

/** `years(2026, 'tk', 'tk')`: proven kindergarten in 2026 and 2027. */
export function years(first: number, ...levels: readonly ScholarshipLevel[]): Schooling[] {
  return levels.map((level, index) => ({ schoolYear: first + index, level, proof: true }));
}

/** Twelve years old on the day of the event, in primary school from 2026. */
export function child(id: string, more: Partial<ScholarshipChild> = {}): ScholarshipChild {
  return { id, birthDate: day('2014-03-01'), schooling: years(2026, 'sd'), ...more };
}

export function student(id: string, more: Partial<ScholarshipChild> = {}): ScholarshipChild {
  return child(id, { birthDate: day('2006-03-01'), schooling: years(2026, 'higher'), ...more });
}

export function scholarship(children: readonly ScholarshipChild[], more: Partial<ScholarshipInput> = {}): ScholarshipInput {
  return { programme: 'jkk', eventOn: EVENT_ON, contributionMonths: 1, children, schoolYears: [2026], ...more };
}

/** `a 2026 due 1500000`, `b 2026 married`, one a line. */
export function brief(input: ScholarshipInput): string[] {
  return calculateScholarship(input).lines.map(
    (line) => `${line.child} ${line.schoolYear} ${line.reason ?? `${line.state} ${line.amount}`}`,
  );
}
