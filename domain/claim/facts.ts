import type { BenefitId, BenefitLine, PayeeClass } from '#domain/law/benefit/lines.ts';
import type { ClaimReadings } from '#domain/law/readings/readings.ts';
import type { ExplanationStep } from '#domain/law/rules/explanation.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { Rupiah } from '#domain/money/money.ts';
import type { SharedAccount } from '#domain/money/payout/account-use.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import type { RejectionReason } from '#domain/reason-codes.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { ClockId } from '#domain/time/clock/definitions.ts';
import type { PauseGround } from '#domain/time/clock/grounds.ts';
import type { RungAudience, RungRequirement } from '#domain/time/clock/ladder.ts';
import type { CheckResult } from './checks/checks.ts';
import type { CommandBody } from './commands.ts';
import type { Edition } from './edition.ts';
import type { EventDays, EventEffect, StatedEvent } from './event-parts.ts';
import type { NewsReach } from './membership-news.ts';
import type {
  Accident,
  ClaimKind,
  ClaimPaper,
  ClaimPerson,
  HeirsOutcome,
  Holder,
  Injury,
  Membership,
  PaperVerdict,
  PointDecision,
  Proposal,
  RelationFound,
  ReopenGround,
  RequestedPaper,
  TreatmentOutcome,
  UnknownFinding,
} from './parts.ts';

export type { ClaimKind, PointDecision, ReopenGround, RequestedPaper } from './parts.ts';

import type { Point } from './statuses.ts';

/**
 * What happened, one row of the journal each. Facts are complete: `evolve` needs nothing but the state and the fact, so a claim can be
 * rebuilt from its journal alone, today and in twenty years. A released fact type only ever gains optional fields.
 */
export type FactBody =
  | {
      readonly type: 'claim.registered';
      readonly reportId: string;
      readonly kind: ClaimKind;
      /** Day of the death or of the accident: chooses the rule pack, for ever. */
      readonly eventOn: Day;
      /** Of accidents only. */
      readonly accident?: Accident;
      readonly reportedAt: Instant;
      readonly institutionId: string;
      readonly branchId: string;
      readonly participantId: string;
      /** The readiness file whose papers, family and coverage came with the report; absent when nobody prepared one. */
      readonly readinessFileId?: string;
      readonly memberships: readonly Membership[];
      /** How far the news goes that is in `memberships`; absent where there was none. */
      readonly membershipReach?: Readonly<Record<string, NewsReach>>;
      readonly wageBase?: Rupiah;
      readonly people: readonly ClaimPerson[];
      readonly papers: readonly ClaimPaper[];
      readonly calendar: { readonly id: string; readonly version: number };
      /** How the doubts of the law are read in this claim, for ever; the defaults when not said. */
      readonly readings?: ClaimReadings;
      /** Who holds a file of the participant, first the one whose file came with the report. */
      readonly holders?: readonly Holder[];
    }
  | {
      readonly type: 'claim.report-repeated';
      readonly reportId: string;
      readonly institutionId: string;
      readonly branchId: string;
      /** What this report says of the event; `differs` where that is not what the claim goes by. */
      readonly stated?: StatedEvent;
      readonly differs?: true;
      /** The institution stands to the claim from here on; absent before that was so. */
      readonly joined?: { readonly reportedAt: Instant; readonly holders: readonly Holder[] };
    }
  /** The claim goes by other days from here on, with what that changes. */
  | {
      readonly type: 'claim.event-corrected';
      readonly days: EventDays;
      readonly was: EventDays;
      readonly reason: string;
      readonly effect: EventEffect;
    }
  | { readonly type: 'claim.documents-attached'; readonly papers: readonly ClaimPaper[] }
  /** Told by somebody outside and not taken in: kept here, where a person finds it, and nowhere in the state. */
  | {
      readonly type: 'claim.input-turned-away';
      readonly what: 'papers' | 'report' | 'membership';
      readonly why: 'claim-full' | 'document-id-reused';
      readonly papers?: readonly ClaimPaper[];
      readonly reportId?: string;
      readonly institutionId?: string;
      readonly branchId?: string;
    }
  | { readonly type: 'claim.documents-verified'; readonly verdicts: readonly PaperVerdict[] }
  | { readonly type: 'claim.document-waived'; readonly paper: string; readonly reason: string }
  /** `reach`: how far the news goes, of each membership that it is about; absent where the news had no time of its own. */
  | {
      readonly type: 'claim.membership-changed';
      readonly memberships: readonly Membership[];
      readonly reach?: Readonly<Record<string, NewsReach>>;
    }
  /** The readiness file came after the report: what it holds and nobody had established yet. */
  | {
      readonly type: 'claim.readiness-found';
      readonly readinessFileId: string;
      readonly holder?: Holder;
      readonly memberships: readonly Membership[];
      readonly people: readonly ClaimPerson[];
      readonly papers: readonly ClaimPaper[];
      readonly wageBase?: Rupiah;
    }
  | { readonly type: 'claim.checked'; readonly checks: readonly CheckResult[] }
  /** Another claim turned out to have something to do with this one after its checks had run. */
  | { readonly type: 'claim.relation-found'; readonly relation: RelationFound }
  | { readonly type: 'claim.treatment-concluded'; readonly outcome: TreatmentOutcome; readonly on: Instant }
  /** The participant died of the accident: from here on a death by work accident, paid once under this claim. */
  | { readonly type: 'claim.converted-to-death'; readonly diedOn: Day; readonly people: readonly ClaimPerson[] }
  | { readonly type: 'claim.injury-assessed'; readonly injury: Injury }
  | { readonly type: 'claim.completeness-requested'; readonly papers: readonly RequestedPaper[] }
  | { readonly type: 'claim.completed' }
  /** A paper proved false or missing: what ran since completeness is void, the next completeness starts anew. */
  | { readonly type: 'claim.completeness-revoked'; readonly papers: readonly RequestedPaper[]; readonly reason: string }
  /** The first of two persons; the second gives the same command. */
  | { readonly type: 'claim.proposed'; readonly key: string; readonly proposal: Proposal }
  | { readonly type: 'claim.cause-triaged'; readonly programme: 'jkm' | 'jkk'; readonly reason: string; readonly wageBase?: Rupiah }
  | { readonly type: 'claim.heirs-resolved'; readonly people: readonly ClaimPerson[]; readonly outcome: HeirsOutcome }
  | {
      readonly type: 'claim.payee-confirmed';
      readonly payeeClass: PayeeClass;
      readonly personId: string;
      readonly accountRef: string;
      readonly holderMatch: 'match' | 'ask';
      /** Other families' claims on the same account, as far as anybody knew then. */
      readonly shared?: SharedAccount;
    }
  | {
      readonly type: 'claim.recommended';
      readonly outcome: 'pay';
      readonly pack: string;
      readonly lines: readonly BenefitLine[];
      readonly total: Rupiah;
      readonly explanation: readonly ExplanationStep[];
    }
  | { readonly type: 'claim.recommended'; readonly outcome: 'reject'; readonly reason: RejectionReason; readonly text: string }
  | { readonly type: 'claim.points-decided'; readonly decisions: readonly PointDecision[] }
  | { readonly type: 'claim.returned'; readonly points: readonly Point[] }
  | { readonly type: 'claim.approved'; readonly total: Rupiah }
  | { readonly type: 'claim.rejected'; readonly reason: RejectionReason; readonly text: string }
  /** Rejected because the right itself has lapsed. */
  | { readonly type: 'claim.lapsed'; readonly reason: RejectionReason; readonly text: string }
  | { readonly type: 'claim.withdrawn'; readonly reason: string }
  | { readonly type: 'claim.appealed'; readonly reason: string }
  | { readonly type: 'claim.reopened'; readonly ground: ReopenGround; readonly reason: string }
  /** `orderedAt`: no bank can have paid it before. */
  | { readonly type: 'payout.ordered'; readonly payout: PayoutOrdered; readonly orderedAt?: Instant }
  | { readonly type: 'payout.unknown'; readonly payoutId: string; readonly issue: number; readonly why: string; readonly attempt?: number }
  | {
      readonly type: 'payout.confirmed';
      readonly payoutId: string;
      readonly issue: number;
      readonly bankReference: string;
      /** When the bank paid, never before the sending nor after the hearing. */
      readonly paidAt: Instant;
      /** What the bank's own clock said, where that cannot be. */
      readonly saidAt?: Instant;
      /** What the bank paid, where that is not the order the line stands at but an earlier one it had refused. */
      readonly order?: PayoutOrdered;
    }
  /** The bank's books show another instant than it was first confirmed with. */
  | {
      readonly type: 'payout.paid-at-revised';
      readonly payoutId: string;
      readonly issue: number;
      readonly paidAt: Instant;
      readonly saidAt?: Instant;
      readonly was: Instant;
    }
  | { readonly type: 'payout.refused'; readonly payoutId: string; readonly issue: number; readonly reason: string }
  /** Two people said what the bank would not: the payout is told, and tells the claim. */
  | { readonly type: 'payout.resolved'; readonly payoutId: string; readonly issue: number; readonly resolution: PayoutResolution }
  /** Two people let it leave in a freeze. */
  | {
      readonly type: 'payout.exempted';
      readonly payoutId: string;
      readonly issue: number;
      readonly reason: string;
      readonly maker: string;
      readonly checker: string;
    }
  /** Money the bank had confirmed came back. */
  | { readonly type: 'payout.reversed'; readonly payoutId: string; readonly issue: number; readonly why: string }
  /** Calculated and proposed by the machine; leaves only after two people released it. */
  | {
      readonly type: 'payout.held';
      readonly payout: PayoutHeld;
      readonly why: 'late-compensation';
      readonly lateDays: number;
      /** The claim's generation it was paid in, where that is not the present one. */
      readonly round?: number;
    }
  /** Another verdict on the lateness: what nobody has released yet is proposed anew. */
  | { readonly type: 'payout.repriced'; readonly payout: PayoutHeld; readonly was: Rupiah; readonly lateDays: number }
  /** It was not late after all, and nobody has released it. */
  | { readonly type: 'payout.dropped'; readonly payoutId: string; readonly why: 'not-late' }
  | { readonly type: 'payout.declined'; readonly payoutId: string; readonly reason: string }
  | { readonly type: 'claim.paid'; readonly total: Rupiah }
  /** Whether the payment was late cannot be computed yet. It is not nothing: the claim stays open until a calendar tells. */
  | {
      readonly type: 'claim.compensation-unknown';
      readonly clock: ClockId;
      readonly generation: number;
      readonly why: 'calendar-year-missing';
    }
  | { readonly type: 'claim.closed' }
  | { readonly type: 'sla.clock-started'; readonly clock: ClockId; readonly startedAt: Instant }
  /** `heardAt`: of a clock that the bank's payment stopped, when we heard of it. */
  | { readonly type: 'sla.clock-stopped'; readonly clock: ClockId; readonly stoppedAt: Instant; readonly heardAt?: Instant }
  /** Given again, because the instant of payment or the calendar turned out to be another. The one before stays in the journal. */
  | {
      readonly type: 'sla.verdict-revised';
      readonly clock: ClockId;
      readonly generation: number;
      readonly stoppedAt: Instant;
      readonly was: Instant;
      readonly why: 'paid-at' | 'calendar';
    }
  /** `from` lies before the fact where the ground may be retroactive. */
  | {
      readonly type: 'sla.clock-paused';
      readonly ground: PauseGround;
      readonly clocks: readonly ClockId[];
      readonly from: Instant;
      readonly source: string;
    }
  | { readonly type: 'sla.clock-resumed'; readonly ground: PauseGround; readonly clocks: readonly ClockId[]; readonly resumedAt: Instant }
  | { readonly type: 'sla.clock-extended'; readonly clock: ClockId; readonly units: number; readonly reason: string }
  | {
      readonly type: 'sla.calendar-changed';
      readonly calendar: { readonly id: string; readonly version: number };
      readonly reason: string;
      readonly moved: readonly MovedDeadline[];
    }
  | {
      readonly type: 'sla.rung-reached';
      readonly rungKey: string;
      readonly clock: ClockId;
      readonly generation: number;
      readonly rung: string;
      readonly dueAt: Instant;
      readonly tells: readonly RungAudience[];
      readonly requires: readonly RungRequirement[];
    }
  | { readonly type: 'sla.escalation-acknowledged'; readonly rungKey: string; readonly reason: string };

/** `to` is null where the new calendar does not reach that far: the deadline is unknown, which is shown loudly. */
export type MovedDeadline = {
  readonly clock: ClockId;
  readonly generation: number;
  readonly from: Instant | null;
  readonly to: Instant | null;
};

/** `attempt`: the send it is about. What two people found of one send says nothing about a later one. */
export type PayoutResolution = UnknownFinding & { readonly maker: string; readonly checker: string; readonly attempt?: number };

/** One transfer: the cash of one programme to one payee class. Another issue exists only after the bank refused the first. */
export type PayoutOrdered = {
  readonly payoutId: string;
  readonly issue: number;
  readonly programme: 'jkm' | 'jkk';
  readonly payeeClass: PayeeClass;
  readonly personId: string;
  readonly accountRef: string;
  readonly amount: Rupiah;
  readonly lines: readonly { readonly benefit: BenefitId; readonly amount: Rupiah }[];
  /** Who confirmed the account and who approved it: two people, kept with the order. */
  readonly maker: string;
  readonly checker: string;
  /** Claims of other families that the two allowed on the same account. */
  readonly mayShareWith?: readonly string[];
};

/** A line nobody has released yet: it has neither an account nor its two people. */
export type PayoutHeld = Pick<PayoutOrdered, 'payoutId' | 'programme' | 'payeeClass' | 'amount' | 'lines'>;

/**
 * What a decision rested on, beside the facts before it (which the journal's hash chain fixes): given again, the same command must give
 * the same facts. `rules` where amounts were calculated.
 */
export type Receipt = {
  readonly command: CommandBody;
  readonly calendar: { readonly id: string; readonly version: number };
  readonly switches: Partial<Switches>;
  /** Of the claim's rules (edition.ts); the first when not said. */
  readonly edition?: Edition;
  readonly rules?: { readonly id: string; readonly version: number };
};

export type Fact = FactBody & {
  readonly at: Instant;
  readonly actor: ActorRef;
  /** The intention this fact came from: a command id or an event id. Repeats of it are no-ops. */
  readonly cause: string;
  /** On the first fact of every command. */
  readonly receipt?: Receipt;
};

export type FactType = Fact['type'];
