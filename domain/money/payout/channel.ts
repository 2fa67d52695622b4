import type { Rupiah } from '#domain/money/money.ts';
import type { Zone } from '#domain/time/calendar/zone.ts';

export const CHANNELS = ['BI-FAST', 'SKN', 'RTGS'] as const;
export type Channel = (typeof CHANNELS)[number];

/** On working days, in minutes since midnight of the bank's clock; the last minute is excluded. */
export type ChannelHours = { readonly zone: Zone; readonly fromMinute: number; readonly toMinute: number };

type ChannelLimit = {
  readonly channel: Channel;
  /** Largest single transfer; absent when the rail has none. */
  readonly upTo?: Rupiah;
  /** When it carries orders of customers; absent when it always does. */
  readonly hours?: ChannelHours;
  /** `recalled` figures are from memory and want the bank's own word before production. */
  readonly certainty: 'recalled' | 'stated';
  readonly source: string;
};

const clock = (hour: number, minute: number): number => hour * 60 + minute;
/** The central bank keeps Jakarta's time. */
const zone = 'Asia/Jakarta';

/** Cheapest and fastest first. */
export const CHANNEL_LIMITS: readonly ChannelLimit[] = [
  {
    channel: 'BI-FAST',
    upTo: 250_000_000 as Rupiah,
    certainty: 'recalled',
    source: 'Bank Indonesia, BI-FAST, batas per transaksi; 24 jam',
  },
  {
    channel: 'SKN',
    upTo: 1_000_000_000 as Rupiah,
    hours: { zone, fromMinute: clock(6, 30), toMinute: clock(15, 30) },
    certainty: 'recalled',
    source: 'Bank Indonesia, SKNBI, batas per transaksi dan jam layanan',
  },
  {
    channel: 'RTGS',
    hours: { zone, fromMinute: clock(6, 30), toMinute: clock(16, 30) },
    certainty: 'recalled',
    source: 'Bank Indonesia, BI-RTGS, tanpa batas atas; jam layanan nasabah',
  },
];

/** The first rail that carries the amount in one piece: a benefit is never split. */
export function railFor(amount: Rupiah, limits: readonly ChannelLimit[] = CHANNEL_LIMITS): ChannelLimit {
  const rail = limits.find(({ upTo }) => upTo === undefined || amount <= upTo);
  if (!rail) throw new RangeError('no rail carries this amount');
  return rail;
}
