import { addDays, type Day, day } from '#domain/time/calendar/day.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { toCalendarFile } from '#services/calendars/calendar-view.ts';
import { calendarAround } from './calendar.ts';

/** A calendar fit to be proposed, for the years around `now`. Two holidays a year: one may be corrected away in any month. */
export function decreedCalendar(now: number, id: string): CalendarPack {
  const around = calendarAround(now);
  const years = [Math.min(...around.years) - 1, ...around.years];
  const holidays = years.flatMap((year) => [day(`${year}-01-01`), day(`${year}-07-01`)]);
  return { ...around, id, name: 'Kalender uji', years, holidays, source: 'SKB uji' };
}

/** The next version, with these days free as well, or no longer. */
export function corrected(
  pack: CalendarPack,
  { add = [], drop = [] }: { readonly add?: readonly Day[]; readonly drop?: readonly Day[] },
): CalendarPack {
  const holidays = [...new Set([...pack.holidays.filter((free) => !drop.includes(free)), ...add])].toSorted();
  return { ...pack, version: pack.version + 1, holidays };
}

/** Days from `first` to `last`, counted from the day of `now`. */
export function daysFrom(now: number, first: number, last: number): readonly Day[] {
  const today = toLocal(now, 'Asia/Makassar').day;
  return Array.from({ length: last - first + 1 }, (_, index) => addDays(today, first + index));
}

/** As a person sends it. */
export const asFile = toCalendarFile;
