import type { Sourced } from '#domain/law/rules/explanation.ts';
import type { PaperCondition } from './conditions.ts';
import type { PaperClaimType, PaperId } from './paper-ids.ts';

/** A can be collected at signing, E exists only after the event, Y is asked for every school year. */
export const PAPER_PHASES = ['A', 'E', 'Y'] as const;
export type PaperPhase = (typeof PAPER_PHASES)[number];

/** Whose turn it is while a paper is missing. */
export const PAPER_OWERS = ['partner', 'participant', 'heir', 'reporter', 'employer', 'facility', 'guardian', 'officer'] as const;
export type PaperOwer = (typeof PAPER_OWERS)[number];

export type PaperValidity =
  | { readonly kind: 'forLife' }
  /** As long as it was issued on or after the event. */
  | { readonly kind: 'sinceEvent' }
  | { readonly kind: 'months'; readonly months: number }
  /** So many months while nothing has happened; after a death a new one, without the deceased, is needed. */
  | { readonly kind: 'monthsThenRefresh'; readonly months: number }
  /** Issued in the school year it is shown for. */
  | { readonly kind: 'schoolYear' };

/** Class 1 proves that and to whom money is owed; class 2 how much; class 3 supports. */
export type ProofClass = 1 | 2 | 3;

export const WAIVERS = ['nobody', 'officer', 'officerWithApprover'] as const;
export type Waiver = (typeof WAIVERS)[number];

/** `advised` never holds a claim; it is asked for because refusals turn on it. */
export type PaperNeed = {
  readonly claimTypes: readonly PaperClaimType[];
  readonly when: PaperCondition;
  readonly strength: 'required' | 'advised';
  /** Where this use of the paper is stricter or milder than the paper's own validity. */
  readonly validity?: PaperValidity;
};

export type PaperRow = Sourced & {
  /** Indonesian, as on the checklist. */
  readonly label: string;
  /** Indonesian, one sentence for the family and the partner. */
  readonly why: string;
  /** Indonesian. */
  readonly issuer: string;
  readonly phase: PaperPhase;
  readonly owes: PaperOwer;
  readonly proofClass: ProofClass;
  readonly validity: PaperValidity;
  readonly mayWaive: Waiver;
  readonly neededFor: readonly PaperNeed[];
};

export type PaperTable = Readonly<Record<PaperId, PaperRow>>;
