/** A calendar day without zone, `YYYY-MM-DD`. */
export type Day = string & { readonly __brand: 'Day' };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Undefined for anything but a real day: `2026-02-30` and `2026-2-3` are not. */
export function parseDay(text: string): Day | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return text as Day;
}

/** For days we wrote ourselves: throws a RangeError where `parseDay` answers undefined. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`not a calendar day: ${text}`);
  return parsed;
}

export function makeDay(year: number, month: number, dayOfMonth: number): Day {
  return day(`${String(year).padStart(4, '0')}-${pad2(month)}-${pad2(dayOfMonth)}`);
}

export function yearOf(value: Day): number {
  return Number(value.slice(0, 4));
}

/** 1 to 12. */
export function monthOf(value: Day): number {
  return Number(value.slice(5, 7));
}

export function dayOfMonthOf(value: Day): number {
  return Number(value.slice(8, 10));
}

/** Days since 1970-01-01; the integer all day arithmetic runs on. */
export function toEpochDay(value: Day): number {
  return Date.UTC(yearOf(value), monthOf(value) - 1, dayOfMonthOf(value)) / MS_PER_DAY;
}

export function fromEpochDay(epochDay: number): Day {
  return new Date(epochDay * MS_PER_DAY).toISOString().slice(0, 10) as Day;
}

export function addDays(value: Day, days: number): Day {
  return fromEpochDay(toEpochDay(value) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(value: Day): number {
  return (((toEpochDay(value) + 4) % 7) + 7) % 7;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Same day of month `months` later (or earlier), clamped to the end of the month: 31 January + 1 = 28 or 29 February. */
export function addMonths(value: Day, months: number): Day {
  const index = yearOf(value) * 12 + monthOf(value) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return makeDay(year, month, Math.min(dayOfMonthOf(value), daysInMonth(year, month)));
}

/** Full months from `from` to `to`, same day of month clamped to month end; 0 when `to` is before `from`. */
export function fullMonthsBetween(from: Day, to: Day): number {
  if (to < from) return 0;
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return addMonths(from, months) <= to ? months : months - 1;
}

function pad2(value: number): string {
  return String(value).padStart(2, '0');
}
