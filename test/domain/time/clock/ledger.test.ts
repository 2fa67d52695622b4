import { extendClock, isPausedBy, openClock, pauseClock, resumeClock, stopClock } from '#domain/time/clock/ledger.ts';
import { wita } from './clock-cases.ts';

const at = wita('2026-11-17 10:00');
const fresh = openClock('jkm-legal', 1, wita('2026-11-16 10:00'));
const disputed = pauseClock(fresh, { from: at, ground: 'heir-dispute', actor: 'officer', source: 'surat keberatan' });

describe('the ledger of a clock', () => {
  test('is plain JSON that survives the wire', () => {
    const full = stopClock(extendClock(resumeClock(disputed, 'heir-dispute', at + 1), { at, units: 2 }), at + 2, 'payout.confirmed');
    expect(JSON.parse(JSON.stringify(full))).toEqual(full);
  });

  test('never changes what it already says', () => {
    const before = JSON.stringify(disputed);
    resumeClock(disputed, 'heir-dispute', at + 1);
    stopClock(disputed, at + 1);
    expect(JSON.stringify(disputed)).toBe(before);
  });

  test('opens with the budget of its definition unless one is given', () => {
    expect(fresh).not.toHaveProperty('budget');
    expect(openClock('jkm-legal', 1, at, 5).budget).toBe(5);
  });

  test('knows which grounds hold it', () => {
    expect([isPausedBy(disputed, 'heir-dispute'), isPausedBy(disputed, 'court-order'), isPausedBy(fresh, 'heir-dispute')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isPausedBy(resumeClock(disputed, 'heir-dispute', at), 'heir-dispute')).toBe(false);
  });

  test('may be held by the same ground a second time after the first ended', () => {
    const again = pauseClock(resumeClock(disputed, 'heir-dispute', at + 1), { from: at + 2, ground: 'heir-dispute' });
    const ended = resumeClock(again, 'heir-dispute', at + 3);
    expect(ended.pauses.map(({ from, to }) => [from, to])).toEqual([
      [at, at + 1],
      [at + 2, at + 3],
    ]);
  });

  test('keeps who stopped it', () => {
    expect(stopClock(fresh, at, 'payout.confirmed')).toMatchObject({ stoppedAt: at, stoppedBy: 'payout.confirmed' });
    expect(stopClock(fresh, at)).not.toHaveProperty('stoppedBy');
    expect(stopClock(fresh, fresh.startedAt).stoppedAt).toBe(fresh.startedAt);
  });

  test.each([
    [
      'holding it twice by one ground',
      () => pauseClock(disputed, { from: at, ground: 'heir-dispute' }),
      'jkm-legal is already paused: heir-dispute',
    ],
    ['ending a hold it does not have', () => resumeClock(fresh, 'heir-dispute', at), 'jkm-legal has no pause to end: heir-dispute'],
    ['ending a hold before it began', () => resumeClock(disputed, 'heir-dispute', at - 1), 'jkm-legal has no pause to end: heir-dispute'],
    ['ending the hold of another ground', () => resumeClock(disputed, 'court-order', at), 'jkm-legal has no pause to end: court-order'],
    ['stopping it before it starts', () => stopClock(fresh, fresh.startedAt - 1), 'jkm-legal cannot stop before it starts'],
    ['stopping it twice', () => stopClock(stopClock(fresh, at), at), 'jkm-legal generation 1 has stopped'],
    [
      'holding it after its stop',
      () => pauseClock(stopClock(fresh, at), { from: at, ground: 'court-order' }),
      'jkm-legal generation 1 has stopped',
    ],
    ['ending a hold after its stop', () => resumeClock(stopClock(disputed, at), 'heir-dispute', at), 'jkm-legal generation 1 has stopped'],
    ['extending it after its stop', () => extendClock(stopClock(fresh, at), { at, units: 1 }), 'jkm-legal generation 1 has stopped'],
  ])('%s is a bug that shows itself', (_about, wrong, message) => {
    expect(wrong).toThrow(new RangeError(message));
  });

  test('ending one ground leaves the other holding', () => {
    const both = pauseClock(disputed, { from: at, ground: 'court-order' });
    expect(resumeClock(both, 'court-order', at + 1).pauses.map(({ ground, to }) => [ground, to])).toEqual([
      ['heir-dispute', undefined],
      ['court-order', at + 1],
    ]);
  });

  test('every extension is kept, in the order given', () => {
    const twice = extendClock(extendClock(fresh, { at, units: 2, actor: 'supervisor' }), { at: at + 1, units: -1 });
    expect(twice.extensions).toEqual([
      { at, units: 2, actor: 'supervisor' },
      { at: at + 1, units: -1 },
    ]);
  });
});
