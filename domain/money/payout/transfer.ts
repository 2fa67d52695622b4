import type { Rupiah } from '#domain/money/money.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { Channel } from './channel.ts';
import { type PayoutId, partnerReference } from './payout-id.ts';

export type PayeeAccount = {
  /** Three digits, `130` is BPD NTT. */
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly holderName: string;
};

/** One order to the bank, for sending and for asking about it later. */
export type TransferOrder = {
  readonly payoutId: PayoutId;
  readonly issue: number;
  readonly attempt: number;
  /** Under which the issue was sent, where that is not `partnerReference`. */
  readonly reference?: string;
  readonly amount: Rupiah;
  readonly channel: Channel;
  readonly payee: PayeeAccount;
  /** When this attempt, and the first one under the same reference, were written down as intended. */
  readonly sentAt: Instant;
  readonly firstSentAt: Instant;
};

/** What the bank knows this order by. */
export function referenceOf({ payoutId, issue, reference }: Pick<TransferOrder, 'payoutId' | 'issue' | 'reference'>): string {
  return reference ?? partnerReference(payoutId, issue);
}

export const BANK_REFUSALS = [
  'account-unknown',
  'account-closed',
  'account-dormant',
  'bank-unknown',
  'insufficient-funds',
  'limit-exceeded',
  'not-permitted',
  'suspected-fraud',
  'order-malformed',
] as const;
/** Why the bank will not pay this order, ever. */
export type BankRefusal = (typeof BANK_REFUSALS)[number];

/** Why it is certain that nothing of the order reached the bank's books. */
export type NotSentWhy = 'bank-unreachable' | 'no-token' | 'not-authorised' | 'too-many-requests';

/** Why nobody may say whether money moved. For a question, the reasons of not having asked count too. */
export type UnknownWhy =
  | NotSentWhy
  | 'timeout'
  | 'connection-lost'
  | 'server-error'
  | 'answer-unreadable'
  | 'answer-about-something-else'
  | 'code-unlisted'
  | 'reference-conflict'
  | 'in-progress'
  | 'asked-too-early'
  | 'bank-may-have-forgotten';

export type Confirmed = { readonly state: 'confirmed'; readonly bankReference: string; readonly at: Instant };
export type Refused = { readonly state: 'refused'; readonly code: string; readonly reason: BankRefusal };
export type Unknown = { readonly state: 'unknown'; readonly since: Instant; readonly why: UnknownWhy };

export type TransferOutcome = Confirmed | Refused | Unknown | { readonly state: 'not-sent'; readonly why: NotSentWhy };

/** `not-found` is a promise: the bank is sure it never had the order, early enough to remember and late enough to have received it. */
export type TransferStatus =
  | Confirmed
  | Refused
  | Unknown
  | { readonly state: 'pending' }
  | { readonly state: 'not-found' }
  | { readonly state: 'reversed'; readonly bankReference: string; readonly at: Instant };

export type AccountAnswer = { readonly state: 'found'; readonly holderName: string } | Refused | Unknown;
