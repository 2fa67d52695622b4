import { addDays, addMonths, type Day } from '#domain/time/calendar/day.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import type { Story } from './people.ts';

/**
 * Eight months of contributions up to the month before the event, a signature seven months before it. All of it counted from the event:
 * counted from another day, a month may be missing at the turn of a month, and the claim is in arrears, rightly.
 */
export function storyOf(eventOn: Day, n: number): Story {
  const first = addMonths(eventOn, -8);
  return {
    signedOn: addMonths(eventOn, -7),
    diedOn: eventOn,
    paidMonths: Array.from({ length: 8 }, (_, index) => addMonths(first, index).slice(0, 7)),
    accountNumber: `13000${String(n).padStart(8, '0')}`,
  };
}

/** A death ten days ago, seen from `now`: papers are fresh in every year. */
export function storyBefore(now: number, n: number): Story {
  return storyOf(addDays(toLocal(now, 'Asia/Makassar').day, -10), n);
}
