import type { Switches } from '#domain/law/rules/switches.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { acknowledgementTimeout, dueRungs, type LadderOptions, nextRung } from '#domain/time/clock/ladder.ts';
import { asWita, type LedgerCase, ledgerOf, wita } from './clock-cases.ts';

type Asked = LedgerCase & { asOf?: string; fired?: readonly string[]; switches?: Partial<Switches>; options?: LadderOptions };

function keysOf({ clock = 'jkm-legal', fired = [] }: Asked): Set<string> {
  return new Set(fired.map((id) => `${clock}:1:${id}`));
}
function next(asked: Asked = {}): [string, string] | undefined {
  const ledger = ledgerOf(asked);
  const asOf = asked.asOf === undefined ? ledger.startedAt : wita(asked.asOf);
  const rung = nextRung(ledger, NTT_2026, asOf, keysOf(asked), withSwitches(asked.switches), asked.options);
  return rung && [rung.rung.id, asWita(rung.at)];
}
function due(asked: Asked & { asOf: string }): string[] {
  return dueRungs(ledgerOf(asked), NTT_2026, wita(asked.asOf), keysOf(asked), withSwitches(asked.switches), asked.options).map(
    ({ rung }) => rung.id,
  );
}

describe('the ladder of a limit', () => {
  test.each([
    [[], '50', '2026-11-18 09:00'],
    [['50'], '75', '2026-11-19 08:30'],
    [['50', '75'], '100', '2026-11-19 16:00'],
    [['50', '75', '100'], '+1', '2026-11-20 16:00'],
    [['50', '75', '100', '+1'], '+3', '2026-11-24 16:00'],
  ])('after %j comes %s at %s', (fired, id, at) => {
    expect(next({ fired })).toEqual([id, at]);
  });

  test('has an end, and asks for no further calendar then', () => {
    const fired = ['50', '75', '100', '+1', '+3'];
    expect(next({ fired })).toBeUndefined();
    expect(next({ fired, startedAt: '2026-12-29 10:00' })).toBeUndefined();
  });

  test('says whom each rung tells and what it asks of them', () => {
    const rungs = dueRungs(ledgerOf(), NTT_2026, wita('2026-12-01 10:00'), new Set(), withSwitches());
    expect(rungs.map(({ rung }) => [rung.id, rung.tells, rung.requires])).toEqual([
      ['50', ['holder'], []],
      ['75', ['holder', 'supervisor'], ['move-to-front']],
      ['100', ['supervisor'], ['acknowledge', 'give-reason', 'show-late-price']],
      ['+1', ['branch-head'], ['acknowledge']],
      ['+3', ['region'], ['acknowledge']],
    ]);
  });

  test('names each rung by clock, generation and rung', () => {
    const [rung] = dueRungs({ ...ledgerOf(), generation: 3 }, NTT_2026, wita('2026-11-18 09:00'), new Set(), withSwitches());
    expect(rung).toMatchObject({ key: 'jkm-legal:3:50', at: wita('2026-11-18 09:00') });
  });

  test.each([
    ['2026-11-18 08:59', []],
    ['2026-11-18 09:00', ['50']],
    ['2026-11-19 16:00', ['50', '75', '100']],
    ['2026-11-20 15:59', ['50', '75', '100']],
    ['2026-11-20 16:00', ['50', '75', '100', '+1']],
  ])('at %s has reached %j', (asOf, ids) => {
    expect(due({ asOf })).toEqual(ids);
  });

  test('rings for the past at once, with the instant that was missed', () => {
    expect(next({ asOf: '2026-11-30 03:00' })).toEqual(['50', '2026-11-18 09:00']);
  });

  test('of a response clock is one rung', () => {
    expect(next({ clock: 'first-look' })).toEqual(['100', '2026-11-17 16:00']);
    expect(next({ clock: 'second-eyes', fired: ['100'] })).toBeUndefined();
  });

  test('of a clock in hours runs at night until the limit, and in working days after it', () => {
    const report = { clock: 'stage-1-report', startedAt: '2026-11-20 15:00' } as const;
    expect(next({ ...report, fired: ['50'] })).toEqual(['75', '2026-11-22 03:00']);
    expect(next({ ...report, fired: ['50', '75'] })).toEqual(['100', '2026-11-22 15:00']);
    expect(next({ ...report, fired: ['50', '75', '100'] })).toEqual(['+1', '2026-11-23 16:00']);
  });

  test('follows other rows when it is given some', () => {
    const ladder = {
      id: 'early',
      acknowledgeWithinMinutes: 240,
      source: 'test',
      rungs: [{ id: '25', percent: 25, tells: [], requires: [] }],
    };
    expect(next({ options: { ladder } })).toEqual(['25', '2026-11-17 09:30']);
  });
});

describe('no rung lies outside service', () => {
  test('a promise due on a Saturday is told as broken on Monday, not on Friday and not on Saturday', () => {
    const promise = { clock: 'partner-promise', startedAt: '2026-11-21 10:00' } as const;
    expect(next({ ...promise, fired: ['50', '75'] })).toEqual(['100', '2026-11-30 08:00']);
    expect(next({ ...promise, fired: ['50', '75', '100'] })).toEqual(['+1', '2026-11-30 16:00']);
  });

  test('a limit at the end of the day is told at the next opening', () => {
    expect(next({ fired: ['50', '75'], switches: { 'sla.dueAt': 'endOfDay' } })).toEqual(['100', '2026-11-20 08:00']);
  });

  test('a budget of 0 that starts at night is told in the morning', () => {
    expect(next({ budget: 0, startedAt: '2026-11-21 03:00' })).toEqual(['50', '2026-11-23 08:00']);
  });
});

describe('a paused clock tells nobody', () => {
  const paused = { pauses: [['2026-11-17 10:00', undefined]] } as const;

  test('sets no alarm while nobody knows when it ends', () => {
    expect(next({ ...paused, asOf: '2026-11-17 10:00' })).toBeUndefined();
    expect(due({ ...paused, asOf: '2026-12-30 10:00' })).toEqual([]);
  });

  test('not even a rung that was due before the pause', () => {
    const late = { pauses: [['2026-11-18 12:00', undefined]], asOf: '2026-11-18 13:00' } as const;
    expect(due(late)).toEqual([]);
    expect(next(late)).toBeUndefined();
  });

  test('once it is over the rung missed before it fires at once', () => {
    const over = { pauses: [['2026-11-18 12:00', '2026-11-18 15:00']], asOf: '2026-11-18 15:00' } as const;
    expect(due(over)).toEqual(['50']);
  });

  test('a pause that has an end moves the alarm past it', () => {
    const ends = { pauses: [['2026-11-17 10:00', '2026-11-17 12:00']], asOf: '2026-11-17 11:00' } as const;
    expect(next(ends)).toEqual(['50', '2026-11-18 11:00']);
  });

  test('a rung missed before a pause with an end rings when the office next opens after it', () => {
    const ends = { pauses: [['2026-11-18 12:00', '2026-11-18 20:00']], asOf: '2026-11-18 13:00' } as const;
    expect(next(ends)).toEqual(['50', '2026-11-19 08:00']);
  });

  test('a rung that falls on the first instant of a pause waits', () => {
    const onTheDot = { pauses: [['2026-11-18 09:00', '2026-11-18 11:00']], asOf: '2026-11-17 10:00' } as const;
    expect(next(onTheDot)).toEqual(['50', '2026-11-18 11:00']);
  });

  test('days after the limit do not count while it is paused', () => {
    const held = { pauses: [['2026-11-20 10:00', '2026-11-23 10:00']], asOf: '2026-11-19 17:00', fired: ['50', '75', '100'] } as const;
    expect(next(held)).toEqual(['+1', '2026-11-23 16:00']);
  });

  test('a pause that was over before the limit does not shorten the days after it', () => {
    const before = { pauses: [['2026-11-17 08:00', '2026-11-17 16:00']], asOf: '2026-11-20 17:00', fired: ['50', '75', '100'] } as const;
    expect(next(before)).toEqual(['+1', '2026-11-23 16:00']);
  });

  test('a pause that holds the limit itself counts once for the days after it', () => {
    const held = { pauses: [['2026-11-19 18:00', '2026-11-20 20:00']], switches: { 'sla.dueAt': 'endOfDay' } } as const;
    expect(next({ ...held, asOf: '2026-11-20 20:00', fired: ['50', '75', '100'] })).toEqual(['+1', '2026-11-23 16:00']);
  });

  test('a pause that begins after a rung does not move it', () => {
    const later = { pauses: [['2026-11-23 10:00', '2026-11-23 12:00']], asOf: '2026-11-19 17:00', fired: ['50', '75', '100'] } as const;
    expect(next(later)).toEqual(['+1', '2026-11-20 16:00']);
    expect(next({ ...later, fired: [...later.fired, '+1'] })).toEqual(['+3', '2026-11-25 10:00']);
  });

  test('a day after the limit that ends as a pause begins is told when the office next opens after it', () => {
    const evening = { pauses: [['2026-11-20 16:00', '2026-11-20 20:00']], asOf: '2026-11-19 17:00', fired: ['50', '75', '100'] } as const;
    expect(next(evening)).toEqual(['+1', '2026-11-23 08:00']);
  });

  test('a ground that does not hold this clock holds no rung', () => {
    expect(next({ pauses: [['2026-11-17 10:00', undefined, 'medical-opinion']] })).toEqual(['50', '2026-11-18 09:00']);
  });
});

describe('a stopped clock tells nobody', () => {
  test.each([['2026-11-18 08:00'], ['2026-11-30 10:00']])('asked at %s', (asOf) => {
    expect(due({ stoppedAt: '2026-11-18 09:00', asOf })).toEqual([]);
    expect(next({ stoppedAt: '2026-11-18 09:00', asOf })).toBeUndefined();
  });
});

describe('a rung nobody acknowledges', () => {
  const breach = ['50', '75', '100'];
  const waiting = (firedAt: Instant): LadderOptions => ({ unacknowledged: new Map([['jkm-legal:1:100', firedAt]]) });

  test.each([
    ['2026-11-19 10:00', '2026-11-19 14:00'],
    ['2026-11-19 16:00', '2026-11-20 12:00'],
    ['2026-11-20 15:00', '2026-11-23 11:00'],
  ])('told %s has until %s, in service hours', (firedAt, until) => {
    expect(asWita(acknowledgementTimeout(NTT_2026, wita(firedAt), withSwitches()))).toBe(until);
  });

  test('has joint leave as a day to answer in only where joint leave is worked', () => {
    const until = (jointLeave: 'working' | 'nonWorking') =>
      asWita(acknowledgementTimeout(NTT_2026, wita('2026-12-23 15:00'), withSwitches({ 'calendar.jointLeave': jointLeave })));
    expect([until('nonWorking'), until('working')]).toEqual(['2026-12-28 11:00', '2026-12-24 11:00']);
  });

  test('brings the next one forward', () => {
    expect(next({ fired: breach, options: waiting(wita('2026-11-19 16:00')) })).toEqual(['+1', '2026-11-20 12:00']);
  });

  test('never puts the next one off', () => {
    expect(next({ fired: breach, options: waiting(wita('2026-11-20 14:00')) })).toEqual(['+1', '2026-11-20 16:00']);
  });

  test('brings forward only the next', () => {
    expect(due({ asOf: '2026-11-20 12:00', fired: breach, options: waiting(wita('2026-11-19 16:00')) })).toEqual(['+1']);
  });

  test('waits with a paused clock', () => {
    const paused = { pauses: [['2026-11-20 08:00', undefined]], asOf: '2026-11-20 13:00' } as const;
    expect(due({ ...paused, fired: breach, options: waiting(wita('2026-11-19 16:00')) })).toEqual([]);
  });
});

describe('a rung that a change puts into the past', () => {
  const late = { ...ledgerOf(), generation: 1 };
  const keysAt = (asOf: string) => dueRungs(late, NTT_2026, wita(asOf), new Set(), withSwitches()).map(({ rung }) => rung.id);

  test('wakes nobody at night: it is told when service opens', () => {
    expect(keysAt('2026-12-01 23:30')).toEqual([]);
    expect(keysAt('2026-12-02 08:00')).toContain('100');
    const next = nextRung(late, NTT_2026, wita('2026-12-01 23:30'), new Set(), withSwitches());
    expect(next?.tellAt).toBe(wita('2026-12-02 08:00'));
  });

  test('waits for Monday on a Sunday, and keeps the time it was due at', () => {
    expect(keysAt('2026-12-06 10:00')).toEqual([]);
    const [first] = dueRungs(late, NTT_2026, wita('2026-12-07 08:00'), new Set(), withSwitches());
    expect(first?.at).toBeLessThan(wita('2026-12-01 08:00'));
  });

  test('of closing time is told although the alarm rings a moment after it', () => {
    const [at100] = dueRungs(late, NTT_2026, wita('2026-12-01 10:00'), new Set(), withSwitches()).filter(({ rung }) => rung.id === '100');
    const closing = at100?.at ?? 0;
    expect(dueRungs(late, NTT_2026, closing + 20, new Set(), withSwitches()).map(({ rung }) => rung.id)).toContain('100');
  });
});
