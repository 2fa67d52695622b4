import { type Day, day } from '#domain/time/calendar/day.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { NTT_2027 } from '#domain/time/calendar/packs/ntt-2027.ts';

/** Holidays whose date no decree moves. */
const FIXED = ['01-01', '05-01', '06-01', '08-17', '12-25'];

/**
 * The sandbox works in every year, also before the decree of that year: decreed years as decreed, those after the last of them, up to two
 * years ahead, with the holidays of fixed date only. Its name says so under every deadline; production loads decreed years and nothing else.
 */
export function sandboxCalendar(now: number): CalendarPack {
  const year = new Date(now).getUTCFullYear();
  const decreed = NTT_2027.years;
  const firstInvented = Math.max(...decreed) + 1;
  const invented = Array.from({ length: Math.max(year + 3 - firstInvented, 1) }, (_, index) => firstInvented + index);
  const fixed = invented.flatMap((each): Day[] => FIXED.map((monthAndDay) => day(`${each}-${monthAndDay}`)));
  return {
    ...NTT_2027,
    id: 'ntt-sandbox',
    // A version once kept never changes: another decreed year makes another version, as another year does.
    version: year * 10 + decreed.length,
    name: `NTT ${year} (peragaan)`,
    years: [...decreed, ...invented],
    holidays: [...NTT_2027.holidays, ...fixed],
    source: `${NTT_2027.source}; tahun lain hanya libur bertanggal tetap`,
  };
}
