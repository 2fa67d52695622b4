import { type Day, fullMonthsBetween } from '#domain/time/calendar/day.ts';
import type { ScholarshipChild } from './scholarship-input.ts';
import { schoolYearOn } from './school-year.ts';
import type { Terms } from './terms.ts';

/** Ids of the children who may be paid at all, and of those for whom only the room was missing. */
export type Selection = { readonly covered: readonly string[]; readonly third: readonly string[] };

/** Decided on the day of the event, once: nobody moves up when an older child drops out later. */
export function selectChildren(terms: Terms): Selection {
  const { eventOn } = terms.right;
  const eligible = inLegalOrder(terms)
    .filter((child) => !hasReachedEndAge(child, eventOn, terms) && !isMarried(child, eventOn) && !wasWorkingAtEvent(child, terms))
    .map((child) => child.id);
  const room = terms.rules.maxChildren.count;
  return { covered: eligible.slice(0, room), third: eligible.slice(room) };
}

/** Oldest first with twins as declared, or all as declared; whoever has no declared order comes after those who have. */
export function inLegalOrder({ right, switches }: Terms): ScholarshipChild[] {
  const byBirth = switches['scholarship.childOrder'] === 'birthDate';
  // The sort is stable: what nothing tells apart stays in the order of the input.
  return [...right.children].sort((a, b) => (byBirth ? compare(a.birthDate, b.birthDate) : 0) || compare(declared(a), declared(b)));
}

function declared({ declaredOrder = Number.POSITIVE_INFINITY }: ScholarshipChild): number {
  return declaredOrder;
}

function compare<T extends string | number>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function hasReachedEndAge(child: ScholarshipChild, on: Day, { rules }: Terms): boolean {
  return fullMonthsBetween(child.birthDate, on) >= rules.endAge.count * 12;
}

export function isMarried({ marriedOn }: ScholarshipChild, on: Day): boolean {
  return marriedOn !== undefined && marriedOn <= on;
}

/** Study from the school year of the event onwards shows that the child was still studying then. */
export function wasWorkingAtEvent(child: ScholarshipChild, terms: Terms): boolean {
  const yearOfEvent = schoolYearOn(terms.right.eventOn, terms.switches['scholarship.year']);
  const studying = child.schooling.some(({ schoolYear }) => schoolYear >= yearOfEvent);
  return isWorking(child, terms.right.eventOn, studying, terms);
}

/** Work ends the right for good, even work that is over by now; only who is still studying may be excused. */
export function isWorking(child: ScholarshipChild, on: Day, studying: boolean, terms: Terms): boolean {
  return child.workingFrom !== undefined && child.workingFrom <= on && !(studying && isExcusedWork(child, terms));
}

function isExcusedWork({ workKind, workMonths }: ScholarshipChild, { rules: { workingExceptions } }: Terms): boolean {
  if (workingExceptions === undefined) return false;
  switch (workKind) {
    case 'pu':
      // A job whose length nobody stated is not proven short.
      return workMonths !== undefined && workMonths <= workingExceptions.puMaxConsecutiveMonths;
    case 'bpu':
      return workingExceptions.bpu;
    case 'apprentice':
      return workingExceptions.apprentice;
    case undefined:
      return false;
    default:
      return workKind satisfies never;
  }
}
