import fc from 'fast-check';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { workCalendar } from '#domain/time/calendar/work-calendar.ts';
import { serviceMomentFrom } from '#domain/time/calendar/working-time.ts';
import { clockDefinition } from '#domain/time/clock/definitions.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { dueRungs, nextRung, type RungDue } from '#domain/time/clock/ladder.ts';
import type { ClockLedger } from '#domain/time/clock/ledger.ts';
import { propertyRuns } from '../../../support/property-runs.ts';
import { ledgers, minutesFromStart, packs, switchSettings } from './arbitraries.ts';

const MINUTE = 60_000;
const HORIZON = 45 * 24 * 60 * MINUTE;

type Firing = { readonly key: string; readonly at: number; readonly rung: RungDue['rung'] };

/** What was known of a ledger at `at`: later pauses, and later ends of pauses, have not been written yet. */
function knownAt(ledger: ClockLedger, at: number): ClockLedger {
  const pauses = ledger.pauses
    .filter((pause) => pause.from <= at)
    .map(({ to, ...pause }) => (to !== undefined && to <= at ? { ...pause, to } : pause));
  const { stoppedAt, ...open } = ledger;
  return { ...open, pauses, ...(stoppedAt !== undefined && stoppedAt <= at ? { stoppedAt } : {}) };
}

/** The workflow's loop: one alarm, woken by it and by every entry in the ledger. */
function live(ledger: ClockLedger, pack: CalendarPack, switches: Switches): Firing[] {
  const fired = new Map<string, Firing>();
  const entries = [ledger.stoppedAt, ...ledger.pauses.flatMap(({ from, to }) => [from, to])].filter((at) => at !== undefined);
  const end = ledger.startedAt + HORIZON;
  for (let now = ledger.startedAt; now < end; ) {
    const known = knownAt(ledger, now);
    for (const due of dueRungs(known, pack, now, new Set(fired.keys()), switches)) {
      if (fired.has(due.key)) throw new Error(`${due.key} fired twice`);
      fired.set(due.key, { key: due.key, at: now, rung: due.rung });
    }
    const alarm = nextRung(known, pack, now, new Set(fired.keys()), switches)?.tellAt ?? end;
    if (alarm <= now) throw new Error('an alarm that rings without a rung would ring for ever');
    now = Math.min(alarm, ...entries.filter((at) => at > now));
  }
  return [...fired.values()];
}

describe('the alarm of a clock', () => {
  test('rings only for a rung that then fires, each once, in the order of the ladder', () => {
    fc.assert(
      fc.property(packs, ledgers, switchSettings, (pack, ledger, switches) => {
        const order = ['50', '75', '100', '+1', '+3'];
        const fired = live(ledger, pack, switches).map(({ rung }) => order.indexOf(rung.id));
        expect(fired).toEqual([...fired].sort((one, other) => one - other));
      }),
      { numRuns: propertyRuns },
    );
  });

  test('never rings for a clock that is paused or has stopped', () => {
    fc.assert(
      fc.property(packs, ledgers, switchSettings, (pack, ledger, switches) => {
        for (const { at } of live(ledger, pack, switches)) {
          expect(deriveClock(knownAt(ledger, at), pack, at, switches).state).toBe('running');
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  test('of a clock that is never paused rings in service hours, at the derived rungs, and for a breach not before there is one', () => {
    fc.assert(
      fc.property(packs, ledgers, switchSettings, (pack, { stoppedAt: _, ...open }, switches) => {
        const ledger = { ...open, pauses: [] };
        const calendar = workCalendar(pack, switches['calendar.jointLeave']);
        const { rungs, dueAt } = deriveClock(ledger, pack, ledger.startedAt, switches);
        const { unit } = clockDefinition(ledger.clock, switches);
        const toService = (at: number): number => (unit === 'hours' ? at : serviceMomentFrom(calendar, at));
        for (const { rung, at } of live(ledger, pack, switches)) {
          if (!('percent' in rung)) expect(at).toBeGreaterThan(dueAt);
          else if (rung.percent === 100) expect(at).toBe(toService(dueAt));
          else expect(at).toBe(toService(rungs.find(({ percent }) => percent === rung.percent)?.at ?? 0));
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  test('and the list of due rungs agree at every instant', () => {
    fc.assert(
      fc.property(packs, ledgers, minutesFromStart, switchSettings, (pack, ledger, after, switches) => {
        const asOf = ledger.startedAt + after * MINUTE;
        const next = nextRung(ledger, pack, asOf, new Set(), switches);
        expect(dueRungs(ledger, pack, asOf, new Set(), switches)[0]?.key).toBe(next && next.tellAt <= asOf ? next.key : undefined);
      }),
      { numRuns: propertyRuns },
    );
  });
});
