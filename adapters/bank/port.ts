import type { Rupiah } from '#domain/money/money.ts';
import type { PayoutId } from '#domain/money/payout/payout-id.ts';
import type { AccountAnswer, TransferOrder, TransferOutcome, TransferStatus } from '#domain/money/payout/transfer.ts';
import type { StatementPage } from '#domain/money/reconciliation/statement.ts';
import type { Day } from '#domain/time/calendar/day.ts';

/**
 * What we need of a bank. No method but `balance` and `statement` throws for anything that happens outside: whether something left the building is known only
 * here, so it is said in the answer.
 */
export type BankPort = {
  /** What this bank is to know a new issue by. Asked once, before its first send, and kept with the line. */
  newReference(payoutId: PayoutId, issue: number): string;
  inquireAccount(account: { readonly bankCode: string; readonly accountNumber: string }): Promise<AccountAnswer>;
  /** Sends once. The caller has written its intent before and asks `transferStatus` before it ever calls again. */
  transfer(order: TransferOrder): Promise<TransferOutcome>;
  /** Asks about the order's reference; `order` is the last attempt made under it. */
  transferStatus(order: TransferOrder): Promise<TransferStatus>;
  /** What the source account can pay out now. Throws a BankFault. */
  balance(): Promise<Rupiah>;
  /**
   * What moved on the source account on a day of the bank, a page at a time; the balances are on each. Throws a BankFault, also (`in-progress`)
   * while the bank has not written it yet.
   */
  statement(day: Day): AsyncGenerator<StatementPage>;
};
