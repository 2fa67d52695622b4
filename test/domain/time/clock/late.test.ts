import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { workCalendar } from '#domain/time/calendar/work-calendar.ts';
import { lateDaysBetween } from '#domain/time/clock/late.ts';
import { wita } from './clock-cases.ts';

const CALENDAR = workCalendar(NTT_2026, 'nonWorking');
const due = wita('2026-11-19 16:00');

describe('days late between two instants', () => {
  test.each(['calendarDays', 'workingDays'] as const)('whoever pays days early is not owed days back, in %s', (dayKind) => {
    expect(lateDaysBetween(CALENDAR, due, wita('2026-11-16 10:00'), dayKind)).toBe(0);
    expect(lateDaysBetween(CALENDAR, due, due, dayKind)).toBe(0);
  });
});
