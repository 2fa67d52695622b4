import type { PayoutId } from '#domain/money/payout/payout-id.ts';
import type { Difference } from '#domain/money/reconciliation/difference.ts';
import type { Claims } from './claims.ts';
import type { Store } from './store.ts';
import type { World } from './world.ts';

/** The payments, and returns of payments, that the statement proves and our books do not have. */
export function provenBy(world: World, claims: Claims, store: Store): readonly Difference[] {
  return Object.entries(world.bank).flatMap(([reference, items]): Difference[] => {
    const [line = 0, issue = 0] = reference.split('.').map(Number);
    const payoutId = claims.lines.valueOf(line) as PayoutId;
    const payout = store.find(world, payoutId)?.payout;
    const isOut = items.some(({ state }) => state === 'paid' || state === 'extra');
    const isBack = !isOut && items.some(({ state }) => state === 'reversed');
    const isConfirmed = payout?.state === 'confirmed' && payout.issue === issue;
    if (!(isOut && !isConfirmed) && !(isBack && isConfirmed)) return [];
    const kind = isOut ? 'on-statement-but-unknown-here' : 'reversed-on-statement';
    const proposes = isOut ? 'confirm' : 'reverse';
    return [{ kind, subject: reference, effect: 0, payoutId, issue, bankReference: 'BANK-transfer', proposes }];
  });
}
