import { type Day, day } from '#domain/calendar/day.ts';
import type { CalendarPack } from '#domain/calendar/pack.ts';
import { NTT_2026 } from '#domain/calendar/packs/ntt-2026.ts';

/** Holidays whose date no decree moves. */
const FIXED = ['01-01', '05-01', '06-01', '08-17', '12-25'];

/**
 * The sandbox works in every year, also before the decree of that year: 2026 as decreed, the years around today with the holidays of fixed
 * date only. Its name says so under every deadline; production loads decreed years and nothing else.
 */
export function sandboxCalendar(now: number): CalendarPack {
  const year = new Date(now).getUTCFullYear();
  const others = [year - 1, year, year + 1, year + 2].filter((candidate) => candidate !== 2026);
  const fixed = others.flatMap((candidate): Day[] => FIXED.map((monthAndDay) => day(`${candidate}-${monthAndDay}`)));
  return {
    ...NTT_2026,
    id: 'ntt-sandbox',
    version: year,
    name: `NTT ${year} (peragaan)`,
    years: [2026, ...others].sort(),
    holidays: [...NTT_2026.holidays, ...fixed].sort(),
    source: `${NTT_2026.source}; tahun lain hanya libur bertanggal tetap`,
  };
}
