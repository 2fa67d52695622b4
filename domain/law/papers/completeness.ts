import { addMonths, type Day } from '#domain/time/calendar/day.ts';
import type { PaperId } from './paper-ids.ts';
import type { PaperOwer } from './paper-row.ts';
import type { RequiredPaper } from './required-papers.ts';

export type PresentPaper = {
  readonly id: PaperId;
  readonly obtainedOn: Day;
  readonly verified: 'ok' | 'refused' | 'unseen';
  /** Of a death certificate: it is only the letter of the village. */
  readonly form?: 'villageLetter';
};

/** From nearest to done to farthest: of several copies the nearest counts. */
export const MISSING_REASONS = [
  'not-yet-checked',
  'expired',
  'refresh-after-death',
  'not-of-this-school-year',
  'village-letter-not-accepted',
  'dated-before-event',
  'dated-in-future',
  'refused',
  'not-there',
] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

export type MissingPaper = { readonly paper: PaperId; readonly reason: MissingReason; readonly owes: PaperOwer };

export type Completeness = {
  readonly complete: boolean;
  /** Required papers only, in the order of the checklist. */
  readonly missing: readonly MissingPaper[];
  /** Missing too, but nobody waits for them. */
  readonly advisable: readonly MissingPaper[];
  readonly required: number;
  /** Verified, or waived by those who may. */
  readonly verified: number;
  /** Basis points: 10,000 is everything, also where nothing is required. */
  readonly verifiedShare: number;
};

export type CompletenessOptions = {
  /** Accepted only where somebody may waive; who did is the decider's affair. */
  readonly waived?: readonly PaperId[];
};

/** Whether the file is complete `on` a day, and if not, what is wrong with which paper and whose turn it is. */
export function completeness(
  checklist: readonly RequiredPaper[],
  present: readonly PresentPaper[],
  on: Day,
  { waived = [] }: CompletenessOptions = {},
): Completeness {
  const missing = { required: [] as MissingPaper[], advised: [] as MissingPaper[] };
  for (const row of checklist) {
    if (row.mayWaive !== 'nobody' && waived.includes(row.paper)) continue;
    const reason = missingReason(row, present, on);
    if (reason === undefined) continue;
    missing[row.strength].push({ paper: row.paper, reason, owes: reason === 'not-yet-checked' ? 'officer' : row.owes });
  }
  const required = checklist.filter(({ strength }) => strength === 'required').length;
  const verified = required - missing.required.length;
  return {
    complete: missing.required.length === 0,
    missing: missing.required,
    advisable: missing.advised,
    required,
    verified,
    verifiedShare: required === 0 ? 10_000 : Math.floor((verified * 10_000) / required),
  };
}

function missingReason(row: RequiredPaper, present: readonly PresentPaper[], on: Day): MissingReason | undefined {
  const problems = present.filter(({ id }) => id === row.paper).map((paper) => problemOf(paper, row, on));
  if (problems.includes(undefined)) return undefined;
  return MISSING_REASONS.find((reason) => problems.includes(reason)) ?? 'not-there';
}

function problemOf(paper: PresentPaper, row: RequiredPaper, on: Day): MissingReason | undefined {
  if (paper.verified === 'refused') return 'refused';
  if (paper.obtainedOn > on) return 'dated-in-future';
  if (paper.form === 'villageLetter' && row.villageLetterAccepted !== true) return 'village-letter-not-accepted';
  return validityProblem(paper, row, on) ?? (paper.verified === 'unseen' ? 'not-yet-checked' : undefined);
}

function validityProblem({ obtainedOn }: PresentPaper, row: RequiredPaper, on: Day): MissingReason | undefined {
  const { validity } = row;
  switch (validity.kind) {
    case 'forLife':
      return undefined;
    case 'sinceEvent':
      return row.eventOn !== undefined && obtainedOn < row.eventOn ? 'dated-before-event' : undefined;
    case 'months':
      return on > addMonths(obtainedOn, validity.months) ? 'expired' : undefined;
    case 'monthsThenRefresh':
      return refreshProblem(obtainedOn, row, validity.months, on);
    case 'schoolYear':
      return row.schoolYearStartsOn !== undefined && obtainedOn < row.schoolYearStartsOn ? 'not-of-this-school-year' : undefined;
    default:
      return validity satisfies never;
  }
}

function refreshProblem(obtainedOn: Day, row: RequiredPaper, months: number, on: Day): MissingReason | undefined {
  if (row.eventOn !== undefined) return obtainedOn < row.eventOn ? 'refresh-after-death' : undefined;
  return on > addMonths(obtainedOn, months) ? 'expired' : undefined;
}

/** The day a paper that is good today stops being so; undefined for those that never do. Reminders go out before it. */
export function expiresOn(row: Pick<RequiredPaper, 'validity'>, obtainedOn: Day): Day | undefined {
  return 'months' in row.validity ? addMonths(obtainedOn, row.validity.months) : undefined;
}
