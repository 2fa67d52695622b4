import type { Instant } from '#domain/calendar/instant.ts';
import { MS_PER_DAY, type WorkCalendar } from '#domain/calendar/work-calendar.ts';
import { workingMsBetween } from '#domain/calendar/working-time.ts';
import { fractionOf, type Rupiah } from '#domain/money.ts';
import type { Switches } from '#domain/rules/switches.ts';

/** PP 44/2015 arts. 37 and 40: one hundredth of the nominal for each day late. */
const LATE_PERCENT = 1;

/**
 * Whole or begun days after the due instant. A working day has begun when its service has: paid between Friday's closing and
 * Monday's opening no working day is late, and the first ends with Monday's service.
 */
export function lateDaysBetween(calendar: WorkCalendar, dueAt: Instant, until: Instant, dayKind: Switches['late.dayKind']): number {
  if (until <= dueAt) return 0;
  if (dayKind === 'calendarDays') return Math.ceil((until - dueAt) / MS_PER_DAY);
  return Math.ceil(workingMsBetween(calendar, dueAt, until) / calendar.serviceMs);
}

/** Compensation for lateness; calculated on every clock, owed only where the law prices it. */
export function lateAmount(base: Rupiah, lateDays: number): Rupiah {
  return fractionOf(base, LATE_PERCENT * lateDays, 100);
}
