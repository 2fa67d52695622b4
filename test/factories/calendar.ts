import type { CalendarPack } from '#domain/time/calendar/pack.ts';

/** A calendar without holidays for the years around an instant, so that tests against real time hold in every year. */
export function calendarAround(now: number): CalendarPack {
  const year = new Date(now).getUTCFullYear();
  return {
    id: 'uji',
    version: 1,
    name: 'Kalender uji',
    zone: 'Asia/Makassar',
    years: [year - 1, year, year + 1, year + 2],
    holidays: [],
    jointLeave: [],
    service: { fromMinute: 480, toMinute: 960 },
    source: 'test',
  };
}
