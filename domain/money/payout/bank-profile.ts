import { type PayoutId, partnerReference, shortReference } from './payout-id.ts';

/** What the bank says has become of an order. What no profile lists is nobody's guess: the order is unknown, and two people decide. */
export type LatestMeaning = 'paid' | 'on-its-way' | 'given-back' | 'not-paid' | 'not-found';

/** In what one bank differs from another, as data: SNAP BI leaves these to each. */
export type BankProfile = {
  readonly id: string;
  /** The most characters of a `partnerReferenceNo` that it takes. */
  readonly referenceLimit: number;
  /** What its `latestTransactionStatus` numbers mean; the same number means other things at other banks. */
  readonly latestStatus: Readonly<Record<string, LatestMeaning>>;
  /** How long it may need to know an order it has received, where the installation says nothing else. */
  readonly firstInquiryMs: number;
  /** From this age of an order on its "not found" proves nothing, and two people decide; where the installation says nothing else. */
  readonly remembersMs: number;
};

/**
 * The reference a new issue is sent under. Only for the first send: from then on the line keeps the one it was sent under, because another
 * reference is another payment.
 */
export function newReference({ referenceLimit }: Pick<BankProfile, 'referenceLimit'>, id: PayoutId, issue: number): string {
  const standard = partnerReference(id, issue);
  return standard.length <= referenceLimit ? standard : shortReference(id, issue);
}
