import type { BackPay } from '#domain/law/rules/switches.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { hasReachedEndAge, isMarried, isWorking, type Selection, wasWorkingAtEvent } from './entitled-children.ts';
import type { NotDueReason, ScholarshipChild, Schooling } from './scholarship-input.ts';
import { firstDayOf, schoolYearOn } from './school-year.ts';
import { levelTerms, sharesYears, type Terms } from './terms.ts';

export type Ledger = Terms & { readonly selection: Selection; readonly claimYear: number };

export function yearOnRecord(child: ScholarshipChild, schoolYear: number): Schooling | undefined {
  return child.schooling.find((year) => year.schoolYear === schoolYear);
}

/** Why a child's school year is not due, the first reason that holds; undefined when it is due. */
export function findReason(child: ScholarshipChild, schoolYear: number, ledger: Ledger): NotDueReason | undefined {
  const year = yearOnRecord(child, schoolYear);
  const ended = findEndOfRight(child, schoolYear, ledger);
  if (ended !== undefined) return ended;
  if (year !== undefined) return findLimit(child, year, ledger);
  return child.schooling.some((past) => past.schoolYear < schoolYear) ? 'left-school' : 'not-yet-in-school';
}

function findEndOfRight(child: ScholarshipChild, schoolYear: number, ledger: Ledger): NotDueReason | undefined {
  const { right, rules, selection } = ledger;
  const judgedOn = later(firstDayOf(schoolYear, ledger.switches['scholarship.year']), right.eventOn);
  const studying = yearOnRecord(child, schoolYear) !== undefined;
  if (selection.third.includes(child.id)) return 'third-child';
  if (right.programme === 'jkm' && right.contributionMonths < rules.jkmMinimumContributionMonths.count)
    return 'contributions-under-3-years';
  if (hasReachedEndAge(child, judgedOn, ledger)) return 'turned-23';
  if (isMarried(child, judgedOn)) return 'married';
  return wasWorkingAtEvent(child, ledger) || isWorking(child, judgedOn, studying, ledger) ? 'working' : undefined;
}

function findLimit(child: ScholarshipChild, year: Schooling, ledger: Ledger): NotDueReason | undefined {
  if (countEarlierYears(child, year, ledger) >= levelTerms(year.level, ledger.rules).maxYears) return 'level-exhausted';
  if (year.schoolYear < ledger.claimYear - backPayYears(ledger.switches['scholarship.backPay'])) return 'right-lapsed';
  return year.proof ? undefined : 'no-proof-yet';
}

/**
 * Proven years of the level since the event, asked for now or not: the answer for a year must not depend on which others
 * are asked for. Years that had ended before the event were never paid and use nothing up.
 */
function countEarlierYears(child: ScholarshipChild, year: Schooling, { rules, right, switches }: Ledger): number {
  const first = schoolYearOn(right.eventOn, switches['scholarship.year']);
  return child.schooling.filter(
    (past) => past.proof && past.schoolYear >= first && past.schoolYear < year.schoolYear && sharesYears(past.level, year.level, rules),
  ).length;
}

/** `years:2`: besides the year of the claim, the two before it. */
function backPayYears(backPay: BackPay): number {
  return backPay === 'unlimited' ? Number.POSITIVE_INFINITY : Number(backPay.slice('years:'.length));
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
