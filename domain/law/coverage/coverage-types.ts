import type { Sector } from '#domain/law/rules/contributions.ts';
import type { ExplanationStep } from '#domain/law/rules/explanation.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { Day } from '#domain/time/calendar/day.ts';

/** PU earns a wage from an employer; BPU does not. */
export const SEGMENTS = ['PU', 'BPU'] as const;
export type Segment = (typeof SEGMENTS)[number];

export const COVERAGE_STATUSES = ['active', 'arrears', 'lapsed', 'notYet'] as const;
export type CoverageStatus = (typeof COVERAGE_STATUSES)[number];

export const PAYERS = ['self', 'employer', 'government'] as const;
export type Payer = (typeof PAYERS)[number];

/** What must happen before money may leave. */
export const COVERAGE_CONDITIONS = ['arrears-paid-first', 'payer-paid-first'] as const;
export type CoverageCondition = (typeof COVERAGE_CONDITIONS)[number];

/** One membership as BPJS Ketenagakerjaan told it. */
export type MembershipRecord = {
  readonly segment: Segment;
  readonly memberSince: Day;
  /** The day a lapsed membership began again. */
  readonly lapsedUntilRejoined?: Day;
  /** `YYYY-MM`, in any order; repeats count once. */
  readonly paidMonths: readonly string[];
  readonly payer?: Payer;
  readonly payerUnpaid?: boolean;
  /** Only matters where a discounted month counts half. */
  readonly sector?: Sector;
};

export type CoverageInput = MembershipRecord & { readonly on: Day; readonly switches?: Partial<Switches> };

export type Coverage = {
  readonly status: CoverageStatus;
  readonly unpaidMonths: number;
  readonly membershipMonths: number;
  readonly contributionMonths: number;
  readonly conditions: readonly CoverageCondition[];
  readonly explanation: readonly ExplanationStep[];
};

/** One membership as benefits are calculated from it. */
export type Membership = {
  readonly segment: Segment;
  readonly employer?: string;
  readonly status: CoverageStatus;
  readonly membershipMonths: number;
  readonly contributionMonths: number;
};
