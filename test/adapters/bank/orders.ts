import { rupiah } from '#domain/money/money.ts';
import { payoutId } from '#domain/money/payout/payout-id.ts';
import type { PayeeAccount, TransferOrder } from '#domain/money/payout/transfer.ts';
import { realNow } from '../../support/real-clock.ts';

let number = 0;

/** An order sent long enough ago for the bank to know, and not long enough to forget. Each call is another payout. */
export function makeOrder(payee: PayeeAccount, changes: Partial<TransferOrder> = {}): TransferOrder {
  const sentAt = realNow() - 5 * 60_000;
  number += 1;
  return {
    payoutId: payoutId(`UJI-${number}`, 1, 'jkm-cash', 'once', 'heir-class-1'),
    issue: 1,
    attempt: 1,
    amount: rupiah(42_000_000),
    channel: 'BI-FAST',
    payee,
    sentAt,
    firstSentAt: sentAt,
    ...changes,
  };
}
