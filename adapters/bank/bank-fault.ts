import type { NotSentWhy, UnknownWhy } from '#domain/money/payout/transfer.ts';

/** Whether the bank may have seen the call: after `nothing` it may be repeated, after `perhaps` it may not. */
export type Fate = { readonly sent: 'nothing'; readonly why: NotSentWhy } | { readonly sent: 'perhaps'; readonly why: UnknownWhy };

/** A call that got no usable answer. Carries no account, name or amount. */
export class BankFault extends Error {
  override readonly name = 'BankFault';
  readonly fate: Fate;

  constructor(fate: Fate, cause?: unknown) {
    super(`bank: ${fate.why} (sent: ${fate.sent})`, { cause });
    this.fate = fate;
  }
}
