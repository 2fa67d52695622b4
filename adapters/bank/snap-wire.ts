import { type Rupiah, rupiah } from '#domain/money/money.ts';
import { parseDay } from '#domain/time/calendar/day.ts';
import { type Instant, toIso } from '#domain/time/calendar/instant.ts';
import { ZONES } from '#domain/time/calendar/zone.ts';
import type { SnapAmount, ToldBalance } from '#schemas/bank/parts.ts';

const MS_PER_MINUTE = 60_000;

/** Banks want the local time of Jakarta with its offset, `2026-03-27T15:00:00+07:00`. */
export function toSnapTime(instant: Instant): string {
  const local = instant + ZONES['Asia/Jakarta'].offsetMinutes * MS_PER_MINUTE;
  return toIso(local - (local % 1000)).replace('Z', '+07:00');
}

const TOLD_TIME = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|[+-]\d{2})(?::?(\d{2}))?$/;

/** Undefined for what cannot be read, also a 30 February, which Date.parse takes for March; the offset may be any. */
export function fromSnapTime(text: string): Instant | undefined {
  const [, day = '', time = '', fraction = '', zone = '', minutes = '00'] = TOLD_TIME.exec(text) ?? [];
  if (parseDay(day) === undefined) return undefined;
  const offset = zone === 'Z' ? zone : `${zone}:${minutes}`;
  const parsed = Date.parse(`${day}${time}${fraction.slice(0, 4)}${offset}`);
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

/** Rounded down, so that the sen are never below zero: −0.25 is −1 and 75 sen. */
export function fromToldBalance({ value }: ToldBalance): { readonly whole: number; readonly sen: number } {
  const isNegative = value.startsWith('-');
  const [whole, sen] = [Number(value.slice(isNegative ? 1 : 0, -3)), Number(value.slice(-2))];
  if (!isNegative) return { whole, sen };
  return sen === 0 ? { whole: 0 - whole, sen } : { whole: -whole - 1, sen: 100 - sen };
}
