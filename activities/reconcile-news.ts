import type { CalendarsStore } from '#adapters/mongo/calendars-store.ts';
import type { ClaimsStore } from '#adapters/mongo/claims-store.ts';
import type { PayoutsStore } from '#adapters/mongo/payouts-store.ts';
import { type ClaimGateway, isNotRunning } from '#adapters/temporal/claim-gateway.ts';
import { SYSTEM_ACTOR } from '#domain/actor.ts';
import type { Instant } from '#domain/calendar/instant.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimEvent, PayoutOutcome } from '#domain/claim/events.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import { advance, type PayoutEvent } from '#domain/payout/payout.ts';
import type { PayoutId } from '#domain/payout/payout-id.ts';
import type { Difference } from '#domain/reconciliation/difference.ts';
import { isRefusal } from '#domain/refusal.ts';
import { notYet } from './failures.ts';
import { createPayoutNews, type PayoutNewsDeps } from './payout-news.ts';

export type BankWordDeps = PayoutNewsDeps & {
  readonly payouts: Pick<PayoutsStore, 'find' | 'write'>;
  readonly claims: Pick<ClaimsStore, 'find'>;
  readonly calendars: Pick<CalendarsStore, 'ofClaim' | 'active'>;
  readonly running: Pick<ClaimGateway, 'tell' | 'tellEnded'>;
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
  const { payouts, claims, calendars, running, now } = deps;
  const tellOwner = createPayoutNews(deps);

  return async function tellBankWord(difference: Difference, bookedAt: Instant): Promise<boolean> {
    const { payoutId, issue, bankReference, proposes } = difference;
    if (payoutId === undefined || issue === undefined || bankReference === undefined || proposes === undefined) return false;
    const event: PayoutEvent = { type: proposes === 'confirm' ? 'confirmed' : 'reversed', issue, bankReference };
    for (;;) {
      const document = await payouts.find(payoutId as PayoutId);
      const after = document && advance(document.payout, event);
      if (!document || !after || isRefusal(after)) return false;
      const outcome: PayoutOutcome =
        proposes === 'confirm' ? { state: 'confirmed', bankReference, paidAt: bookedAt } : { state: 'reversed', why: WHY };
      const claimId = document.claimId as ClaimId;
      const { owner, order } = document;
      if (owner) await tellOwner({ claimId, order: { ...order, issue }, owner }, outcome);
      else await tellClaim(claimId, toClaimEvent(payoutId, issue, outcome));
      // Otherwise somebody wrote meanwhile, perhaps the very same: decided again on what is there now.
      if (await payouts.write(document, after, [{ at: now(), event, why: WHY }])) return true;
    }
  };

  async function tellClaim(claimId: ClaimId, event: ClaimEvent): Promise<void> {
    try {
      await running.tell(claimId, event);
    } catch (error) {
      if (!isNotRunning(error)) throw error;
      const state = (await claims.find(claimId))?.state;
      if (state?.causes.includes(event.eventId)) return;
      if (!state || !isFinal(state.status)) throw notYet(`claim ${claimId} does not run and has to hear of ${event.eventId}`);
      const calendar = await calendars.ofClaim(state);
      await running.tellEnded({ claimId, calendar, switches: {}, state }, event);
    }
  }
}

/** The id an answer of the bank would have had: whichever comes second is dropped. */
function toClaimEvent(payoutId: string, issue: number, outcome: PayoutOutcome): ClaimEvent {
  const { id, role } = SYSTEM_ACTOR;
  return { type: 'payoutChanged', eventId: `${payoutId}:${issue}:${outcome.state}`, actor: { id, role }, payoutId, issue, outcome };
}
