import type { Rupiah } from '#domain/money.ts';

export const CHANNELS = ['BI-FAST', 'SKN', 'RTGS'] as const;
export type Channel = (typeof CHANNELS)[number];

type ChannelLimit = {
  readonly channel: Channel;
  /** Largest single transfer; absent when the rail has none. */
  readonly upTo?: Rupiah;
  /** `recalled` figures are from memory and want the bank's own word before production. */
  readonly certainty: 'recalled' | 'stated';
  readonly source: string;
};

/** Cheapest and fastest first. */
export const CHANNEL_LIMITS: readonly ChannelLimit[] = [
  { channel: 'BI-FAST', upTo: 250_000_000 as Rupiah, certainty: 'recalled', source: 'Bank Indonesia, BI-FAST, batas per transaksi' },
  { channel: 'SKN', upTo: 1_000_000_000 as Rupiah, certainty: 'recalled', source: 'Bank Indonesia, SKNBI, batas per transaksi' },
  { channel: 'RTGS', certainty: 'recalled', source: 'Bank Indonesia, BI-RTGS, tanpa batas atas' },
];

/** The first rail that carries the amount in one piece: a benefit is never split. */
export function channelFor(amount: Rupiah, limits: readonly ChannelLimit[] = CHANNEL_LIMITS): Channel {
  const rail = limits.find(({ upTo }) => upTo === undefined || amount <= upTo);
  if (!rail) throw new RangeError('no rail carries this amount');
  return rail.channel;
}
