import type { PayoutsStore } from '#adapters/mongo/payouts-store.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { PayoutOutcome } from '#domain/claim/events.ts';
import { orderUnder } from '#domain/money/payout/line-orders.ts';
import { advance, type PayoutEvent } from '#domain/money/payout/payout.ts';
import type { PayoutId } from '#domain/money/payout/payout-id.ts';
import type { Difference } from '#domain/money/reconciliation/difference.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { createPayoutNews, type PayoutNewsDeps } from './payout-news.ts';

export type BankWordDeps = PayoutNewsDeps & {
  readonly payouts: Pick<PayoutsStore, 'find' | 'write'>;
  readonly now: () => Instant;
};

/** As the log of the line says where its news came from. */
const WHY = 'bank-statement';

/**
 * Tells a payout and its claim what the statement proves. It orders nothing: the most it can do is stop a second payment. False when the
 * line has no place for such news; then people decide. The claim hears it first: a death in between is made good by the next try, which
 * finds the difference still there.
 */
export function createBankWord(deps: BankWordDeps) {
  const { payouts, now } = deps;
  const { tellOwner } = createPayoutNews(deps);

  return async function tellBankWord(difference: Difference, bookedAt: Instant | undefined): Promise<boolean> {
    const { payoutId, issue, bankReference, proposes } = difference;
    if (payoutId === undefined || issue === undefined || bankReference === undefined || proposes === undefined) return false;
    // A payment without its hour confirms nothing; money that came back did so whenever it was.
    const confirmed = proposes === 'confirm' && bookedAt !== undefined ? { paidAt: bookedAt } : undefined;
    if (proposes === 'confirm' && !confirmed) return false;
    const event: PayoutEvent = { type: confirmed ? 'confirmed' : 'reversed', issue, bankReference, ...confirmed };
    for (;;) {
      const document = await payouts.find(payoutId as PayoutId);
      const after = document && advance(document.payout, event);
      if (!document || !after || isRefusal(after)) return false;
      const outcome: PayoutOutcome = confirmed ? { state: 'confirmed', bankReference, ...confirmed } : { state: 'reversed', why: WHY };
      const { owner, order } = document;
      const earlier = issue < order.issue && !owner ? orderUnder(document, issue) : undefined;
      const told = outcome.state === 'confirmed' && earlier ? { ...outcome, order: earlier } : outcome;
      await tellOwner({ claimId: document.claimId as ClaimId, order: { ...order, issue }, ...(owner ? { owner } : {}) }, told);
      // Otherwise somebody wrote meanwhile, perhaps the very same: decided again on what is there now.
      if (await payouts.write(document, after, [{ at: now(), event, why: WHY }])) return true;
    }
  };
}
