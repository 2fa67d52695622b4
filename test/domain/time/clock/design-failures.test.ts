import { withSwitches } from '#domain/law/rules/switches.ts';
import { day } from '#domain/time/calendar/day.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { dueRungs, nextRung, rungKey } from '#domain/time/clock/ladder.ts';
import { extendClock, openClock, pauseClock, resumeClock, stopClock } from '#domain/time/clock/ledger.ts';
import { asWita, dueOf, ledgerOf, viewOf, wita } from './clock-cases.ts';

const SWITCHES = withSwitches();
const NONE = new Set<string>();
const firedBy = (asOf: string, fired: ReadonlySet<string> = NONE, ledger = ledgerOf()) =>
  dueRungs(ledger, NTT_2026, wita(asOf), fired, SWITCHES).map((due) => due.key);

describe('failures others shipped (design.md section 13)', () => {
  test('one day read as 24 working hours: a budget of one day is one day of service', () => {
    expect(dueOf({ budget: 1 })).toBe('2026-11-17 16:00');
    expect(viewOf({ budget: 1, startedAt: '2026-11-16 08:00' }).remainingMinutes).toBe(2 * 480);
  });

  test('a budget of 0 is due at the start instant, with every rung there', () => {
    const view = viewOf({ budget: 0, startedAt: '2026-11-21 03:00' });
    expect([view.dueAt, ...view.rungs.map((rung) => rung.at)].map(asWita)).toEqual(Array(4).fill('2026-11-21 03:00'));
    expect(viewOf({ budget: 0, asOf: '2026-11-16 10:00' })).toMatchObject({ standing: 'soon', remainingMinutes: 0 });
    expect(viewOf({ budget: 0, asOf: '2026-11-16 10:01' })).toMatchObject({ standing: 'late', remainingMinutes: -1 });
  });

  test.each(['partner-promise', 'stage-1-report'] as const)('a budget of 0 is due at the start instant for %s too', (clock) => {
    expect(dueOf({ clock, budget: 0, startedAt: '2026-11-21 03:00' })).toBe('2026-11-21 03:00');
  });

  test('a budget of 0 needs no calendar', () => {
    expect(dueOf({ budget: 0, startedAt: '2031-05-05 10:00' })).toBe('2031-05-05 10:00');
  });

  test('hold time added as wall clock instead of working time: a night on hold costs no working hour', () => {
    const overnight = { pauses: [['2026-11-17 15:00', '2026-11-18 09:00']], asOf: '2026-11-18 10:00' } as const;
    expect(dueOf(overnight)).toBe('2026-11-20 10:00');
  });

  test('a pause on a holiday moves nothing', () => {
    const given = { startedAt: '2026-08-14 10:00', asOf: '2026-08-18 10:00' };
    expect(dueOf({ ...given, pauses: [['2026-08-17 08:00', '2026-08-17 16:00']] })).toBe(dueOf(given));
  });

  test('a pause may begin on a holiday and counts from the next opening', () => {
    const given = { startedAt: '2026-08-14 10:00', asOf: '2026-08-19 10:00' };
    expect(dueOf(given)).toBe('2026-08-20 16:00');
    expect(dueOf({ ...given, pauses: [['2026-08-17 11:00', '2026-08-18 12:00']] })).toBe('2026-08-21 12:00');
  });

  test('pause forgotten when the deadline changes: an extension keeps it', () => {
    const paused = ledgerOf({ pauses: [['2026-11-17 08:00', '2026-11-17 16:00']] });
    const longer = extendClock(paused, { at: wita('2026-11-18 10:00'), units: 1 });
    const due = (asOf: string) => asWita(deriveClock(longer, NTT_2026, wita(asOf), SWITCHES).dueAt);
    expect(due('2026-11-18 09:59')).toBe('2026-11-20 16:00');
    expect(due('2026-11-18 10:00')).toBe('2026-11-23 16:00');
  });

  test('pause forgotten when the deadline changes: a corrected calendar keeps it', () => {
    const corrected: CalendarPack = { ...NTT_2026, version: 2, holidays: [...NTT_2026.holidays, day('2026-11-18')] };
    const given = { pauses: [['2026-11-17 08:00', '2026-11-17 16:00']], asOf: '2026-11-19 10:00' } as const;
    expect(dueOf(given)).toBe('2026-11-20 16:00');
    expect(dueOf({ ...given, pack: corrected })).toBe('2026-11-23 16:00');
  });

  test('pre-deadline rung at 00:00: none lies at midnight, also for a clock in calendar days', () => {
    const promise = viewOf({ clock: 'partner-promise', startedAt: '2026-11-18 00:00' });
    expect(promise.rungs.map((rung) => asWita(rung.at))).toEqual(['2026-11-20 16:00', '2026-11-24 12:00', '2026-11-25 16:00']);
  });

  test('a stored breached flag cannot lie: standing is derived from the instant it is asked for', () => {
    const ledger = ledgerOf();
    const standingAt = (asOf: string) => deriveClock(ledger, NTT_2026, wita(asOf), SWITCHES).standing;
    expect(['2026-11-19 08:29', '2026-11-19 08:30', '2026-11-19 16:00', '2026-11-19 16:01'].map(standingAt)).toEqual([
      'safe',
      'soon',
      'soon',
      'late',
    ]);
    expect(Object.keys(ledger).sort()).toEqual(['clock', 'generation', 'pauses', 'startedAt']);
  });

  test('holiday ignored: one in the week is not worked', () => {
    expect(dueOf({ startedAt: '2026-08-13 10:00' })).toBe('2026-08-19 16:00');
  });

  test.each([
    ['2026-11-19 10:00', 1, '2026-11-20 16:00'],
    ['2026-11-20 10:00', 1, '2026-11-23 16:00'],
    ['2026-11-23 10:00', 5, '2026-11-30 16:00'],
    ['2026-11-20 16:00', 1, '2026-11-23 16:00'],
    ['2026-11-20 16:01', 1, '2026-11-24 16:00'],
  ])('off by one at weekend edges: %s plus %i working days is %s', (startedAt, budget, dueAt) => {
    expect(dueOf({ startedAt, budget })).toBe(dueAt);
  });

  test('reopening an old case does not breach at once', () => {
    const first = stopClock(ledgerOf({ startedAt: '2026-01-05 10:00' }), wita('2026-01-20 10:00'));
    const reopened = openClock('jkm-legal', 2, wita('2026-11-16 10:00'));
    expect(deriveClock(reopened, NTT_2026, wita('2026-11-16 10:00'), SWITCHES).standing).toBe('safe');
    expect(firedBy('2026-11-16 10:00', NONE, reopened)).toEqual([]);
    expect(firedBy('2026-11-16 10:00', NONE, first)).toEqual([]);
    expect(deriveClock(first, NTT_2026, wita('2026-11-16 10:00'), SWITCHES).standing).toBe('missed');
  });

  test('what the old generation fired does not silence the new one', () => {
    const old = new Set([rungKey({ clock: 'jkm-legal', generation: 1 }, '50')]);
    expect(firedBy('2026-11-18 09:00', old, openClock('jkm-legal', 2, wita('2026-11-16 10:00')))).toEqual(['jkm-legal:2:50']);
  });

  test('escalation repeated at every pass: what has fired does not fire again', () => {
    const first = firedBy('2026-11-18 09:00');
    expect(first).toEqual(['jkm-legal:1:50']);
    expect(firedBy('2026-11-18 09:00', new Set(first))).toEqual([]);
    expect(firedBy('2026-11-19 08:29', new Set(first))).toEqual([]);
  });

  test('a rung whose hour passed while nobody was running still fires, months later', () => {
    expect(firedBy('2026-12-31 10:00')).toEqual(['50', '75', '100', '+1', '+3'].map((id) => `jkm-legal:1:${id}`));
  });

  test('a rung in a year without calendar does not stop the rungs before it', () => {
    const ledger = ledgerOf({ startedAt: '2026-12-28 10:00' });
    expect(firedBy('2026-12-31 16:00', NONE, ledger)).toEqual(['jkm-legal:1:50', 'jkm-legal:1:75', 'jkm-legal:1:100']);
  });

  test('a rung in a year without calendar is an error once nothing else is left', () => {
    const ledger = ledgerOf({ startedAt: '2026-12-28 10:00' });
    const fired = new Set(firedBy('2026-12-31 16:00', NONE, ledger));
    expect(() => nextRung(ledger, NTT_2026, wita('2026-12-31 16:00'), fired, SWITCHES)).toThrow(
      expect.objectContaining({ code: 'calendar-year-missing' }),
    );
    expect(() => firedBy('2026-12-31 16:00', fired, ledger)).toThrow(expect.objectContaining({ code: 'calendar-year-missing' }));
  });

  test('two holds on one clock: ending one does not end the other', () => {
    const held = pauseClock(pauseClock(ledgerOf(), { from: wita('2026-11-17 08:00'), ground: 'heir-dispute' }), {
      from: wita('2026-11-17 09:00'),
      ground: 'court-order',
    });
    const resumed = resumeClock(held, 'heir-dispute', wita('2026-11-17 12:00'));
    expect(deriveClock(resumed, NTT_2026, wita('2026-11-18 10:00'), SWITCHES).state).toBe('paused');
  });
});
