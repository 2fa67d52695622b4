import { type Day, dayOfMonthOf, monthOf, weekdayOf, yearOf } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { toLocal, ZONES, type Zone } from '#domain/time/calendar/zone.ts';

export const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;
const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'] as const;
const WEEKDAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;
const SHORT_WEEKDAYS = ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'] as const;

/** `27 Maret 2026` */
export function formatDate(day: Day): string {
  return `${dayOfMonthOf(day)} ${MONTHS[monthOf(day) - 1]} ${yearOf(day)}`;
}

/** `27 Mar 2026`, for tables. */
export function formatShortDate(day: Day): string {
  return `${formatDayAndMonth(day)} ${yearOf(day)}`;
}

/** `Jum 27 Mar 2026`, near a deadline. */
export function formatWeekdayDate(day: Day): string {
  return `${formatWeekday(day)} ${formatShortDate(day)}`;
}

/** `Jum 27 Mar`, for rows under a dated heading. */
export function formatWeekdayWithoutYear(day: Day): string {
  return `${formatWeekday(day)} ${formatDayAndMonth(day)}`;
}

/** `Jumat, 27 Maret 2026`, for letters. */
export function formatLetterDate(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day)]}, ${formatDate(day)}`;
}

/** `Maret 2026` from `2026-03` or any day of that month. */
export function formatMonth(month: string): string {
  const name = MONTHS[Number(month.slice(5, 7)) - 1];
  if (name === undefined) throw new RangeError(`not a month: ${month}`);
  return `${name} ${Number(month.slice(0, 4))}`;
}

/** `14.05 WITA` */
export function formatClockTime(at: Instant, zone: Zone): string {
  const { minuteOfDay } = toLocal(at, zone);
  return `${formatMinuteOfDay(minuteOfDay)} ${ZONES[zone].label}`;
}

/** `pukul 14.05 WITA` */
export function formatTime(at: Instant, zone: Zone): string {
  return `pukul ${formatClockTime(at, zone)}`;
}

/** `Jum 27 Mar 2026, 14.05 WITA` */
export function formatInstant(at: Instant, zone: Zone): string {
  return `${formatWeekdayDate(toLocal(at, zone).day)}, ${formatClockTime(at, zone)}`;
}

/** `14.05` from minutes since local midnight. */
export function formatMinuteOfDay(minuteOfDay: number): string {
  return `${pad2(Math.floor(minuteOfDay / 60))}.${pad2(minuteOfDay % 60)}`;
}

function formatWeekday(day: Day): string {
  return SHORT_WEEKDAYS[weekdayOf(day)] ?? '';
}

function formatDayAndMonth(day: Day): string {
  return `${dayOfMonthOf(day)} ${SHORT_MONTHS[monthOf(day) - 1]}`;
}

function pad2(value: number): string {
  return String(value).padStart(2, '0');
}
