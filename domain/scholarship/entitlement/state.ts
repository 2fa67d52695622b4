import type { PayoutOrdered, PayoutResolution } from '#domain/claim/facts.ts';
import type { EntitlementId } from '#domain/entitlement-id.ts';
import type { ScholarshipLevel } from '#domain/law/rules/pack.ts';
import type { Rupiah } from '#domain/money/money.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import type { NotDueReason, WorkKind } from '#domain/scholarship/scholarship-input.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { Opening } from './facts.ts';
import type { ProofPaper, ProposedFinding, ScholarshipPayee } from './parts.ts';

/** The fold of one child's journal: what screens, forecasts and the workflow of a year are told. Plain JSON. */
export type Entitlement = Omit<Opening, 'payee'> & {
  readonly id: EntitlementId;
  readonly seq: number;
  readonly updatedAt: Instant;
  readonly payee?: ScholarshipPayee;
  readonly proposedPayee?: Omit<ScholarshipPayee, 'maker' | 'checker'> & { readonly by: ActorRef };
  readonly marriedOn?: Day;
  readonly workingFrom?: Day;
  readonly workKind?: WorkKind;
  readonly workMonths?: number;
  readonly leftSchoolFrom?: number;
  /** In the order of the school years. */
  readonly years: readonly YearLine[];
  /** The latest causes, oldest first, bounded. */
  readonly causes: readonly string[];
};

export const YEAR_STATES = ['asked', 'proven', 'verified', 'ordered', 'unknown', 'paid', 'refused', 'notDue'] as const;
export type YearStateName = (typeof YEAR_STATES)[number];

/** One school year of one child. */
export type YearLine = {
  readonly schoolYear: number;
  readonly state: YearStateName;
  /** Counts how often the year was taken up; each has a workflow of its own. */
  readonly round: number;
  /** Absent where proof came before anybody asked. */
  readonly askedAt?: Instant;
  /** After which a year without proof is written down as such. */
  readonly closesAt?: Instant;
  readonly rungs: readonly string[];
  readonly provenAt?: Instant;
  readonly papers?: readonly ProofPaper[];
  readonly level?: ScholarshipLevel;
  readonly amount?: Rupiah;
  readonly verifiedBy?: ActorRef;
  readonly reason?: NotDueReason;
  /** Stays when the order died: the next one is another issue of it. */
  readonly payout?: PayoutOrdered;
  /** Of people who read the bank's statement, while the bank itself is silent; one per finding. */
  readonly findings?: readonly ProposedFinding[];
  /** The send whose fate the bank did not tell. */
  readonly attempt?: number;
  /** The order whose money came back: word that it had arrived is older. */
  readonly reversedIssue?: number;
  /** What two people settled; the payment itself says when it has taken it. */
  readonly resolution?: PayoutResolution;
  readonly bankReference?: string;
  readonly paidAt?: Instant;
  /** Of a proof, an order or a payment that was sent back. */
  readonly remark?: string;
};

/** Money has left or may be leaving. */
export function isAlive({ state }: YearLine): boolean {
  return state === 'ordered' || state === 'unknown' || state === 'paid';
}

/** Nothing is left to do about it unless somebody brings something new. */
export function isSettled({ state }: YearLine): boolean {
  return state === 'paid' || state === 'notDue';
}

export function lineOf({ years }: Pick<Entitlement, 'years'>, schoolYear: number): YearLine | undefined {
  return years.find((line) => line.schoolYear === schoolYear);
}
