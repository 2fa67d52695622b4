import { type Instant, toIso } from '#domain/calendar/instant.ts';
import { ZONES } from '#domain/calendar/zone.ts';
import { type Rupiah, rupiah } from '#domain/money.ts';
import type { SnapAmount } from '#schemas/bank/parts.ts';

const MS_PER_MINUTE = 60_000;

/** Banks want the local time of Jakarta with its offset, `2026-03-27T15:00:00+07:00`. */
export function toSnapTime(instant: Instant): string {
  const local = instant + ZONES['Asia/Jakarta'].offsetMinutes * MS_PER_MINUTE;
  return toIso(local - (local % 1000)).replace('Z', '+07:00');
}

/** Undefined for what cannot be read; the offset may be any. */
export function fromSnapTime(text: string): Instant | undefined {
  const parsed = Date.parse(text);
  return Number.isNaN(parsed) ? undefined : parsed;
}

export function toSnapAmount(amount: Rupiah): SnapAmount {
  return { value: `${amount}.00`, currency: 'IDR' };
}

/** Throws a RangeError for sen: no benefit has any, so an amount with sen is not ours. */
export function fromSnapAmount({ value }: SnapAmount): Rupiah {
  if (!value.endsWith('.00')) throw new RangeError('an amount with sen');
  return rupiah(Number(value.slice(0, -3)));
}
