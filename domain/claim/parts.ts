import type { Disability, Transport } from '#domain/law/benefit/benefit-input.ts';
import type { HeirPerson } from '#domain/law/heirs/people.ts';
import type { HeirsResult } from '#domain/law/heirs/resolve-heirs.ts';
import type { UnknownFinding } from '#domain/money/payout/finding.ts';
import type { ReturnReason } from '#domain/reason-codes.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { PauseGround } from '#domain/time/clock/grounds.ts';
import type { Point } from './statuses.ts';

export type { UnknownFinding } from '#domain/money/payout/finding.ts';

/** A person around the claim, by id: names, NIK and phones stay in the readiness file and the people store. */
export type ClaimPerson = HeirPerson;

/** Coverage as told by BPJS TK, never divided out of rupiah. */
export type Membership = {
  readonly kpj: string;
  readonly segment: 'PU' | 'BPU';
  readonly memberSince: Day;
  readonly lapsedUntilRejoined?: Day;
  readonly paidMonths: readonly string[];
  readonly payer: 'self' | 'employer' | 'government';
  readonly payerUnpaid?: boolean;
  readonly employer?: string;
};

/** An institution that holds a file prepared for the participant. */
export type Holder = { readonly institutionId: string; readonly branchId: string };

/** An institution beside the one that reported first: it reported too, or holds a file of the participant, or both. */
export type Party = Holder & {
  readonly reports: readonly { readonly reportId: string; readonly reportedAt: Instant }[];
  /** Its file is the one the claim goes by. */
  readonly keepsFile?: true;
};

/** What another claim shares with this one: the account money would go to. */
export const RELATIONS_FOUND = ['same-account'] as const;
export type RelationFound = { readonly what: (typeof RELATIONS_FOUND)[number]; readonly claimId: string };

/** A paper by reference; the bytes live in the document store. `sha256` in lower-case hex. */
export type ClaimPaper = {
  readonly paper: string;
  readonly documentId: string;
  readonly sha256: string;
  readonly obtainedOn: Day;
  /** The institution that brought it; absent of the one that reported first. */
  readonly from?: string;
};

export type PaperVerdict =
  | { readonly documentId: string; readonly verdict: 'ok' }
  | { readonly documentId: string; readonly verdict: 'refused'; readonly reason: string };

/** What the legal order came to; its explanation is derived again whenever it is shown. */
export type HeirsOutcome = Omit<HeirsResult, 'explanation'>;

/** A work accident, or the suspicion of one: 30 days to conclude, while care goes on. */
export type Accident = {
  readonly happenedAt: Instant;
  readonly suspected: boolean;
  /** When the employer's or partner's stage I report came in; absent while nobody has sent it. */
  readonly stageOneAt?: Instant;
};

export const TREATMENT_OUTCOMES = ['recovered', 'disabled', 'died'] as const;
export type TreatmentOutcome = (typeof TREATMENT_OUTCOMES)[number];

/** What the injury came to, from doctor's letter and receipts; rupiah of receipts, days not able to work. */
export type Injury = {
  readonly disability?: Disability;
  readonly stmbDays?: number;
  readonly transport?: readonly Transport[];
  readonly medicalReceipts?: number;
  readonly homeCareReceipts?: number;
};

export const CLAIM_KINDS = ['death', 'accident'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const REOPEN_GROUNDS = ['payment-reversed', 'new-evidence', 'withdrawal-revoked'] as const;
export type ReopenGround = (typeof REOPEN_GROUNDS)[number];

export type RequestedPaper = { readonly paper: string; readonly reason: string };

export type PointDecision =
  | { readonly point: Point; readonly verdict: 'approve' }
  | { readonly point: Point; readonly verdict: 'return'; readonly reason: ReturnReason; readonly text?: string };

/** What two people must say. The first proposes; the second, giving the same command, makes it so. */
export type Proposal =
  | { readonly type: 'pause'; readonly ground: PauseGround; readonly from: Instant; readonly source: string }
  | { readonly type: 'withdrawal'; readonly reason: string }
  | { readonly type: 'revocation'; readonly papers: readonly RequestedPaper[]; readonly reason: string }
  | { readonly type: 'release'; readonly payoutId: string; readonly verdict: 'pay' | 'decline'; readonly reason: string }
  | {
      readonly type: 'finding';
      readonly payoutId: string;
      readonly issue: number;
      readonly finding: UnknownFinding;
      readonly evidence: string;
    }
  | { readonly type: 'exemption'; readonly payoutId: string; readonly issue: number; readonly reason: string };
