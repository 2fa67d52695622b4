import type { ClaimsStore, PaymentInFlight } from '#adapters/mongo/claims-store.ts';
import type { IncidentsStore } from '#adapters/mongo/incidents-store.ts';
import type { PayoutsStore } from '#adapters/mongo/payouts-store.ts';
import type { Payment, PayoutGateway } from '#adapters/temporal/payout-gateway.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import { ACCOUNT_SHARED } from '#domain/money/payout/account-use.ts';
import { PAYEE_OF_PARTNER } from '#domain/money/payout/partner-account.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { SWEEP_GRACE_MS } from './sweep-claim.ts';
import { addCounts, NOTHING_SWEPT, type SweepCounts } from './sweep-counts.ts';

export type PaymentSweepDeps = {
  readonly claims: Pick<ClaimsStore, 'paymentsInFlight' | 'find'>;
  readonly payouts: Pick<PayoutsStore, 'unsettledOfOwners' | 'stoppedFor'>;
  readonly incidents: Pick<IncidentsStore, 'note'>;
  readonly payments: Pick<PayoutGateway, 'notRunning' | 'revive'>;
  /** Only tests are less patient than SWEEP_GRACE_MS: a claim that has just ordered starts the payment itself. */
  readonly graceMs?: number;
};

/**
 * Nobody may wait for a payment that nobody makes: one that is ordered and whose execution died is begun again. It looks at the bank
 * before it sends. A payment that is being made, or has come to its end and told it, is left alone.
 */
export function createPaymentSweep({ claims, payouts, incidents, payments, graceMs = SWEEP_GRACE_MS }: PaymentSweepDeps) {
  return async function sweepPayments(startedAt: Instant): Promise<SweepCounts> {
    let counts = NOTHING_SWEPT;
    for await (const batch of claims.paymentsInFlight(startedAt - graceMs))
      counts = addCounts(counts, await reviveAll(batch.map(ofClaim), startedAt));
    for await (const batch of payouts.unsettledOfOwners()) {
      const inputs = batch.flatMap(({ claimId, order, owner }) => (owner ? [{ claimId: claimId as ClaimId, payout: order, owner }] : []));
      counts = addCounts(counts, await reviveAll(inputs, startedAt));
    }
    await noteStopped(startedAt);
    return counts;
  };

  /** An incident until the line begins anew on another account, or its claim has ended. */
  async function noteStopped(startedAt: Instant): Promise<void> {
    for (const kind of [PAYEE_OF_PARTNER, ACCOUNT_SHARED] as const) {
      for await (const batch of payouts.stoppedFor(kind)) {
        for (const { _id, claimId, owner } of batch) {
          const claim = owner ? undefined : (await claims.find(claimId as ClaimId))?.state;
          if (!claim || !isFinal(claim.status)) await incidents.note({ kind, claimId, payoutId: _id }, startedAt);
        }
      }
    }
  }

  async function reviveAll(inputs: readonly Payment[], startedAt: Instant): Promise<Partial<SweepCounts>> {
    try {
      const missing = await payments.notRunning(inputs);
      const answers = await Promise.all(missing.map((input) => payments.revive(input)));
      const revived = missing.filter((_input, index) => answers[index] === 'revived');
      await Promise.all(
        revived.map(({ claimId, payout }) =>
          incidents.note({ kind: 'payment-not-running', claimId, payoutId: payout.payoutId }, startedAt),
        ),
      );
      return { revivedPayments: revived.length };
    } catch {
      return { unreached: inputs.length };
    }
  }
}

function ofClaim({ claimId, payout, exempted }: PaymentInFlight): Payment {
  return { claimId, payout, ...(exempted ? { exempted } : {}) };
}
