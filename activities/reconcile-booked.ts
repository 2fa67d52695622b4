import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Matched } from '#domain/money/reconciliation/match-entries.ts';
import { createPayoutNews, type PayoutNewsDeps } from './payout-news.ts';

/**
 * The statement says when the bank paid, better than its answer did: a claim that was judged by another instant hears of it. Payments that
 * match otherwise need no person, so this is no difference. Answers what could not be told.
 */
export function createBookedNews(deps: PayoutNewsDeps) {
  const { tellBooked } = createPayoutNews(deps);

  return async function tellBookedTimes(matched: readonly Matched[]): Promise<readonly unknown[]> {
    const failures: unknown[] = [];
    for (const { entry, transfer } of matched) {
      if (entry.direction !== 'out' || transfer.word !== 'confirmed') continue;
      const { payoutId, issue, claimId } = transfer;
      try {
        await tellBooked(claimId as ClaimId, { payoutId, issue, bankReference: entry.bankReference, bookedAt: entry.at });
      } catch (error) {
        failures.push(error);
      }
    }
    return failures;
  };
}
