import * as dates from '#domain/format/date.ts';
import { formatDuration, formatRemaining } from '#domain/format/duration.ts';
import { maskAccount, maskFamilyCardNumber, maskNik, maskPhone } from '#domain/format/mask.ts';
import { formatNumber, formatPercent } from '#domain/format/number.ts';
import { formatRupiah, groupWhileTyping, parseRupiahTyped } from '#domain/format/rupiah.ts';
import { parseTypedDate } from '#domain/format/typed-date.ts';
import { amountInWords, numberInWords } from '#domain/format/words.ts';
import { day } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import type { Zone } from '#domain/time/calendar/zone.ts';

const onDay = (format: (value: ReturnType<typeof day>) => string) => (text: string) => format(day(text));
const atInstant = (format: (at: number, zone: Zone) => string) => (text: string, zone: Zone) => format(instant(text), zone);

/** Every format by the name test/golden/formats.json uses; the browser runs the same table. Undefined answers are null in JSON. */
export const FORMATS = {
  formatRupiah,
  parseRupiahTyped,
  groupWhileTyping,
  formatNumber,
  formatPercent,
  formatDate: onDay(dates.formatDate),
  formatShortDate: onDay(dates.formatShortDate),
  formatWeekdayDate: onDay(dates.formatWeekdayDate),
  formatWeekdayWithoutYear: onDay(dates.formatWeekdayWithoutYear),
  formatLetterDate: onDay(dates.formatLetterDate),
  formatMonth: dates.formatMonth,
  formatClockTime: atInstant(dates.formatClockTime),
  formatTime: atInstant(dates.formatTime),
  formatInstant: atInstant(dates.formatInstant),
  formatMinuteOfDay: dates.formatMinuteOfDay,
  parseTypedDate,
  formatDuration,
  formatRemaining,
  amountInWords,
  numberInWords,
  maskNik,
  maskFamilyCardNumber,
  maskAccount,
  maskPhone,
};

export type FormatCase = { readonly format: keyof typeof FORMATS; readonly args: readonly unknown[]; readonly expected: unknown };

export function runFormat({ format, args }: FormatCase): unknown {
  const run = FORMATS[format] as (...values: readonly unknown[]) => unknown;
  return run(...args) ?? null;
}
