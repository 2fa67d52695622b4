import { type Day, makeDay, monthOf, yearOf } from '#domain/time/calendar/day.ts';

/** Months counted from year 0, so that neighbours differ by one. */
export type MonthIndex = number;

const SHAPE = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Undefined for anything but `YYYY-MM`. */
export function parseMonth(text: string): MonthIndex | undefined {
  const match = SHAPE.exec(text);
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : undefined;
}

export function monthIndexOf(on: Day): MonthIndex {
  return yearOf(on) * 12 + monthOf(on) - 1;
}

export function firstDayOf(month: MonthIndex): Day {
  return makeDay(Math.floor(month / 12), (month % 12) + 1, 1);
}
