import type { Switches } from '#domain/law/rules/switches.ts';
import { asWita, dueOf, type ViewCase, viewOf } from './clock-cases.ts';

describe('every doubt of the clock is a switch that changes it', () => {
  test.each<[string, ViewCase, Partial<Switches>, string]>([
    ['joint leave is free', { startedAt: '2026-03-17 10:00' }, { 'calendar.jointLeave': 'nonWorking' }, '2026-03-27 16:00'],
    ['joint leave is worked', { startedAt: '2026-03-17 10:00' }, { 'calendar.jointLeave': 'working' }, '2026-03-23 16:00'],
    ['the start day is day 0', {}, { 'sla.countStartDay': false }, '2026-11-19 16:00'],
    ['the start day is day 1', {}, { 'sla.countStartDay': true }, '2026-11-18 16:00'],
    ['the start day is day 1, calendar days', { clock: 'partner-promise' }, { 'sla.countStartDay': true }, '2026-11-22 16:00'],
    [
      'an evening start counts as the next working day',
      { startedAt: '2026-11-20 17:00' },
      { 'sla.startAfterHours': 'nextWorkingDay' },
      '2026-11-26 16:00',
    ],
    ['an evening start counts as that day', { startedAt: '2026-11-20 17:00' }, { 'sla.startAfterHours': 'sameDay' }, '2026-11-25 16:00'],
    ['a Saturday start counts as that day', { startedAt: '2026-11-21 10:00' }, { 'sla.startAfterHours': 'sameDay' }, '2026-11-25 16:00'],
    ['due when the office closes', {}, { 'sla.dueAt': 'endOfService' }, '2026-11-19 16:00'],
    ['due when the day ends', {}, { 'sla.dueAt': 'endOfDay' }, '2026-11-20 00:00'],
    [
      'the promise counts calendar days',
      { clock: 'partner-promise' },
      { 'sla.partnerPromise': { unit: 'calendarDays', start: 'complete' } },
      '2026-11-23 16:00',
    ],
    [
      'the promise counts working days',
      { clock: 'partner-promise' },
      { 'sla.partnerPromise': { unit: 'workingDays', start: 'complete' } },
      '2026-11-25 16:00',
    ],
    ['a suspected accident has thirty days', { clock: 'suspected-accident' }, { 'jkk.suspectedDays': 30 }, '2026-12-16 16:00'],
    ['a suspected accident has fourteen days', { clock: 'suspected-accident' }, { 'jkk.suspectedDays': 14 }, '2026-11-30 16:00'],
  ])('%s', (_about, given, switches, dueAt) => {
    expect(dueOf({ ...given, switches })).toBe(dueAt);
  });

  test.each([
    ['calendarDays', '2026-11-19 16:01', 1],
    ['calendarDays', '2026-11-20 16:00', 1],
    ['calendarDays', '2026-11-23 10:00', 4],
    ['workingDays', '2026-11-19 16:01', 0],
    ['workingDays', '2026-11-20 08:01', 1],
    ['workingDays', '2026-11-22 10:00', 1],
    ['workingDays', '2026-11-23 10:00', 2],
  ] as const)('lateness in %s, seen %s, is %i', (dayKind, asOf, lateDays) => {
    expect(viewOf({ asOf, switches: { 'late.dayKind': dayKind } })).toMatchObject({ standing: 'late', lateDays });
  });

  test.each([
    ['counts', 'calendarDays', 7],
    ['excluded', 'calendarDays', 3],
    ['counts', 'workingDays', 5],
    ['excluded', 'workingDays', 3],
  ] as const)('a dispute that began after the deadline %s, in %s: %i days late', (reading, dayKind, lateDays) => {
    // Due Thursday 19 November 16:00, disputed from Friday 10:00 to Tuesday 10:00, seen Thursday a week later at noon.
    const switches = { 'late.pausedAfterDue': reading, 'late.dayKind': dayKind } as const;
    const view = viewOf({ pauses: [['2026-11-20 10:00', '2026-11-24 10:00']], asOf: '2026-11-26 12:00', switches });
    expect({ ...view, dueAt: asWita(view.dueAt) }).toMatchObject({ dueAt: '2026-11-19 16:00', standing: 'late', lateDays });
  });

  test.each(['counts', 'excluded'] as const)(
    'a dispute that began before the deadline moves it, whatever is read of later ones (%s)',
    (reading) => {
      const view = viewOf({
        pauses: [['2026-11-19 15:00', '2026-11-20 15:00']],
        asOf: '2026-11-23 10:00',
        switches: { 'late.pausedAfterDue': reading },
      });
      expect({ ...view, dueAt: asWita(view.dueAt) }).toMatchObject({ dueAt: '2026-11-20 16:00', lateDays: 3 });
    },
  );

  test('a deadline at the end of the day is told in service hours all the same', () => {
    const view = viewOf({ switches: { 'sla.dueAt': 'endOfDay' } });
    expect(view.rungs.map((rung) => asWita(rung.at))).toEqual(['2026-11-18 09:00', '2026-11-19 08:30', '2026-11-19 16:00']);
  });

  test('a deadline at the end of the day is not late in the evening', () => {
    const switches = { 'sla.dueAt': 'endOfDay' } as const;
    expect(viewOf({ asOf: '2026-11-20 00:00', switches })).toMatchObject({ standing: 'soon', remainingMinutes: 0 });
    expect(viewOf({ asOf: '2026-11-20 00:01', switches })).toMatchObject({ standing: 'late', lateDays: 1 });
  });

  test('counting the start day never makes a clock due before it began', () => {
    const switches = { 'sla.countStartDay': true, 'sla.startAfterHours': 'sameDay' } as const;
    expect(dueOf({ startedAt: '2026-11-16 18:00', budget: 1, switches })).toBe('2026-11-16 18:00');
    expect(dueOf({ startedAt: '2026-11-21 10:00', budget: 1, switches })).toBe('2026-11-23 16:00');
  });
});
