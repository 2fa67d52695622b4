import { type Rupiah, rupiah } from '#domain/money/money.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { type ClockInput, calculateClock, clockFromInput } from '#domain/time/clock/calculate.ts';
import type { ClockId } from '#domain/time/clock/definitions.ts';
import type { PauseGround } from '#domain/time/clock/grounds.ts';

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
  test.each<[string, string, string, Partial<ClockInput>]>([
    [
      'a pause that ends before it begins',
      'pauses.1.to',
      'must not be earlier than its from',
      {
        pauses: [
          { from: at, ground: 'court-order' },
          { from: at, to: at - 1, ground: 'court-order' },
        ],
      },
    ],
    [
      'a ground nobody knows',
      'pauses.0.ground',
      'is not a pause ground of rules.md section 7',
      { pauses: [{ from: at, ground: 'tired' as PauseGround }] },
    ],
    ['a stop before the start', 'stoppedAt', 'must not be earlier than startedAt', { stoppedAt: INPUT.startedAt - 1 }],
    ['service that ends as it begins', 'calendar.service.to', 'must be later than calendar.service.from', calendarWith(480, 480)],
    ['service that ends before it begins', 'calendar.service.to', 'must be later than calendar.service.from', calendarWith(960, 480)],
    ['service before midnight', 'calendar.service', 'must lie within one day, 00:00 to 24:00', calendarWith(-1, 480)],
    ['service beyond the day', 'calendar.service', 'must lie within one day, 00:00 to 24:00', calendarWith(480, 1_441)],
    ['a negative budget', 'budget', 'must be a whole number, 0 or more', { budget: -1 }],
    ['half a day of budget', 'budget', 'must be a whole number, 0 or more', { budget: 1.5 }],
    [
      'a clock nobody knows',
      'clock',
      'must be one of jkm-legal, jkk-legal, partner-promise, stage-1-report, stage-2-report, suspected-accident, complaint, scholarship-proof, first-look, second-eyes, data-breach',
      { clock: 'coffee' as ClockId },
    ],
    [
      'a zone outside Indonesia',
      'zone',
      'must be one of Asia/Jakarta, Asia/Makassar, Asia/Jayapura',
      { zone: 'Europe/Oslo' as ClockInput['zone'] },
    ],
    ['a negative base', 'base', 'must be a whole amount of rupiah, 0 or more', { base: -1 as Rupiah }],
    ['a base with cents', 'base', 'must be a whole amount of rupiah, 0 or more', { base: 0.5 as Rupiah }],
    [
      'a price too large to be exact',
      'base',
      'times so many late days is too large to be exact',
      { base: rupiah(Number.MAX_SAFE_INTEGER), asOf: instant('2026-12-01T02:00:00Z') },
    ],
  ])('%s is refused by its field and rule', (_about, field, rule, change) => {
    const refused = expect.objectContaining({ code: 'invalid-input', field, message: `${field} ${rule}` });
    expect(() => calculateClock({ ...INPUT, ...change })).toThrow(refused);
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

describe('an input becomes a ledger, a calendar and switches', () => {
  test('the calendar is named by its years, so that an explanation says which days were counted with', () => {
    const { pack } = clockFromInput({ ...INPUT, calendar: { ...INPUT.calendar, years: [2026, 2027] } });
    expect(pack).toMatchObject({ id: 'input', version: 1, name: 'masukan 2026, 2027', zone: 'Asia/Makassar', source: 'masukan' });
    expect(clockFromInput({ ...INPUT, calendar: { ...INPUT.calendar, years: [] } }).pack.name).toBe('masukan');
  });

  test('the ledger says no more than the input did', () => {
    expect(clockFromInput(INPUT).ledger).toStrictEqual({ clock: 'jkm-legal', generation: 1, startedAt: INPUT.startedAt, pauses: [] });
    const told = { budget: 0, stoppedAt: at, pauses: [{ from: at, ground: 'court-order' as const }] };
    expect(clockFromInput({ ...INPUT, ...told }).ledger).toMatchObject(told);
  });
});

test('a budget of its own is counted with instead of that of the clock', () => {
  const dueWith = (budget: number) => calculateClock({ ...INPUT, budget }).dueAt;
  expect([dueWith(1), dueWith(5)]).toEqual([instant('2026-11-17T08:00:00Z'), instant('2026-11-23T08:00:00Z')]);
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
