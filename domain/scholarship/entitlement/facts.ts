import type { PayoutOrdered, PayoutResolution } from '#domain/claim/facts.ts';
import type { ExplanationStep } from '#domain/law/rules/explanation.ts';
import type { Programme, ScholarshipLevel } from '#domain/law/rules/pack.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { Rupiah } from '#domain/money/money.ts';
import type { SharedAccount } from '#domain/money/payout/account-use.ts';
import type { UnknownFinding } from '#domain/money/payout/finding.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import type { NotDueReason } from '#domain/scholarship/scholarship-input.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { RungAudience } from '#domain/time/clock/ladder.ts';
import type { AmountChange } from './amount-changes.ts';
import type { EntitlementCommandBody } from './commands.ts';
import type { ChildChange, ProofPaper, ScholarshipPayee } from './parts.ts';

/** What the claim knew when it was approved. */
export type Opening = {
  readonly claimId: string;
  readonly childId: string;
  readonly birthDate: Day;
  readonly programme: Programme;
  readonly eventOn: Day;
  readonly contributionMonths: number;
  readonly pack: { readonly id: string; readonly version: number };
  readonly switches: Partial<Switches>;
  readonly institutionId: string;
  readonly branchId: string;
  /** None of them is ever paid. */
  readonly submitters: readonly string[];
  readonly payee?: ScholarshipPayee;
};

type OfYear = { readonly schoolYear: number };
type OfPayout = OfYear & { readonly payoutId: string; readonly issue: number };

/** One decision is one fact, so that a crash never leaves half of one. A released type only ever gains optional fields. */
export type EntitlementFactBody =
  | ({ readonly type: 'entitlement.opened' } & Opening)
  | ({ readonly type: 'year.asked'; readonly closesAt: Instant } & OfYear)
  | ({
      readonly type: 'year.reminded';
      readonly rungKey: string;
      readonly dueAt: Instant;
      readonly tells: readonly RungAudience[];
    } & OfYear)
  | ({ readonly type: 'year.proof-received'; readonly level: ScholarshipLevel; readonly papers: readonly ProofPaper[] } & OfYear)
  | ({ readonly type: 'year.proof-refused'; readonly reason: string } & OfYear)
  | ({
      readonly type: 'year.verified';
      readonly level: ScholarshipLevel;
      readonly amount: Rupiah;
      readonly explanation: readonly ExplanationStep[];
    } & OfYear)
  | ({ readonly type: 'year.returned'; readonly reason: string } & OfYear)
  | ({ readonly type: 'year.ordered'; readonly payout: PayoutOrdered } & OfYear)
  | ({ readonly type: 'year.payment-unknown'; readonly why: string; readonly attempt?: number } & OfPayout)
  | ({ readonly type: 'year.finding-proposed'; readonly finding: UnknownFinding; readonly evidence: string } & OfPayout)
  | ({ readonly type: 'year.payment-resolved'; readonly resolution: PayoutResolution; readonly evidence: string } & OfPayout)
  | ({ readonly type: 'year.paid'; readonly bankReference: string; readonly paidAt: Instant } & OfPayout)
  | ({ readonly type: 'year.payment-refused'; readonly reason: string } & OfPayout)
  | ({ readonly type: 'year.payment-reversed'; readonly why: string } & OfPayout)
  | ({ readonly type: 'year.not-due'; readonly reason: NotDueReason } & OfYear)
  | { readonly type: 'child.changed'; readonly change: ChildChange }
  | { readonly type: 'payee.proposed'; readonly guardianId: string; readonly accountRef: string; readonly shared?: SharedAccount }
  | { readonly type: 'payee.changed'; readonly payee: ScholarshipPayee };

/** What a decision rested on beside the facts before it: given again, the same command must give the same fact. */
export type EntitlementReceipt = {
  readonly command: EntitlementCommandBody;
  readonly calendar: { readonly id: string; readonly version: number };
  /** The tables that had replaced amounts by then, which a later release may know otherwise. */
  readonly changes: readonly AmountChange[];
};

export type EntitlementFact = EntitlementFactBody & {
  readonly at: Instant;
  readonly actor: ActorRef;
  /** The intention or event behind it; its repeat changes nothing. */
  readonly cause: string;
  /** Of people's decisions. */
  readonly receipt?: EntitlementReceipt;
};

export type OfType<T extends EntitlementFactBody['type']> = Extract<EntitlementFact, { type: T }>;
