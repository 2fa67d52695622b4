import type { PayoutDocument } from '#adapters/mongo/payouts-store.ts';
import type { PayoutEventType } from '#domain/money/payout/states.ts';

/** How long we leave the bank alone, in milliseconds. */
export type BankPatience = {
  /** The bank's own minimum between sending and the first question about it. */
  readonly firstInquiryMs: number;
  /** Between one unanswered question and the next; the last one repeats. */
  readonly inquiryMs: readonly number[];
  /** Between an order that certainly never left and the next try; the last one repeats. */
  readonly resendMs: readonly number[];
};

/** Before the next question about a transfer the bank is silent about. */
export function inquiryDelayMs({ firstInquiryMs, inquiryMs }: BankPatience, { log }: PayoutDocument): number {
  const silences = trailing(log, 'fell-silent');
  return silences <= 1 ? firstInquiryMs : Math.max(firstInquiryMs, nth(inquiryMs, silences - 2));
}

/** Before an order that never left, or that the bank says it never had, is sent again. */
export function resendDelayMs({ resendMs }: BankPatience, { log }: PayoutDocument): number {
  const sends = log.filter(({ event }) => event.type === 'sending-begun').length;
  return nth(resendMs, Math.max(0, sends - 1));
}

function trailing(log: PayoutDocument['log'], type: PayoutEventType): number {
  return log.length - 1 - log.findLastIndex(({ event }) => event.type !== type);
}

function nth(delays: readonly number[], index: number): number {
  return delays[Math.min(index, delays.length - 1)] ?? 0;
}
