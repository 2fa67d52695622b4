import { instant } from '#domain/calendar/instant.ts';
import { type ClockInput, calculateClock } from '#domain/clock/calculate.ts';
import type { ClockId } from '#domain/clock/definitions.ts';
import type { PauseGround } from '#domain/clock/grounds.ts';
import { type Rupiah, rupiah } from '#domain/money.ts';

const INPUT: ClockInput = {
  clock: 'jkm-legal',
  startedAt: instant('2026-11-16T02:00:00Z'),
  zone: 'Asia/Makassar',
  calendar: { years: [2026], holidays: [], jointLeave: [], service: { fromMinute: 480, toMinute: 960 } },
  asOf: instant('2026-11-18T02:00:00Z'),
};
const calendarWith = (fromMinute: number, toMinute: number) => ({ calendar: { ...INPUT.calendar, service: { fromMinute, toMinute } } });
const at = instant('2026-11-17T02:00:00Z');

describe('an input that cannot be', () => {
  test.each<[string, string, Partial<ClockInput>]>([
    [
      'a pause that ends before it begins',
      'pauses.1.to',
      {
        pauses: [
          { from: at, ground: 'court-order' },
          { from: at, to: at - 1, ground: 'court-order' },
        ],
      },
    ],
    ['a ground nobody knows', 'pauses.0.ground', { pauses: [{ from: at, ground: 'tired' as PauseGround }] }],
    ['a stop before the start', 'stoppedAt', { stoppedAt: INPUT.startedAt - 1 }],
    ['service that ends as it begins', 'calendar.service.to', calendarWith(480, 480)],
    ['service that ends before it begins', 'calendar.service.to', calendarWith(960, 480)],
    ['service before midnight', 'calendar.service', calendarWith(-1, 480)],
    ['service beyond the day', 'calendar.service', calendarWith(480, 1_441)],
    ['a negative budget', 'budget', { budget: -1 }],
    ['half a day of budget', 'budget', { budget: 1.5 }],
    ['a clock nobody knows', 'clock', { clock: 'coffee' as ClockId }],
    ['a zone outside Indonesia', 'zone', { zone: 'Europe/Oslo' as ClockInput['zone'] }],
    ['a negative base', 'base', { base: -1 as Rupiah }],
    ['a base with cents', 'base', { base: 0.5 as Rupiah }],
    ['a price too large to be exact', 'base', { base: rupiah(Number.MAX_SAFE_INTEGER), asOf: instant('2026-12-01T02:00:00Z') }],
  ])('%s is refused by its field', (_about, field, change) => {
    expect(() => calculateClock({ ...INPUT, ...change })).toThrow(expect.objectContaining({ code: 'invalid-input', field }));
  });

  test.each<[string, Partial<ClockInput>]>([
    ['a pause of no length', { pauses: [{ from: at, to: at, ground: 'court-order' }] }],
    ['a stop at the start', { stoppedAt: INPUT.startedAt }],
    ['service around the clock', calendarWith(0, 1_440)],
    ['a budget of nothing', { budget: 0 }],
    ['a base of nothing', { base: rupiah(0) }],
  ])('%s is unusual but calculated', (_about, change) => {
    expect(calculateClock({ ...INPUT, ...change })).toHaveProperty('dueAt');
  });

  test('a year the calendar lacks is named, with what to do', () => {
    const late = { ...INPUT, startedAt: instant('2026-12-29T02:00:00Z'), asOf: instant('2026-12-29T02:00:00Z') };
    expect(() => calculateClock(late)).toThrow(
      expect.objectContaining({
        code: 'calendar-year-missing',
        field: 'calendar.years',
        message: expect.stringMatching(/tahun 2027 belum ada.*memuat 2026\. Muat dan aktifkan kalender 2027/),
      }),
    );
  });

  test('a calendar of no year says so', () => {
    const empty = { ...INPUT, calendar: { ...INPUT.calendar, years: [] } };
    expect(() => calculateClock(empty)).toThrow('tidak ada tahun');
  });
});

describe('the price of lateness', () => {
  test('two days late on 42 million are 840,000', () => {
    const stoppedAt = instant('2026-11-21T08:00:00Z');
    const paid = calculateClock({ ...INPUT, stoppedAt, asOf: stoppedAt, base: rupiah(42_000_000) });
    expect([paid.lateDays, paid.lateAmount]).toEqual([2, 840_000]);
  });

  test('a base that one percent does not divide is rounded half up, once', () => {
    const stoppedAt = instant('2026-11-22T07:00:00Z');
    const paid = calculateClock({ ...INPUT, stoppedAt, asOf: stoppedAt, base: rupiah(1_050) });
    expect([paid.lateDays, paid.lateAmount]).toEqual([3, 32]);
  });

  test('without a base there is no price', () => {
    expect(calculateClock({ ...INPUT, asOf: instant('2026-12-01T02:00:00Z') })).toMatchObject({ lateDays: 12, lateAmount: 0 });
  });
});
