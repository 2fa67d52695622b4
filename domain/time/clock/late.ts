import type { Switches } from '#domain/law/rules/switches.ts';
import { fractionOf, type Rupiah } from '#domain/money/money.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { MS_PER_DAY, type WorkCalendar } from '#domain/time/calendar/work-calendar.ts';
import { workingMsBetween } from '#domain/time/calendar/working-time.ts';
import type { Standstill } from './pauses.ts';

/** PP 44/2015 arts. 37 and 40: one hundredth of the nominal for each day late. */
const LATE_PERCENT = 1;

/**
 * Whole or begun days after the due instant. A working day has begun when its service has: paid between Friday's closing and
 * Monday's opening no working day is late, and the first ends with Monday's service. `excluded`: pauses that are not counted.
 */
export function lateDaysBetween(
  calendar: WorkCalendar,
  dueAt: Instant,
  until: Instant,
  dayKind: Switches['late.dayKind'],
  excluded: readonly Standstill[] = [],
): number {
  if (until <= dueAt) return 0;
  const lengthOf = (from: Instant, to: Instant): number => (dayKind === 'calendarDays' ? to - from : workingMsBetween(calendar, from, to));
  let lateMs = lengthOf(dueAt, until);
  for (const { from, to } of excluded) {
    const [begin, end] = [Math.max(from, dueAt), Math.min(to, until)];
    if (begin < end) lateMs -= lengthOf(begin, end);
  }
  return Math.ceil(lateMs / (dayKind === 'calendarDays' ? MS_PER_DAY : calendar.serviceMs));
}

/** Compensation for lateness; calculated on every clock, owed only where the law prices it. */
export function lateAmount(base: Rupiah, lateDays: number): Rupiah {
  return fractionOf(base, LATE_PERCENT * lateDays, 100);
}
