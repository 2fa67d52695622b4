import type { BenefitLine, PayeeClass } from '../benefit/lines.ts';
import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/instant.ts';
import type { ClockLedger } from '../clock/ledger.ts';
import type { Rupiah } from '../money.ts';
import type { RejectionReason, ReturnReason } from '../reason-codes.ts';
import type { ClaimId } from './claim-number.ts';
import type { ActorRef, PayoutOrdered } from './facts.ts';
import type { ClaimPaper, ClaimPerson, HeirsOutcome, Membership } from './parts.ts';
import type { ClaimStatus, Point } from './statuses.ts';

/** The fold of a claim's journal: what the workflow holds, what the claims collection stores, what screens are told. Plain JSON. */
export type ClaimState = {
  readonly claimId: ClaimId;
  /** Number of the last fact folded; the journal of a claim counts from 1 without a gap. */
  readonly seq: number;
  readonly status: ClaimStatus;
  /** Grows with every appeal or reopening; clocks and payouts of an older generation never move again. */
  readonly generation: number;
  readonly kind: 'death';
  readonly programme?: 'jkm' | 'jkk';
  readonly eventOn: Day;
  readonly reportedAt: Instant;
  readonly updatedAt: Instant;
  readonly institutionId: string;
  readonly branchId: string;
  readonly reportIds: readonly string[];
  /** Ids of those who reported, institutions and persons: none of them is ever paid. */
  readonly submitters: readonly string[];
  readonly participantId: string;
  readonly readinessFileId?: string;
  readonly memberships: readonly Membership[];
  readonly wageBase?: Rupiah;
  readonly people: readonly ClaimPerson[];
  readonly papers: readonly PaperState[];
  readonly requested: readonly { readonly paper: string; readonly reason: string }[];
  readonly heirs?: HeirsOutcome;
  readonly payees: Readonly<Partial<Record<PayeeClass, Payee>>>;
  readonly points: Readonly<Partial<Record<Point, PointState>>>;
  readonly recommendation?: Recommendation;
  readonly payouts: readonly PayoutState[];
  readonly clocks: readonly ClockLedger[];
  readonly rungs: readonly RungState[];
  readonly calendar: { readonly id: string; readonly version: number };
  /** The latest command and event ids, oldest first, bounded: what makes a repeat a no-op. */
  readonly causes: readonly string[];
};

export type PaperState = ClaimPaper & {
  readonly verdict: 'unseen' | 'ok' | 'refused';
  readonly reason?: string;
};

export type Payee = {
  readonly personId: string;
  readonly accountRef: string;
  readonly holderMatch: 'match' | 'ask';
  /** Id of the person who confirmed this account. */
  readonly maker: string;
};

export type PointState = {
  readonly maker: ActorRef;
  /** Ids of everybody who ever made this point of this claim; none of them decides it. */
  readonly makers: readonly string[];
  readonly verdict: 'open' | 'approved' | 'returned';
  readonly checker?: ActorRef;
  readonly reason?: ReturnReason;
  readonly text?: string;
};

export type Recommendation =
  | { readonly outcome: 'pay'; readonly pack: string; readonly lines: readonly BenefitLine[]; readonly total: Rupiah }
  | { readonly outcome: 'reject'; readonly reason: RejectionReason; readonly text: string };

export type PayoutState = PayoutOrdered & {
  readonly state: 'ordered' | 'unknown' | 'confirmed' | 'refused';
  readonly bankReference?: string;
  readonly settledAt?: Instant;
};

export type RungState = {
  readonly key: string;
  readonly dueAt: Instant;
  readonly firedAt: Instant;
  readonly mustAcknowledge: boolean;
  readonly acknowledgedBy?: ActorRef;
  readonly acknowledgedAt?: Instant;
};
