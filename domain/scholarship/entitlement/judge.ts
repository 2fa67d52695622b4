import { choosePack, packsRead, switchesOf } from '#domain/law/rules/choose-pack.ts';
import type { ExplanationStep } from '#domain/law/rules/explanation.ts';
import { type RulePack, SCHOLARSHIP_LEVELS, type ScholarshipLevel } from '#domain/law/rules/pack.ts';
import type { SchoolYearStart } from '#domain/law/rules/switches.ts';
import { ZERO_RUPIAH } from '#domain/money/money.ts';
import { calculateScholarship } from '#domain/scholarship/calculate-scholarship.ts';
import { catchUp } from '#domain/scholarship/catch-up.ts';
import type { NotDueReason, ScholarshipLine, ScholarshipRight, Schooling } from '#domain/scholarship/scholarship-input.ts';
import { firstDayOf, schoolYearOn } from '#domain/scholarship/school-year.ts';
import { type Day, fullMonthsBetween } from '#domain/time/calendar/day.ts';
import { type AmountChange, packsFor } from './amount-changes.ts';
import { type Entitlement, isAlive, type YearLine } from './state.ts';

export type Judgement = ScholarshipLine & { readonly explanation: readonly ExplanationStep[] };

/** Younger children are not asked for; a proof is looked at all the same. */
const YOUNGEST_PUPIL_YEARS = 4;

export function yearStart({ eventOn, switches }: Pick<Entitlement, 'eventOn' | 'switches'>): SchoolYearStart {
  return switchesOf(choosePack(eventOn, packsRead(switches)).pack, switches)['scholarship.year'];
}

export function firstYearOf(one: Entitlement): number {
  return schoolYearOn(one.eventOn, yearStart(one));
}

/** The child alone: who is covered was decided with its brothers and sisters when the claim was approved, once. */
export function rightOf(one: Entitlement, assumed?: Schooling): ScholarshipRight {
  const { childId, birthDate, marriedOn, workingFrom, workKind, workMonths } = one;
  const known = one.years.flatMap(toSchooling).filter(({ schoolYear }) => schoolYear !== assumed?.schoolYear);
  const child = {
    id: childId,
    birthDate,
    schooling: assumed ? [...known, assumed] : known,
    ...(marriedOn === undefined ? {} : { marriedOn }),
    ...(workingFrom === undefined ? {} : { workingFrom }),
    ...(workKind === undefined ? {} : { workKind }),
    ...(workMonths === undefined ? {} : { workMonths }),
  };
  const { programme, eventOn, contributionMonths, switches } = one;
  return { programme, eventOn, contributionMonths, switches, children: [child] };
}

/** Proven means verified by an officer: what nobody has looked at uses nothing up. */
function toSchooling(line: YearLine): readonly Schooling[] {
  const { schoolYear, level, state } = line;
  if (level === undefined) return [];
  return [{ schoolYear, level, proof: isAlive(line) || state === 'verified' || state === 'refused' }];
}

/** What this year is worth if the child is proven at that level, after everything that was paid. */
export function judgeYear(
  one: Entitlement,
  schoolYear: number,
  level: ScholarshipLevel,
  today: Day,
  changes: readonly AmountChange[],
): Judgement {
  const start = yearStart(one);
  const packs = packsFor(one.eventOn, firstDayOf(schoolYear, start), changes);
  const right = rightOf(one, { schoolYear, level, proof: true });
  const throughYear = Math.max(schoolYear, schoolYearOn(today, start));
  const paid = one.years.filter((line) => isAlive(line) && line.schoolYear !== schoolYear).map((line) => toPaid(one, line));
  const { payable } = catchUp(right, Math.max(throughYear, ...paid.map((year) => year.schoolYear)), paid, packs);
  const { line, explanation } = calculated(right, schoolYear, throughYear, packs);
  const due = payable.find((candidate) => candidate.schoolYear === schoolYear);
  if (due) return { ...due, explanation };
  return { ...line, state: 'notDue', amount: ZERO_RUPIAH, reason: line.reason ?? 'level-exhausted', explanation };
}

/** Why asking for proof of this year would be in vain; undefined when it would not. */
export function findObstacle(one: Entitlement, schoolYear: number, today: Day, changes: readonly AmountChange[]): NotDueReason | undefined {
  let reason: NotDueReason | undefined;
  for (const level of SCHOLARSHIP_LEVELS) {
    const judged = judgeYear(one, schoolYear, level, today, changes);
    if (judged.state === 'due') return undefined;
    reason = judged.reason;
  }
  return reason;
}

/** Not at school as far as anybody knows. */
export function isAway(one: Entitlement, schoolYear: number): NotDueReason | undefined {
  if (one.leftSchoolFrom !== undefined && one.leftSchoolFrom <= schoolYear) return 'left-school';
  const begins = firstDayOf(schoolYear, yearStart(one));
  return fullMonthsBetween(one.birthDate, begins) < YOUNGEST_PUPIL_YEARS * 12 ? 'not-yet-in-school' : undefined;
}

/** Reasons after which no later year is ever due. */
const FOR_GOOD: readonly NotDueReason[] = ['turned-23', 'married', 'working', 'contributions-under-3-years', 'third-child'];

/** The latest year on record ended the right itself, and what ended it was no mistake. */
export function isOver(one: Entitlement, today: Day, changes: readonly AmountChange[]): boolean {
  const last = one.years.at(-1);
  if (last?.state !== 'notDue' || last.reason === undefined || !FOR_GOOD.includes(last.reason)) return false;
  const still = findObstacle(one, last.schoolYear, today, changes);
  return still !== undefined && FOR_GOOD.includes(still);
}

function calculated(right: ScholarshipRight, schoolYear: number, throughYear: number, packs: readonly RulePack[]) {
  // The latest year is the year of the claim, which a limit of back pay counts from.
  const schoolYears = [...new Set([schoolYear, throughYear])];
  const { lines, explanation } = calculateScholarship({ ...right, schoolYears }, packs);
  const line = lines.find((candidate) => candidate.schoolYear === schoolYear);
  if (!line) throw new Error(`school year ${schoolYear} was not calculated`);
  return { line, explanation };
}

function toPaid({ childId }: Entitlement, { schoolYear }: YearLine) {
  return { child: childId, schoolYear };
}
