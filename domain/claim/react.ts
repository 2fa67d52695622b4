import type { Fact, FactType, PayoutOrdered, PayoutResolution } from './facts.ts';

/** What the outside must now do because of facts that are recorded. Asking twice is harmless: each effect has its own key. */
export type Effect =
  | { readonly type: 'startPayout'; readonly payout: PayoutOrdered }
  | { readonly type: 'resolvePayment'; readonly payoutId: string; readonly issue: number; readonly resolution: PayoutResolution }
  | { readonly type: 'exemptPayment'; readonly payoutId: string; readonly issue: number }
  | { readonly type: 'runChecks' };

/** What the automatic checks look at has changed. */
const CHECKED_AGAIN: ReadonlySet<FactType> = new Set([
  'claim.registered',
  'claim.documents-attached',
  'claim.membership-changed',
  'claim.readiness-found',
  'claim.converted-to-death',
  'claim.event-corrected',
]);

export function react(facts: readonly Fact[]): readonly Effect[] {
  const effects = facts.flatMap((fact): Effect[] => {
    if (fact.type === 'payout.ordered') return [{ type: 'startPayout', payout: fact.payout }];
    if (fact.type === 'payout.exempted') return [{ type: 'exemptPayment', payoutId: fact.payoutId, issue: fact.issue }];
    if (fact.type !== 'payout.resolved') return [];
    const { payoutId, issue, resolution } = fact;
    return [{ type: 'resolvePayment', payoutId, issue, resolution }];
  });
  const isCheckedAgain = (fact: Fact): boolean =>
    CHECKED_AGAIN.has(fact.type) || (fact.type === 'claim.report-repeated' && fact.differs === true);
  return facts.some(isCheckedAgain) ? [...effects, { type: 'runChecks' }] : effects;
}
