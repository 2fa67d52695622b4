import { type Day, fromEpochDay, toEpochDay } from './day.ts';
import type { Instant } from './instant.ts';
import { countWorkingDays, isWorkingEpochDay, MS_PER_DAY, MS_PER_MINUTE, nthWorkingDayAfter, type WorkCalendar } from './work-calendar.ts';

/** Working time is the service hours of working days. All of it throws `calendar-year-missing` for a year the pack does not know. */
export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  return isWorkingEpochDay(calendar, toEpochDay(day));
}

/** The first working day after `day`. */
export function nextWorkingDay(calendar: WorkCalendar, day: Day): Day {
  return addWorkingDays(calendar, day, 1);
}

/** The n-th working day after `day`; `day` itself for 0, working or not. */
export function addWorkingDays(calendar: WorkCalendar, day: Day, workingDays: number): Day {
  return fromEpochDay(nthWorkingDayAfter(calendar, toEpochDay(day), workingDays));
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  return countWorkingDays(calendar, toEpochDay(from) + 1, toEpochDay(to) + 1);
}

/** Whole working minutes from `from` to `to`; negative when `to` is earlier. */
export function workingMinutesBetween(calendar: WorkCalendar, from: Instant, to: Instant): number {
  return wholeMinutes(workingMsBetween(calendar, from, to));
}

/** The earliest instant with so many working minutes between: the end of a day's service is its closing, never the next opening. */
export function addWorkingMinutes(calendar: WorkCalendar, from: Instant, workingMinutes: number): Instant {
  return addWorkingMs(calendar, from, workingMinutes * MS_PER_MINUTE);
}

export function workingMsBetween(calendar: WorkCalendar, from: Instant, to: Instant): number {
  if (to === from) return 0;
  if (to < from) return -workingMsBetween(calendar, to, from);
  const start = localDayOf(calendar, from);
  const end = localDayOf(calendar, to);
  const wholeDays = countWorkingDays(calendar, start, end);
  return wholeDays * calendar.serviceMs + servedMs(calendar, end, to) - servedMs(calendar, start, from);
}

export function addWorkingMs(calendar: WorkCalendar, from: Instant, workingMs: number): Instant {
  if (workingMs <= 0) return from;
  let day = localDayOf(calendar, from);
  let left = workingMs + servedMs(calendar, day, from);
  while (!isWorkingEpochDay(calendar, day) || left > calendar.serviceMs) {
    if (isWorkingEpochDay(calendar, day)) left -= calendar.serviceMs;
    day += 1;
  }
  return midnightOf(calendar, day) + servedAt(calendar, left);
}

/** `at` itself within service hours, closing and the beginning of a break included; otherwise when service next begins. */
export function serviceMomentFrom(calendar: WorkCalendar, at: Instant): Instant {
  const day = localDayOf(calendar, at);
  const msOfDay = at - midnightOf(calendar, day);
  const span = isWorkingEpochDay(calendar, day) ? calendar.spans.find(({ toMs }) => msOfDay <= toMs) : undefined;
  if (span) return Math.max(at, midnightOf(calendar, day) + span.fromMs);
  return openingOf(calendar, nthWorkingDayAfter(calendar, day, 1));
}

/** The epoch day an instant falls on in the calendar's zone. */
export function localDayOf(calendar: WorkCalendar, at: Instant): number {
  return Math.floor((at + calendar.offsetMs) / MS_PER_DAY);
}

export function midnightOf(calendar: WorkCalendar, epochDay: number): Instant {
  return epochDay * MS_PER_DAY - calendar.offsetMs;
}

export function openingOf(calendar: WorkCalendar, epochDay: number): Instant {
  return midnightOf(calendar, epochDay) + calendar.openMs;
}

export function closingOf(calendar: WorkCalendar, epochDay: number): Instant {
  return midnightOf(calendar, epochDay) + calendar.closeMs;
}

/** Rounded towards 0: nobody is promised, or blamed for, a minute that is not whole. */
export function wholeMinutes(ms: number): number {
  return Math.trunc(ms / MS_PER_MINUTE) + 0;
}

/** Service already over on that day at `at`. Midnight needs no calendar: nothing of the day, perhaps of an unknown year, has passed. */
function servedMs(calendar: WorkCalendar, epochDay: number, at: Instant): number {
  const msOfDay = at - midnightOf(calendar, epochDay);
  if (msOfDay === 0 || !isWorkingEpochDay(calendar, epochDay)) return 0;
  let served = 0;
  for (const { fromMs, toMs } of calendar.spans) served += Math.min(Math.max(msOfDay - fromMs, 0), toMs - fromMs);
  return served;
}

/** Milliseconds since midnight when so much of a day's service is over: the end of the hours before a break, never the hour after it. */
function servedAt(calendar: WorkCalendar, servedOfDay: number): number {
  let left = servedOfDay;
  for (const { fromMs, toMs } of calendar.spans) {
    if (left <= toMs - fromMs) return fromMs + left;
    left -= toMs - fromMs;
  }
  return calendar.closeMs;
}
