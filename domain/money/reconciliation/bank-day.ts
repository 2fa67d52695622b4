import { addDays, type Day, daysBetween } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { fromLocal, toLocal, type Zone } from '#domain/time/calendar/zone.ts';

/** Banks of the whole country close their day by Jakarta's clock: 01.00 in Kupang. */
const BANK_ZONE: Zone = 'Asia/Jakarta';

export function bankDayOf(at: Instant): Day {
  return toLocal(at, BANK_ZONE).day;
}

/** `until` is the first instant that no longer belongs to the day. */
export function spanOf(day: Day): { readonly from: Instant; readonly until: Instant } {
  const midnight = (of: Day): Instant => fromLocal({ day: of, minuteOfDay: 0 }, BANK_ZONE);
  return { from: midnight(day), until: midnight(addDays(day, 1)) };
}

export function isOver(day: Day, now: Instant): boolean {
  return now >= spanOf(day).until;
}

/** A statement older than this is asked for by hand: no bank keeps them on line for ever. */
const MOST_DAYS_BACK = 60;

/**
 * What a nightly run has to do: every day that is over and has no run yet, from the first one ever run on, oldest first; then the days
 * whose differences are still open, because a later day or answer may have settled them.
 */
export function daysToReconcile(done: readonly Day[], withOpenCases: readonly Day[], now: Instant): readonly Day[] {
  const last = addDays(bankDayOf(now), -1);
  const earliest = addDays(last, 1 - MOST_DAYS_BACK);
  const [first = last] = done.toSorted();
  const missed = daysFrom(first, last).filter((day) => day >= earliest && !done.includes(day));
  const again = withOpenCases.filter((day) => day >= earliest && day <= last && !missed.includes(day));
  return [...missed, ...[...new Set(again)].toSorted()];
}

function daysFrom(first: Day, last: Day): readonly Day[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index));
}
