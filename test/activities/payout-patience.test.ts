import { type BankPatience, inquiryDelayMs, resendDelayMs } from '#activities/payout-patience.ts';
import type { PayoutDocument } from '#adapters/mongo/payouts-store.ts';

const PATIENCE: BankPatience = { firstInquiryMs: 60, inquiryMs: [10, 300, 900], resendMs: [5, 15] };

function document(...types: readonly string[]): PayoutDocument {
  return { log: types.map((type) => ({ at: 0, event: { type } })) } as unknown as PayoutDocument;
}
const silences = (count: number): string[] => Array.from({ length: count }, () => 'fell-silent');

test('the first question waits for the bank’s minimum, later ones longer and longer, and never less than that minimum', () => {
  const delays = [1, 2, 3, 4, 5, 50].map((count) => inquiryDelayMs(PATIENCE, document('sending-begun', ...silences(count))));
  expect(delays).toEqual([60, 60, 300, 900, 900, 900]);
});

test('silences of an earlier send do not count', () => {
  const log = ['sending-begun', ...silences(5), 'not-found', 'sending-begun', 'fell-silent'];
  expect(inquiryDelayMs(PATIENCE, document(...log))).toBe(60);
});

test('an order that never left is tried again later and later', () => {
  const sends = (count: number) => Array.from({ length: count }, () => ['sending-begun', 'not-sent']).flat();
  expect([1, 2, 3, 30].map((count) => resendDelayMs(PATIENCE, document('holder-matched', ...sends(count))))).toEqual([5, 15, 15, 15]);
});
