import fc from 'fast-check';
import { workCalendar } from '#domain/time/calendar/work-calendar.ts';
import { clockDefinition } from '#domain/time/clock/definitions.ts';
import { deriveClock, endOfView } from '#domain/time/clock/derive.ts';
import { explainDeadline, formatExplanation } from '#domain/time/clock/explain.ts';
import { isStep } from '#domain/time/clock/explain-rows.ts';
import { layOut } from '#domain/time/clock/timeline.ts';
import { propertyRuns } from '../../../support/property-runs.ts';
import { ledgers, minutesFromStart, packs, switchSettings } from './arbitraries.ts';

const MINUTE = 60_000;

describe('explained arithmetic', () => {
  test('leads without a gap from the start to the derived due instant and spends the whole budget on the way', () => {
    fc.assert(
      fc.property(packs, ledgers, minutesFromStart, switchSettings, (pack, ledger, after, switches) => {
        const asOf = ledger.startedAt + after * MINUTE;
        const rows = explainDeadline(ledger, pack, asOf, switches);
        const steps = rows.filter(isStep);
        const { dueAt } = deriveClock(ledger, pack, asOf, switches);
        const calendar = workCalendar(pack, switches['calendar.jointLeave']);
        const timeline = layOut(ledger, clockDefinition(ledger.clock, switches), calendar, endOfView(ledger, asOf), switches);

        expect([steps[0]?.from, steps.at(-1)?.to]).toEqual([ledger.startedAt, dueAt]);
        expect(steps.slice(1).map((step) => step.from)).toEqual(steps.slice(0, -1).map((step) => step.to));
        expect(steps.map((step) => step.isDue)).toEqual(steps.map((_, index) => index === steps.length - 1));
        expect(steps.reduce((sum, step) => sum + step.countedMs, 0)).toBe(timeline.budgetMs);
        expect(formatExplanation(rows)).toHaveLength(rows.length);
      }),
      { numRuns: propertyRuns },
    );
  });
});
