import fc from 'fast-check';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { propertyRuns } from '../../../support/property-runs.ts';
import { ledgers, minutesFromStart, packs, switchSettings } from './arbitraries.ts';
import { bruteForceClock } from './brute-force.ts';

const MINUTE = 60_000;

describe('a derived clock', () => {
  test('is what counting every single minute gives, over calendars, zones, pauses and switches', () => {
    fc.assert(
      fc.property(packs, ledgers, minutesFromStart, switchSettings, (pack, ledger, after, switches) => {
        const asOf = ledger.startedAt + after * MINUTE;
        const { dueAt, state, standing, remainingMinutes, rungs, lateDays } = deriveClock(ledger, pack, asOf, switches);
        const derived = { dueAt, state, standing, remainingMinutes, lateDays, rungs: rungs.map((rung) => rung.at) };
        expect(derived).toEqual(bruteForceClock(ledger, pack, asOf, switches));
      }),
      { numRuns: propertyRuns },
    );
  });
});
