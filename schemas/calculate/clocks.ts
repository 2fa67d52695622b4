import { z } from 'zod';
import { yearOf } from '#domain/time/calendar/day.ts';
import { ZONE_IDS } from '#domain/time/calendar/zone.ts';
import type { ClockInput } from '#domain/time/clock/calculate.ts';
import { CLOCK_IDS } from '#domain/time/clock/definitions.ts';
import { PAUSE_GROUNDS } from '#domain/time/clock/grounds.ts';
import { DayText, InstantText, listOf, RupiahAmount } from '#schemas/primitives.ts';
import { ServiceHoursShape } from '#schemas/service-hours.ts';
import { SwitchOverrides } from './switches.ts';

/** Of days or hours: eleven years of hours. */
const MOST_UNITS = 100_000;

const CalendarShape = z
  .strictObject({
    years: listOf(z.int().min(1_000).max(9_998), 200),
    holidays: listOf(DayText, 10_000),
    jointLeave: listOf(DayText, 10_000),
    localHolidays: z.exactOptional(listOf(DayText, 10_000)),
    service: ServiceHoursShape,
  })
  .superRefine((calendar, context) => {
    // A holiday in a year the calendar does not speak for is a slip of the pen that would silently move a deadline.
    for (const list of ['holidays', 'jointLeave', 'localHolidays'] as const) {
      for (const [index, day] of (calendar[list] ?? []).entries()) {
        if (calendar.years.includes(yearOf(day))) continue;
        context.addIssue({ code: 'custom', path: [list, index], message: 'Hari ini di luar tahun-tahun kalender (calendar.years).' });
        return;
      }
    }
  });

const PauseShape = z.strictObject({ from: InstantText, to: z.exactOptional(InstantText), ground: z.enum(PAUSE_GROUNDS) });

export const ClocksShape: z.ZodType<ClockInput> = z
  .strictObject({
    clock: z.enum(CLOCK_IDS),
    startedAt: InstantText,
    zone: z.enum(ZONE_IDS),
    calendar: CalendarShape,
    budget: z.exactOptional(z.int().min(0).max(MOST_UNITS)),
    pauses: z.exactOptional(listOf(PauseShape, 10_000)),
    asOf: InstantText,
    stoppedAt: z.exactOptional(InstantText),
    base: z.exactOptional(RupiahAmount),
    switches: z.exactOptional(SwitchOverrides),
  })
  .describe('one clock with its pauses, as of an instant');
