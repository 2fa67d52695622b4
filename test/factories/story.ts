import { addDays, addMonths } from '#domain/calendar/day.ts';
import { toLocal } from '#domain/calendar/zone.ts';
import type { Story } from './people.ts';

/** Eight months of contributions, a signature seven months ago and a death ten days ago, seen from `now`: papers are fresh in every year. */
export function storyBefore(now: number, n: number): Story {
  const today = toLocal(now, 'Asia/Makassar').day;
  const died = addDays(today, -10);
  const first = addMonths(died, -8);
  return {
    signedOn: addMonths(died, -7),
    diedOn: died,
    paidMonths: Array.from({ length: 8 }, (_, index) => addMonths(first, index).slice(0, 7)),
    accountNumber: `13000${String(n).padStart(8, '0')}`,
  };
}
