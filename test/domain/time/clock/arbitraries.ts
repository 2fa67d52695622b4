import fc from 'fast-check';
import { type Switches, withSwitches } from '#domain/law/rules/switches.ts';
import { addDays, day } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack, ServiceHours } from '#domain/time/calendar/pack.ts';
import { ZONE_IDS } from '#domain/time/calendar/zone.ts';
import { CLOCK_IDS } from '#domain/time/clock/definitions.ts';
import { PAUSE_GROUNDS } from '#domain/time/clock/grounds.ts';
import type { ClockLedger } from '#domain/time/clock/ledger.ts';

const MINUTE = 60_000;
const DAY = 1_440;
const FIRST = instant('2026-11-01T00:00:00Z');

/** Days of November 2026 to January 2027, so that two calendar years are often needed. */
const someDays = fc.uniqueArray(
  fc.integer({ min: 0, max: 80 }).map((offset) => addDays(day('2026-11-01'), offset)),
  { maxLength: 12 },
);

const service = fc
  .tuple(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 1, max: 600 }))
  .map(([fromMinute, length]) => ({ fromMinute, toMinute: Math.min(fromMinute + length, DAY) }));

/** Up to two breaks, strictly within the hours, which may touch nothing but each other's neighbourhood. */
const withBreaks = fc.tuple(service, fc.array(fc.nat(), { minLength: 2, maxLength: 4 })).map(([hours, cuts]): ServiceHours => {
  const inner = hours.toMinute - hours.fromMinute - 1;
  if (inner < 2) return hours;
  const marks = [...new Set(cuts.map((cut) => hours.fromMinute + 1 + (cut % inner)))].sort((a, b) => a - b);
  const breaks = Array.from({ length: Math.floor(marks.length / 2) }, (_, index) => {
    return { fromMinute: marks[index * 2] ?? 0, toMinute: marks[index * 2 + 1] ?? 0 };
  });
  return breaks.length === 0 ? hours : { ...hours, breaks };
});

const LUNCH: ServiceHours = { fromMinute: 480, toMinute: 960, breaks: [{ fromMinute: 720, toMinute: 780 }] };

export const packs: fc.Arbitrary<CalendarPack> = fc
  .record({
    zone: fc.constantFrom(...ZONE_IDS),
    holidays: someDays,
    jointLeave: someDays,
    localHolidays: fc.option(someDays, { nil: undefined }),
    service: fc.oneof(fc.constant<ServiceHours>({ fromMinute: 480, toMinute: 960 }), fc.constant(LUNCH), service, withBreaks),
  })
  .map(({ localHolidays, ...parts }) => ({
    ...parts,
    ...(localHolidays ? { localHolidays } : {}),
    id: 'random',
    version: 1,
    name: 'acak',
    years: [2026, 2027],
    source: 'random',
  }));

export const minutesFromStart = fc.integer({ min: 0, max: 40 * DAY });
export const starts = fc.integer({ min: 0, max: 25 * DAY }).map((minutes) => FIRST + minutes * MINUTE);

const pauseShapes = fc.array(
  fc.record({
    after: fc.integer({ min: -2 * DAY, max: 15 * DAY }),
    lasts: fc.option(fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 6 * DAY })), { nil: undefined, freq: 6 }),
    ground: fc.constantFrom(...PAUSE_GROUNDS),
  }),
  { maxLength: 4 },
);

export const ledgers: fc.Arbitrary<ClockLedger> = fc
  .record({
    clock: fc.constantFrom('jkm-legal', 'jkk-legal', 'partner-promise', ...CLOCK_IDS),
    startedAt: starts,
    budget: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    pauses: pauseShapes,
    stopsAfter: fc.option(fc.integer({ min: 0, max: 30 * DAY }), { nil: undefined, freq: 2 }),
  })
  .map(({ clock, startedAt, budget, pauses, stopsAfter }) => ({
    clock,
    generation: 1,
    startedAt,
    ...(budget === undefined ? {} : { budget }),
    ...(stopsAfter === undefined ? {} : { stoppedAt: startedAt + stopsAfter * MINUTE }),
    pauses: pauses.map(({ after, lasts, ground }) => {
      const from = startedAt + after * MINUTE;
      return { from, ground, ...(lasts === undefined ? {} : { to: from + lasts * MINUTE }) };
    }),
  }));

export const switchSettings: fc.Arbitrary<Switches> = fc
  .record({
    'calendar.jointLeave': fc.constantFrom('nonWorking' as const, 'working' as const),
    'sla.countStartDay': fc.boolean(),
    'sla.startAfterHours': fc.constantFrom('sameDay' as const, 'nextWorkingDay' as const),
    'sla.dueAt': fc.constantFrom('endOfService' as const, 'endOfDay' as const),
    'late.dayKind': fc.constantFrom('calendarDays' as const, 'workingDays' as const),
    'late.pausedAfterDue': fc.constantFrom('counts' as const, 'excluded' as const),
    'sla.partnerPromise': fc.record({
      unit: fc.constantFrom('calendarDays' as const, 'workingDays' as const),
      start: fc.constantFrom('complete' as const, 'reported' as const),
    }),
  })
  .map(withSwitches);
