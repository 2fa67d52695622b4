import type { ExplanationStep } from '#domain/law/rules/explanation.ts';
import type { ScholarshipLevel } from '#domain/law/rules/pack.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { Rupiah } from '#domain/money/money.ts';
import type { Day } from '#domain/time/calendar/day.ts';

export const WORK_KINDS = ['pu', 'bpu', 'apprentice'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** One school year on record; `proof` is the letter of active study with the latest report. */
export type Schooling = { readonly schoolYear: number; readonly level: ScholarshipLevel; readonly proof: boolean };

export type ScholarshipChild = {
  readonly id: string;
  readonly birthDate: Day;
  readonly declaredOrder?: number;
  readonly schooling: readonly Schooling[];
  readonly marriedOn?: Day;
  readonly workingFrom?: Day;
  readonly workKind?: WorkKind;
  /** Consecutive months of the job. */
  readonly workMonths?: number;
};

/** What gives the right: the event, and the children around it. */
export type ScholarshipRight = {
  readonly programme: 'jkm' | 'jkk';
  readonly eventOn: Day;
  readonly contributionMonths: number;
  readonly children: readonly ScholarshipChild[];
  readonly switches?: Partial<Switches>;
};

/** A school year is named by the calendar year it starts in; the latest one asked for is the year of the claim. */
export type ScholarshipInput = ScholarshipRight & { readonly schoolYears: readonly number[] };

/** In the order in which they are tried. `right-lapsed` only where `scholarship.backPay` sets a limit. */
export const NOT_DUE_REASONS = [
  'third-child',
  'contributions-under-3-years',
  'turned-23',
  'married',
  'working',
  'not-yet-in-school',
  'left-school',
  'level-exhausted',
  'right-lapsed',
  'no-proof-yet',
] as const;
export type NotDueReason = (typeof NOT_DUE_REASONS)[number];

export type ScholarshipLine = {
  readonly child: string;
  readonly schoolYear: number;
  readonly state: 'due' | 'notDue';
  readonly level?: ScholarshipLevel;
  readonly amount: Rupiah;
  readonly reason?: NotDueReason;
};

export type ScholarshipResult = {
  readonly lines: readonly ScholarshipLine[];
  readonly total: Rupiah;
  readonly explanation: readonly ExplanationStep[];
};
