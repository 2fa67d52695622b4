import type { Day } from '../calendar/day.ts';
import type { HeirPerson } from '../heirs/people.ts';
import type { HeirsResult } from '../heirs/resolve-heirs.ts';

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

/** A paper by reference; the bytes live in the document store. `sha256` in lower-case hex. */
export type ClaimPaper = {
  readonly paper: string;
  readonly documentId: string;
  readonly sha256: string;
  readonly obtainedOn: Day;
};

export type PaperVerdict =
  | { readonly documentId: string; readonly verdict: 'ok' }
  | { readonly documentId: string; readonly verdict: 'refused'; readonly reason: string };

/** What the legal order came to; its explanation is derived again whenever it is shown. */
export type HeirsOutcome = Omit<HeirsResult, 'explanation'>;
