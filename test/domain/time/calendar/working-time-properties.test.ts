import fc from 'fast-check';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { workCalendar } from '#domain/time/calendar/work-calendar.ts';
import { addWorkingMinutes, workingMinutesBetween } from '#domain/time/calendar/working-time.ts';
import { propertyRuns } from '../../../support/property-runs.ts';
import { packs, starts } from '../clock/arbitraries.ts';
import { makeOffice } from '../clock/brute-force.ts';

const MINUTE = 60_000;
const jointLeave = fc.constantFrom('nonWorking' as const, 'working' as const);
const lengths = fc.integer({ min: 0, max: 12 * 1_440 });

describe('working time', () => {
  test('between two instants is the number of open minutes', () => {
    fc.assert(
      fc.property(packs, jointLeave, starts, lengths, (pack, reading, from, length) => {
        const office = makeOffice(pack, withSwitches({ 'calendar.jointLeave': reading }));
        let open = 0;
        for (let minute = 0; minute < length; minute += 1) if (office.isOpen(from / MINUTE + minute)) open += 1;
        expect(workingMinutesBetween(workCalendar(pack, reading), from, from + length * MINUTE)).toBe(open);
      }),
      { numRuns: propertyRuns },
    );
  });

  test('added and counted again is the same, and a minute earlier it was less', () => {
    fc.assert(
      fc.property(packs, jointLeave, starts, fc.integer({ min: 1, max: 3_000 }), fc.boolean(), (pack, reading, from, minutes, hasLunch) => {
        const breaks = hasLunch ? [{ fromMinute: 720, toMinute: 780 }] : [];
        const calendar = workCalendar({ ...pack, service: { fromMinute: 480, toMinute: 960, breaks } }, reading);
        const to = addWorkingMinutes(calendar, from, minutes);
        expect(workingMinutesBetween(calendar, from, to)).toBe(minutes);
        expect(workingMinutesBetween(calendar, from, to - MINUTE)).toBe(minutes - 1);
      }),
      { numRuns: propertyRuns },
    );
  });
});
