import { z } from 'zod';
import { readTypedDate } from '#domain/format/typed-date.ts';
import { type Rupiah, rupiah } from '#domain/money/money.ts';
import { type Day, parseDay } from '#domain/time/calendar/day.ts';
import { type Instant, parseInstant } from '#domain/time/calendar/instant.ts';

/** Years in which day arithmetic holds: before 100 `Date.UTC` means 19xx, after 9998 a day no longer has ten characters. */
const FIRST_DAY = '1000-01-01';
const LAST_DAY = '9998-12-31';

const DAY_RULE = `Harus hari yang ada, bentuk 2026-03-27, antara ${FIRST_DAY} dan ${LAST_DAY}.`;
const INSTANT_RULE = `Harus waktu UTC dengan Z, bentuk 2026-03-27T08:00:00Z, antara ${FIRST_DAY} dan ${LAST_DAY}.`;
const MONTH_RULE = 'Harus bulan yang ada, bentuk 2026-03.';

function isWithinYears(text: string): boolean {
  return text.slice(0, 10) >= FIRST_DAY && text.slice(0, 10) <= LAST_DAY;
}

export const DayText = z
  .string()
  .transform((text, context): Day => {
    const day = parseDay(text);
    if (day !== undefined && isWithinYears(day)) return day;
    context.addIssue({ code: 'custom', message: DAY_RULE });
    return z.NEVER;
  })
  .describe('calendar day, YYYY-MM-DD');

/** Where people type: a day as they write it, day first; `DayText` is for what programs send. */
export const TypedDay = z
  .string()
  .max(100)
  .transform((text, context): Day => {
    const read = readTypedDate(text);
    if ('day' in read && isWithinYears(read.day)) return read.day;
    context.addIssue({ code: 'custom', message: 'problem' in read ? read.problem : DAY_RULE });
    return z.NEVER;
  })
  .describe('calendar day, YYYY-MM-DD or as people write it, day first');

export const InstantText = z
  .string()
  .transform((text, context): Instant => {
    const instant = parseInstant(text);
    if (instant !== undefined && isWithinYears(text)) return instant;
    context.addIssue({ code: 'custom', message: INSTANT_RULE });
    return z.NEVER;
  })
  .describe('instant, ISO 8601 in UTC with Z');

export const MonthText = z
  .string()
  .regex(/^[1-9]\d{3}-(0[1-9]|1[0-2])$/, MONTH_RULE)
  .describe('calendar month, YYYY-MM');

export const WholeNumber = z.int().min(0).describe('whole number, not negative');

export const RupiahAmount = WholeNumber.transform((amount): Rupiah => rupiah(amount)).describe('whole rupiah');

export const BasisPoints = z.int().min(0).max(10_000).describe('percentage in basis points: 10,000 is 100%');

export const OpaqueId = z.string().min(1).max(200).describe('id of the caller, not interpreted');

/** A bound on every list keeps one line from costing more than a moment. */
export function listOf<Item extends z.ZodType>(item: Item, max: number): z.ZodArray<Item> {
  return z.array(item).max(max);
}
