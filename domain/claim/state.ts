import type { BenefitLine, PayeeClass } from '#domain/law/benefit/lines.ts';
import type { ClaimReadings } from '#domain/law/readings/readings.ts';
import type { Rupiah } from '#domain/money/money.ts';
import type { SharedAccount } from '#domain/money/payout/account-use.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import type { RejectionReason, ReturnReason } from '#domain/reason-codes.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { ClockId } from '#domain/time/clock/definitions.ts';
import type { PauseGround } from '#domain/time/clock/grounds.ts';
import type { RungAudience } from '#domain/time/clock/ladder-rows.ts';
import type { ClockLedger } from '#domain/time/clock/ledger.ts';
import type { CheckResult } from './checks/checks.ts';
import type { ClaimId } from './claim-number.ts';
import type { EventDays, EventEffect, StatedReport } from './event-parts.ts';
import type { ClaimKind, PayoutHeld, PayoutOrdered, RequestedPaper } from './facts.ts';
import type { NewsReach } from './membership-news.ts';
import type {
  Accident,
  ClaimPaper,
  ClaimPerson,
  HeirsOutcome,
  Injury,
  Membership,
  Party,
  Proposal,
  RelationFound,
  TreatmentOutcome,
} from './parts.ts';
import type { ClaimStatus, Point } from './statuses.ts';

/** The fold of a claim's journal: what the workflow holds, what the claims collection stores, what screens are told. Plain JSON. */
export type ClaimState = {
  readonly claimId: ClaimId;
  /** Number of the last fact folded; the journal of a claim counts from 1 without a gap. */
  readonly seq: number;
  /** Of the last fact somebody must have seen to decide about money (seen.ts); `seq` itself while absent. */
  readonly changedAt?: number;
  readonly status: ClaimStatus;
  /** Grows with every appeal or reopening; clocks and payouts of an older generation never move again. */
  readonly generation: number;
  /** An accident whose participant died of it becomes a death. */
  readonly kind: ClaimKind;
  readonly programme?: 'jkm' | 'jkk';
  readonly eventOn: Day;
  /** Of an accident that became a death; elsewhere a death is on `eventOn`. */
  readonly diedOn?: Day;
  readonly accident?: Accident;
  /** Of an accident: how treatment ended, and when. While absent the claim is open without a payment clock. */
  readonly treatment?: { readonly outcome: TreatmentOutcome; readonly on: Instant };
  readonly injury?: Injury;
  readonly reportedAt: Instant;
  readonly updatedAt: Instant;
  readonly institutionId: string;
  readonly branchId: string;
  /** The other institutions that stand to it; absent while there are none. */
  readonly parties?: readonly Party[];
  readonly reportIds: readonly string[];
  /** What reports after the first say of the event, as they say it. */
  readonly repeatedReports?: readonly StatedReport[];
  /** Days corrected by people, oldest first. */
  readonly corrections?: readonly {
    readonly was: EventDays;
    readonly days: EventDays;
    readonly reason: string;
    readonly effect: EventEffect;
    readonly by: ActorRef;
    readonly at: Instant;
  }[];
  /** Where somebody corrected what the file says. */
  readonly participantBirthDate?: Day;
  /** Ids of those who reported, institutions and persons: none of them is ever paid. */
  readonly submitters: readonly string[];
  readonly participantId: string;
  readonly readinessFileId?: string;
  readonly memberships: readonly Membership[];
  /** Of each membership how far the news goes that was folded in; absent before there was any. */
  readonly membershipReach?: Readonly<Record<string, NewsReach>>;
  readonly wageBase?: Rupiah;
  readonly people: readonly ClaimPerson[];
  readonly papers: readonly PaperState[];
  readonly waived: readonly RequestedPaper[];
  readonly requested: readonly RequestedPaper[];
  /** The latest run of the automatic checks. */
  readonly checks?: { readonly at: Instant; readonly results: readonly CheckResult[] };
  /** Other claims found after this one's checks had run, oldest first. */
  readonly relations?: readonly RelationFound[];
  readonly heirs?: HeirsOutcome;
  readonly payees: Readonly<Partial<Record<PayeeClass, Payee>>>;
  readonly points: Readonly<Partial<Record<Point, PointState>>>;
  readonly recommendation?: Recommendation;
  /** Waiting for a second person, by key. */
  readonly proposals: Readonly<Record<string, { readonly by: ActorRef; readonly at: Instant; readonly proposal: Proposal }>>;
  /** Ids of those who rejected it; they decide neither an appeal nor a reopening. Empty again once others have approved. */
  readonly rejectedBy: readonly string[];
  readonly payouts: readonly PayoutState[];
  /** Paid, and nobody can compute yet whether in time: this clock says it once its calendar is known. `round` is the claim's generation. */
  readonly compensationUnknown?: {
    readonly clock: ClockId;
    readonly generation: number;
    readonly round: number;
    readonly since: Instant;
  };
  readonly clocks: readonly ClockLedger[];
  /** Why clocks stand still now, whichever clocks those are. */
  readonly holds: readonly Hold[];
  readonly rungs: readonly RungState[];
  readonly calendar: { readonly id: string; readonly version: number };
  /** Given at registration, kept to the end; the defaults when absent. */
  readonly readings?: ClaimReadings;
  /** The latest command and event ids of each name space, oldest first, bounded: what makes a repeat a no-op (domain/cause.ts). */
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
  readonly shared?: SharedAccount;
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

export type Hold = { readonly ground: PauseGround; readonly since: Instant; readonly by: ActorRef; readonly source: string };

/** `generation` is the claim's when it was ordered. Accounts and people are absent while it is held. */
export type PayoutState = PayoutHeld &
  Partial<Omit<PayoutOrdered, keyof PayoutHeld>> & {
    readonly state: 'held' | 'declined' | 'ordered' | 'unknown' | 'confirmed' | 'refused' | 'reversed';
    readonly issue: number;
    readonly generation: number;
    readonly lateDays?: number;
    /** Two people let this order leave in a freeze. */
    readonly exempted?: true;
    /** The send whose fate the bank did not tell. */
    readonly attempt?: number;
    readonly bankReference?: string;
    readonly orderedAt?: Instant;
    /** When the bank paid; what its own clock said stands beside it where that could not be. */
    readonly settledAt?: Instant;
    readonly saidAt?: Instant;
  };

export type RungState = {
  readonly key: string;
  readonly dueAt: Instant;
  readonly firedAt: Instant;
  readonly clock: ClockId;
  readonly tells: readonly RungAudience[];
  readonly mustAcknowledge: boolean;
  readonly movesToFront: boolean;
  readonly acknowledgedBy?: ActorRef;
  readonly acknowledgedAt?: Instant;
};
