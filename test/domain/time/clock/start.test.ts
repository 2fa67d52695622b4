import { withSwitches } from '#domain/law/rules/switches.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { asWita, dueOf, ledgerOf, viewOf, wita } from './clock-cases.ts';

describe('where a clock in working days begins', () => {
  test.each([
    ['in the middle of service', '2026-11-16 10:00', '2026-11-19 16:00', '2026-11-16 10:00'],
    ['before opening: the same day is day 0', '2026-11-16 06:00', '2026-11-19 16:00', '2026-11-16 06:00'],
    ['at midnight', '2026-11-16 00:00', '2026-11-19 16:00', '2026-11-16 00:00'],
    ['exactly at opening', '2026-11-16 08:00', '2026-11-19 16:00', '2026-11-16 08:00'],
    ['exactly at closing is still that day', '2026-11-16 16:00', '2026-11-19 16:00', '2026-11-16 16:00'],
    ['a minute after closing: the next working day is day 0', '2026-11-16 16:01', '2026-11-20 16:00', '2026-11-17 08:00'],
    ['after closing on a Friday', '2026-11-20 17:00', '2026-11-26 16:00', '2026-11-23 08:00'],
    ['on a Saturday', '2026-11-21 11:00', '2026-11-26 16:00', '2026-11-23 08:00'],
    ['on a Sunday', '2026-11-22 23:59', '2026-11-26 16:00', '2026-11-23 08:00'],
    ['on a holiday in the week', '2026-08-17 10:00', '2026-08-21 16:00', '2026-08-18 08:00'],
    ['on a joint-leave day before a holiday and a weekend', '2026-12-24 10:00', '2026-12-31 16:00', '2026-12-28 08:00'],
  ])('%s', (_about, startedAt, dueAt, effectiveStart) => {
    const view = viewOf({ startedAt });
    expect([asWita(view.dueAt), asWita(view.effectiveStart)]).toEqual([dueAt, effectiveStart]);
  });

  test('time before opening is not used time', () => {
    expect(viewOf({ startedAt: '2026-11-16 06:00', asOf: '2026-11-16 08:30' })).toMatchObject({ usedMinutes: 30, remainingMinutes: 1_890 });
  });

  test('before the effective start the whole budget is left', () => {
    expect(viewOf({ startedAt: '2026-11-21 11:00', asOf: '2026-11-22 12:00' })).toMatchObject({ usedMinutes: 0, remainingMinutes: 1_920 });
  });

  test('seen from before its start a clock is whole and safe', () => {
    expect(viewOf({ asOf: '2026-11-15 10:00' })).toMatchObject({ state: 'running', standing: 'safe', usedMinutes: 0, lateDays: 0 });
  });

  test('the last working day of the year needs no calendar of the next', () => {
    expect(dueOf({ startedAt: '2026-12-28 10:00', asOf: '2026-12-31 16:00' })).toBe('2026-12-31 16:00');
  });

  test('the end of 31 December needs no calendar of the next year either', () => {
    const given = { startedAt: '2026-12-28 10:00', asOf: '2027-01-01 00:00', switches: { 'sla.dueAt': 'endOfDay' } } as const;
    expect(viewOf(given)).toMatchObject({ standing: 'soon', lateDays: 0 });
  });

  test('a year that is merely passed is needed too', () => {
    expect(() => viewOf({ asOf: '2027-01-04 10:00' })).toThrow(expect.objectContaining({ code: 'calendar-year-missing' }));
  });

  test('a clock that stopped in time does not need the year somebody looks at it', () => {
    expect(viewOf({ stoppedAt: '2026-11-18 10:00', asOf: '2031-01-04 10:00' }).standing).toBe('met');
  });

  test('a share is spent when all of it is: an odd millisecond is rounded up', () => {
    const ledger = { ...ledgerOf(), startedAt: wita('2026-11-16 10:00') + 1 };
    const { rungs, remainingMinutes } = deriveClock(ledger, NTT_2026, ledger.startedAt, withSwitches());
    expect(rungs[0]?.at).toBe(wita('2026-11-18 09:00') + 1);
    expect(remainingMinutes).toBe(1_799);
  });
});
