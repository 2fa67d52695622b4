import { day, toEpochDay } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { freeDayKinds, workCalendar } from '#domain/time/calendar/work-calendar.ts';
import {
  addWorkingDays,
  addWorkingMinutes,
  isWorkingDay,
  nextWorkingDay,
  serviceMomentFrom,
  workingDaysBetween,
  workingMinutesBetween,
} from '#domain/time/calendar/working-time.ts';

const NTT = workCalendar(NTT_2026, 'nonWorking');
const LEAVE_WORKED = workCalendar(NTT_2026, 'working');
const wita = (text: string): number => instant(`${text.replace(' ', 'T')}:00Z`) - 8 * 3_600_000;

describe('a working day', () => {
  test.each([
    ['2026-11-16', true, 'a Monday'],
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-08-17', false, 'a holiday'],
    ['2026-12-24', false, 'joint leave'],
    ['2026-12-31', true, 'the last day of the year'],
    ['2026-01-02', true, 'the day after New Year'],
  ])('%s is working: %s, being %s', (date, working) => {
    expect(isWorkingDay(NTT, day(date))).toBe(working);
  });

  test('includes joint leave where the switch says so, and no holiday', () => {
    expect([isWorkingDay(LEAVE_WORKED, day('2026-12-24')), isWorkingDay(LEAVE_WORKED, day('2026-12-25'))]).toEqual([true, false]);
  });

  test('of a year without calendar is nobody’s guess', () => {
    for (const unknown of ['2025-12-31', '2027-01-01', '2027-01-02']) {
      expect(() => isWorkingDay(NTT, day(unknown))).toThrow(expect.objectContaining({ code: 'calendar-year-missing' }));
    }
  });

  test('before 1970 falls on the right weekday', () => {
    const old = workCalendar({ ...NTT_2026, years: [1965] }, 'nonWorking');
    expect(['1965-08-16', '1965-08-15', '1965-08-14'].map((date) => isWorkingDay(old, day(date)))).toEqual([true, false, false]);
  });

  test('knows every reason why it is free', () => {
    expect(freeDayKinds(NTT, toEpochDay(day('2026-03-21')))).toEqual(['weekend', 'holiday']);
    expect(freeDayKinds(LEAVE_WORKED, toEpochDay(day('2026-03-23')))).toEqual(['jointLeave']);
    expect(freeDayKinds(NTT, toEpochDay(day('2026-11-16')))).toEqual([]);
  });
});

describe('working-day arithmetic', () => {
  test.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-03-17', 3, '2026-03-27'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('%s and %i working days are %s', (from, workingDays, to) => {
    expect(addWorkingDays(NTT, day(from), workingDays)).toBe(to);
  });

  test('the next working day after a Thursday before a long weekend', () => {
    expect(nextWorkingDay(NTT, day('2026-05-13'))).toBe('2026-05-18');
  });

  test.each([
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-23', '2026-11-20', 0],
    ['2026-01-01', '2026-12-31', 240],
  ])('between %s and %s lie %i', (from, to, workingDays) => {
    expect(workingDaysBetween(NTT, day(from), day(to))).toBe(workingDays);
  });

  test('passing through a year without calendar is refused, whatever lies on both sides', () => {
    const gap = workCalendar({ ...NTT_2026, years: [2026, 2028] }, 'nonWorking');
    expect(() => workingDaysBetween(gap, day('2026-12-01'), day('2028-01-10'))).toThrow(
      expect.objectContaining({ code: 'calendar-year-missing' }),
    );
    expect(() => addWorkingDays(gap, day('2026-12-31'), 1)).toThrow('tahun 2027 belum ada');
  });
});

describe('working minutes', () => {
  test.each([
    ['2026-11-16 10:00', '2026-11-16 11:30', 90],
    ['2026-11-16 07:00', '2026-11-16 08:00', 0],
    ['2026-11-16 16:00', '2026-11-17 08:00', 0],
    ['2026-11-16 10:00', '2026-11-17 10:00', 480],
    ['2026-11-20 15:00', '2026-11-23 09:00', 120],
    ['2026-11-23 09:00', '2026-11-20 15:00', -120],
    ['2026-11-16 10:00', '2026-11-16 10:00', 0],
    ['2026-12-31 10:00', '2027-01-01 00:00', 360],
  ])('from %s to %s are %i', (from, to, minutes) => {
    expect(workingMinutesBetween(NTT, wita(from), wita(to))).toBe(minutes);
  });

  test('only whole ones count, and none is negative nothing', () => {
    const from = wita('2026-11-16 10:00');
    expect(workingMinutesBetween(NTT, from, from + 119_999)).toBe(1);
    expect(Object.is(workingMinutesBetween(NTT, from + 30_000, from), 0)).toBe(true);
  });

  test.each([
    ['2026-11-16 10:00', 90, '2026-11-16 11:30'],
    ['2026-11-16 10:00', 360, '2026-11-16 16:00'],
    ['2026-11-16 10:00', 361, '2026-11-17 08:01'],
    ['2026-11-16 07:00', 1, '2026-11-16 08:01'],
    ['2026-11-20 16:00', 480, '2026-11-23 16:00'],
    ['2026-11-21 10:00', 0, '2026-11-21 10:00'],
  ])('%s and %i minutes are %s', (from, minutes, to) => {
    expect(addWorkingMinutes(NTT, wita(from), minutes)).toBe(wita(to));
  });

  test.each([
    ['2026-11-16 10:00', '2026-11-16 10:00'],
    ['2026-11-16 16:00', '2026-11-16 16:00'],
    ['2026-11-16 16:01', '2026-11-17 08:00'],
    ['2026-11-16 03:00', '2026-11-16 08:00'],
    ['2026-11-21 12:00', '2026-11-23 08:00'],
  ])('the first service moment from %s is %s', (from, moment) => {
    expect(serviceMomentFrom(NTT, wita(from))).toBe(wita(moment));
  });
});
