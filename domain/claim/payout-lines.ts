import type { BenefitLine, PayeeClass } from '../benefit/lines.ts';
import { payoutId } from '../payout/payout-id.ts';
import type { ClaimState, PayoutState, Recommendation } from './state.ts';

/** One transfer a recommendation asks for: the cash of the programme to one payee class. */
export type PayoutLine = {
  readonly payoutId: string;
  readonly programme: 'jkm' | 'jkk';
  readonly payeeClass: PayeeClass;
  readonly lines: readonly BenefitLine[];
};

/** In the order in which the lines are owed; one per payee class. */
export function payoutLines(claim: ClaimState, { lines }: Extract<Recommendation, { outcome: 'pay' }>): readonly PayoutLine[] {
  const programme = claim.programme ?? 'jkm';
  const classes = [...new Set(lines.map((line) => line.payeeClass))];
  return classes.map((payeeClass) => ({
    payoutId: payoutId(claim.claimId, claim.generation, programme, 'once', payeeClass),
    programme,
    payeeClass,
    lines: lines.filter((line) => line.payeeClass === payeeClass),
  }));
}

/** Paid, or possibly being paid: only the bank's own refusal kills an order. */
export function isAlive(payout: PayoutState): boolean {
  return payout.state !== 'refused';
}

/** Money has left or may be leaving: what it was paid on can no longer change under it. */
export function hasLivePayout(claim: ClaimState, payeeClass?: PayeeClass): boolean {
  return claim.payouts.some((payout) => isAlive(payout) && (payeeClass === undefined || payout.payeeClass === payeeClass));
}
