import type { ClaimStatus } from '#domain/claim/statuses.ts';
import type { DeceasedSign } from '#domain/money/payout/deceased-account.ts';
import type { HolderVerdict } from '#domain/money/payout/holder-name.ts';
import type { PartnerSign } from '#domain/money/payout/partner-account.ts';
import type { BankRefusal, UnknownWhy } from '#domain/money/payout/transfer.ts';
import type { Sex } from '#domain/people/identity/nik.ts';
import type { Day } from '#domain/time/calendar/day.ts';

/** Evidence as it is collected; it holds names and numbers and stays in memory, `CheckResult` is what is kept. */
export type StatedPerson = {
  readonly nik: string;
  readonly name: string;
  readonly birthDate: Day;
  readonly sex?: Sex;
  /** Regency or city of residence, as the file names it. */
  readonly regency?: string;
};

/** One of the declared family, under the id the claim knows. */
export type StatedRelative = { readonly id: string; readonly name: string; readonly nik?: string };

/** Another claim that may be about the same person or the same event. */
export type OtherClaim = {
  readonly claimId: string;
  readonly status: ClaimStatus;
  readonly kind: 'death' | 'accident';
  readonly eventOn: Day;
  readonly sameParticipant: boolean;
  readonly kpjs: readonly string[];
  /** Absent where nobody prepared a file. */
  readonly person?: Pick<StatedPerson, 'name' | 'birthDate'>;
};

export type PayeeEvidence = {
  readonly personId: string;
  readonly ownedByPartner: boolean;
  readonly ofPartner?: PartnerSign;
  /** The account is the participant's own, who died. */
  readonly ofDeceased?: DeceasedSign;
  readonly holder:
    | { readonly state: 'judged'; readonly verdict: HolderVerdict }
    | { readonly state: 'refused'; readonly reason: BankRefusal }
    | { readonly state: 'unknown'; readonly why: UnknownWhy };
};

/** Counts without this claim's own family and participant. */
export type FraudSignals = {
  readonly deathsAtBranch: number;
  /** Absent where no file says who collected the papers. */
  readonly deathsOfAgent?: number;
  readonly otherFamiliesOnAccount: number;
};
