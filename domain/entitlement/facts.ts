import type { Day } from '#domain/calendar/day.ts';
import type { Instant } from '#domain/calendar/instant.ts';
import type { ActorRef, PayoutOrdered } from '#domain/claim/facts.ts';
import type { RungAudience } from '#domain/clock/ladder.ts';
import type { Rupiah } from '#domain/money.ts';
import type { ExplanationStep } from '#domain/rules/explanation.ts';
import type { Programme, ScholarshipLevel } from '#domain/rules/pack.ts';
import type { Switches } from '#domain/rules/switches.ts';
import type { NotDueReason, WorkKind } from '#domain/scholarship/scholarship-input.ts';

/** Who receives a child's money: the child or whoever has its care. Two people stand for the account. */
export type ScholarshipPayee = {
  readonly guardianId: string;
  readonly accountRef: string;
  readonly maker: string;
  readonly checker: string;
};

export const PROOF_PAPERS = ['active-study-letter', 'school-report'] as const;
export type ProofPaper = { readonly paper: (typeof PROOF_PAPERS)[number]; readonly documentId: string; readonly sha256: string };

export type ChildChange =
  | { readonly type: 'married'; readonly on: Day }
  | { readonly type: 'working'; readonly from: Day; readonly kind?: WorkKind; readonly months?: number }
  /** From this school year on nobody is asked, until a proof arrives. */
  | { readonly type: 'leftSchool'; readonly schoolYear: number };

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
  | ({ readonly type: 'year.payment-unknown'; readonly why: string } & OfPayout)
  | ({ readonly type: 'year.paid'; readonly bankReference: string; readonly paidAt: Instant } & OfPayout)
  | ({ readonly type: 'year.payment-refused'; readonly reason: string } & OfPayout)
  | ({ readonly type: 'year.payment-reversed'; readonly why: string } & OfPayout)
  | ({ readonly type: 'year.not-due'; readonly reason: NotDueReason } & OfYear)
  | { readonly type: 'child.changed'; readonly change: ChildChange }
  | { readonly type: 'payee.proposed'; readonly guardianId: string; readonly accountRef: string }
  | { readonly type: 'payee.changed'; readonly payee: ScholarshipPayee };

export type EntitlementFact = EntitlementFactBody & {
  readonly at: Instant;
  readonly actor: ActorRef;
  /** The intention or event behind it; its repeat changes nothing. */
  readonly cause: string;
};

export type OfType<T extends EntitlementFactBody['type']> = Extract<EntitlementFact, { type: T }>;
