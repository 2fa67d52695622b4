import type { CoverageCondition, Membership } from '#domain/law/coverage/coverage-types.ts';
import type { ExplanationStep } from '#domain/law/rules/explanation.ts';
import type { Programme, TransportMode } from '#domain/law/rules/pack.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { Rupiah } from '#domain/money/money.ts';
import type { RejectionReason } from '#domain/reason-codes.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { BenefitLine } from './lines.ts';

export const BENEFIT_EVENTS = ['death', 'accident'] as const;
export type BenefitEvent = (typeof BENEFIT_EVENTS)[number];

export const DISABILITY_KINDS = ['partialAnatomical', 'partialFunctional', 'total'] as const;
export type DisabilityKind = (typeof DISABILITY_KINDS)[number];

/** Percentages as the doctor wrote them, in basis points; a total disability needs none. */
export type Disability = { readonly kind: DisabilityKind; readonly tableBasisPoints?: number; readonly lostBasisPoints?: number };

export type Transport = { readonly mode: TransportMode; readonly receipts: number };

/** Amounts are plain numbers here: checking them is the first step of the calculation. */
export type BenefitInput = {
  readonly programme: Programme;
  readonly event: BenefitEvent;
  readonly on: Day;
  readonly memberships: readonly Membership[];
  readonly wageBase?: number;
  /** True unless said otherwise. */
  readonly hasHeir?: boolean;
  readonly disability?: Disability;
  readonly stmbDays?: number;
  readonly transport?: readonly Transport[];
  readonly medicalReceipts?: number;
  readonly homeCareReceipts?: number;
  readonly lateDays?: number;
  readonly switches?: Partial<Switches>;
};

export type NoBenefitReason = Extract<RejectionReason, 'coverage-lapsed' | 'not-a-participant'>;

export type BenefitResult = {
  readonly pack: string;
  readonly lines: readonly BenefitLine[];
  readonly total: Rupiah;
  readonly conditions: readonly CoverageCondition[];
  readonly reasons: readonly NoBenefitReason[];
  readonly explanation: readonly ExplanationStep[];
};
