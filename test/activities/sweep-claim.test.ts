import { SWEEP_GRACE_MS } from '#activities/sweep-claim.ts';
import { addCounts, NOTHING_SWEPT } from '#activities/sweep-counts.ts';
import { CLOCK_FIELDS } from '#adapters/mongo/claims-store.ts';
import { readEnv, SWEEP_EVERY_MS } from '#config/env.ts';
import { rungFacts } from '#domain/claim/clocks.ts';
import { fold } from '#domain/claim/evolve.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { calendarAround } from '../factories/calendar.ts';
import { claimIdOf, factsOnRecord } from '../factories/claim-on-record.ts';

const NOW = Date.parse('2026-11-18T03:00:00Z');
const TWO_MINUTES = 120_000;

describe('what the sweeper promises by its settings', () => {
  test('a rung that nobody told is found within two minutes: the grace, and the wait for the next pass', () => {
    expect(SWEEP_GRACE_MS + SWEEP_EVERY_MS.usual).toBeLessThan(TWO_MINUTES);
    expect(SWEEP_GRACE_MS + SWEEP_EVERY_MS.most).toBeLessThan(TWO_MINUTES);
  });

  test.each([TWO_MINUTES - SWEEP_GRACE_MS, SWEEP_EVERY_MS.most + 1, 0])('an interval of %i ms is refused at the door', (everyMs) => {
    expect(() => readEnv({ SANTUN_SWEEP_EVERY_MS: String(everyMs) })).toThrow(/SANTUN_SWEEP_EVERY_MS: /);
    expect(() => readEnv({ SANTUN_SWEEP_EVERY_MS: String(SWEEP_EVERY_MS.most) })).not.toThrow(/SANTUN_SWEEP_EVERY_MS: /);
  });
});

describe('the part of a claim the sweeper reads', () => {
  test('is all that the rules of clocks look at', () => {
    const state = fold(claimIdOf('uji'), factsOnRecord({ at: NOW - 60_000, rungAt: NOW - 30_000 })) as ClaimState;
    const read = new Set<PropertyKey>();
    const watched = new Proxy(state, {
      get(target, field, receiver) {
        read.add(field);
        return Reflect.get(target, field, receiver);
      },
    });
    expect(rungFacts(watched, { at: NOW, calendar: calendarAround(NOW), switches: {} })).toHaveLength(1);
    expect([...read].filter((field) => !(CLOCK_FIELDS as readonly PropertyKey[]).includes(field))).toEqual([]);
  });
});

describe('the count of a pass', () => {
  test('adds up what was found, and keeps the greatest lateness', () => {
    const one = addCounts(NOTHING_SWEPT, { claims: 3, missed: 1, woken: 1, lagMs: 7_000 });
    expect(addCounts(one, { claims: 2, missed: 2, lagMs: 5_000 })).toEqual({
      ...NOTHING_SWEPT,
      claims: 5,
      missed: 3,
      woken: 1,
      lagMs: 7_000,
    });
  });
});
