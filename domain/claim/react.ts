import type { Fact, PayoutOrdered } from './facts.ts';

/** What the outside must now do because of facts that are recorded. Asking twice is harmless: each effect has its own key. */
export type Effect = { readonly type: 'startPayout'; readonly payout: PayoutOrdered };

export function react(facts: readonly Fact[]): readonly Effect[] {
  return facts.flatMap((fact): Effect[] => (fact.type === 'payout.ordered' ? [{ type: 'startPayout', payout: fact.payout }] : []));
}
