import type { ClaimsStore } from '#adapters/mongo/claims-store.ts';
import { type ClaimGateway, isNotRunning } from '#adapters/temporal/claim-gateway.ts';
import { SYSTEM_ACTOR } from '#domain/actor.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimEvent, PayoutOutcome } from '#domain/claim/events.ts';
import type { PayoutOrdered } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import { notYet } from './failures.ts';

export type PayoutNewsDeps = {
  readonly running: Pick<ClaimGateway, 'tell'>;
  readonly claims: Pick<ClaimsStore, 'find'>;
};

/** Tells a claim what became of a payout. Repeatable: the claim drops what it has heard. Throws until the claim has heard it. */
export function createPayoutNews({ running, claims }: PayoutNewsDeps) {
  return async function tellClaim(claimId: ClaimId, order: PayoutOrdered, outcome: PayoutOutcome): Promise<void> {
    try {
      await running.tell(claimId, toClaimEvent(order, outcome));
    } catch (error) {
      if (!isNotRunning(error)) throw error;
      // An earlier try may have told it, and died before it could say so, while the claim went on to its end.
      const claim = (await claims.find(claimId))?.state;
      if (!claim || !hasNothingToHear(claim, order, outcome))
        throw notYet(`claim ${claimId} does not run and has to hear of ${order.payoutId}`);
    }
  };
}

function toClaimEvent({ payoutId, issue }: PayoutOrdered, outcome: PayoutOutcome): ClaimEvent {
  const { id, role } = SYSTEM_ACTOR;
  return { type: 'payoutChanged', eventId: `${payoutId}:${issue}:${outcome.state}`, actor: { id, role }, payoutId, issue, outcome };
}

/** Money that arrived must be on record, also where the claim ended without it; of anything else an ended claim needs no word. */
function hasNothingToHear({ status, payouts }: ClaimState, { payoutId, issue }: PayoutOrdered, outcome: PayoutOutcome): boolean {
  if (!isFinal(status) || outcome.state !== 'confirmed') return isFinal(status);
  return payouts.some((line) => line.payoutId === payoutId && line.issue === issue && line.settledAt !== undefined);
}
