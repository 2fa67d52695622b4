import type { RejectionReason } from '#domain/reason-codes.ts';

/** The automatic checks, in the order in which they are shown. */
export const CHECK_IDS = [
  'identity',
  'registry',
  'event',
  'coverage',
  'contributions',
  'arrears-and-payer',
  'duplicate',
  'papers',
  'heirs',
  'account',
  'fraud',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** Silence of anybody outside is `ask`: it neither clears nor accuses. */
export const CHECK_VERDICTS = ['pass', 'fail', 'ask'] as const;
export type CheckVerdict = (typeof CHECK_VERDICTS)[number];

export const AGREEMENTS = ['participant', 'name', 'birth-date', 'event-day', 'kpj'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

/** Another claim to be laid beside this one; whoever may see both fetches the rest. */
export type SideBySide = {
  readonly claimId: string;
  /** Of name and birth date together, 10,000 is the same; absent where nothing is known to compare. */
  readonly similarityBasisPoints?: number;
  readonly agrees: readonly Agreement[];
};

/** Goes into the journal for ever: ids, days, counts and shares only. No NIK, name, phone or account number. */
export type Evidence = {
  /** Indonesian, a short label. */
  readonly what: string;
  readonly found: string;
  readonly expected?: string;
  /** Who said so, or the rule it is measured by. */
  readonly source: string;
  readonly other?: SideBySide;
};

/** A machine never rejects: `proposes` is what a person may put before a second person. */
export type CheckResult = {
  readonly check: CheckId;
  readonly result: CheckVerdict;
  readonly evidence: readonly Evidence[];
  readonly proposes?: RejectionReason;
  /** References of the accounts it was given about (domain/claim/checks/judged.ts); absent where it is about none, and in results of before 0.3.0. */
  readonly accounts?: readonly string[];
};
