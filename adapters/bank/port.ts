import type { Rupiah } from '#domain/money.ts';
import type { AccountAnswer, TransferOrder, TransferOutcome, TransferStatus } from '#domain/payout/transfer.ts';

/**
 * What we need of a bank. No method but `balance` throws for anything that happens outside: whether something left the building is known only
 * here, so it is said in the answer.
 */
export type BankPort = {
  inquireAccount(account: { readonly bankCode: string; readonly accountNumber: string }): Promise<AccountAnswer>;
  /** Sends once. The caller has written its intent before and asks `transferStatus` before it ever calls again. */
  transfer(order: TransferOrder): Promise<TransferOutcome>;
  /** Asks about the order's reference; `order` is the last attempt made under it. */
  transferStatus(order: TransferOrder): Promise<TransferStatus>;
  /** What the source account can pay out now. Throws a BankFault. */
  balance(): Promise<Rupiah>;
};
