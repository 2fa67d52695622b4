import type { Actor } from '../actor.ts';
import type { BenefitLine, PayeeClass } from '../benefit/lines.ts';
import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/instant.ts';
import type { ClockId } from '../clock/definitions.ts';
import type { RungAudience, RungRequirement } from '../clock/ladder.ts';
import type { Rupiah } from '../money.ts';
import type { RejectionReason, ReturnReason } from '../reason-codes.ts';
import type { ExplanationStep } from '../rules/explanation.ts';
import type { ClaimPaper, ClaimPerson, HeirsOutcome, Membership, PaperVerdict } from './parts.ts';
import type { Point } from './statuses.ts';

/** Who acted: ids and roles only, a name never enters the journal. */
export type ActorRef = Pick<Actor, 'id' | 'role' | 'institution' | 'branch'>;

/**
 * What happened, one row of the journal each. Facts are complete: `evolve` needs nothing but the state and the fact, so a claim can be
 * rebuilt from its journal alone, today and in twenty years. A released fact type only ever gains optional fields.
 */
export type FactBody =
  | {
      readonly type: 'claim.registered';
      readonly reportId: string;
      readonly kind: 'death';
      readonly eventOn: Day;
      readonly reportedAt: Instant;
      readonly institutionId: string;
      readonly branchId: string;
      readonly participantId: string;
      /** The readiness file whose papers, family and coverage came with the report; absent when nobody prepared one. */
      readonly readinessFileId?: string;
      readonly memberships: readonly Membership[];
      readonly wageBase?: Rupiah;
      readonly people: readonly ClaimPerson[];
      readonly papers: readonly ClaimPaper[];
      readonly calendar: { readonly id: string; readonly version: number };
    }
  | { readonly type: 'claim.report-repeated'; readonly reportId: string; readonly institutionId: string; readonly branchId: string }
  | { readonly type: 'claim.documents-attached'; readonly papers: readonly ClaimPaper[] }
  | { readonly type: 'claim.documents-verified'; readonly verdicts: readonly PaperVerdict[] }
  | { readonly type: 'claim.completeness-requested'; readonly papers: readonly { readonly paper: string; readonly reason: string }[] }
  | { readonly type: 'claim.completed' }
  | { readonly type: 'claim.cause-triaged'; readonly programme: 'jkm' | 'jkk'; readonly reason: string }
  | { readonly type: 'claim.heirs-resolved'; readonly people: readonly ClaimPerson[]; readonly outcome: HeirsOutcome }
  | {
      readonly type: 'claim.payee-confirmed';
      readonly payeeClass: PayeeClass;
      readonly personId: string;
      readonly accountRef: string;
      readonly holderMatch: 'match' | 'ask';
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
  | { readonly type: 'payout.ordered'; readonly payout: PayoutOrdered }
  | { readonly type: 'payout.unknown'; readonly payoutId: string; readonly issue: number; readonly why: string }
  | {
      readonly type: 'payout.confirmed';
      readonly payoutId: string;
      readonly issue: number;
      readonly bankReference: string;
      readonly paidAt: Instant;
    }
  | { readonly type: 'payout.refused'; readonly payoutId: string; readonly issue: number; readonly reason: string }
  | { readonly type: 'claim.paid'; readonly total: Rupiah }
  | { readonly type: 'claim.closed' }
  | { readonly type: 'sla.clock-started'; readonly clock: ClockId; readonly startedAt: Instant }
  | { readonly type: 'sla.clock-stopped'; readonly clock: ClockId; readonly stoppedAt: Instant }
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

export type PointDecision =
  | { readonly point: Point; readonly verdict: 'approve' }
  | { readonly point: Point; readonly verdict: 'return'; readonly reason: ReturnReason; readonly text?: string };

/** One transfer: the cash of one programme to one payee class. Another issue exists only after the bank refused the first. */
export type PayoutOrdered = {
  readonly payoutId: string;
  readonly issue: number;
  readonly programme: 'jkm' | 'jkk';
  readonly payeeClass: PayeeClass;
  readonly personId: string;
  readonly accountRef: string;
  readonly amount: Rupiah;
  readonly benefits: readonly string[];
  /** Who confirmed the account and who approved it: two people, kept with the order. */
  readonly maker: string;
  readonly checker: string;
};

export type Fact = FactBody & {
  readonly at: Instant;
  readonly actor: ActorRef;
  /** The intention this fact came from: a command id or an event id. Repeats of it are no-ops. */
  readonly cause: string;
};

export type FactType = Fact['type'];
