import { rupiah } from '#domain/money/money.ts';
import { CHANNEL_LIMITS, railFor } from '#domain/money/payout/channel.ts';

test.each([
  [42_000_000, 'BI-FAST'],
  [250_000_000, 'BI-FAST'],
  [250_000_001, 'SKN'],
  [1_000_000_000, 'SKN'],
  [1_000_000_001, 'RTGS'],
] as const)('Rp%d goes by %s in one piece', (amount, channel) => {
  expect(railFor(rupiah(amount)).channel).toBe(channel);
});

test('limits from memory say so until the bank has stated them', () => {
  expect(CHANNEL_LIMITS.map(({ certainty }) => certainty)).toEqual(['recalled', 'recalled', 'recalled']);
  expect(() => railFor(rupiah(2), [{ channel: 'SKN', upTo: rupiah(1), certainty: 'stated', source: 'uji' }])).toThrow(RangeError);
});
