import { previewClaim } from '#domain/claim/calendar-preview.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { day } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { NTT_2027 } from '#domain/time/calendar/packs/ntt-2027.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { claimIn, verifyAll } from '../../factories/claim-paths.ts';
import { ClaimFile, OFFICER, REGISTRATION } from '../../factories/claims.ts';
import { asWita } from '../time/clock/clock-cases.ts';

const COMPLETE = { type: 'declareComplete' } as const;

/** Every paper is good; the officer is about to declare the claim complete. */
function readyAt(iso: string, calendar: CalendarPack): ClaimFile {
  const papers = REGISTRATION.papers.map((paper) => ({ ...paper, obtainedOn: day('2026-12-20') }));
  const file = new ClaimFile({ at: instant(iso), calendar, registration: { eventOn: day('2026-12-10'), papers } });
  verifyAll(file);
  return file;
}

function dueOf({ state }: ClaimFile, calendar: CalendarPack, clock: string): string | undefined {
  const ledger = state.clocks.find((one) => one.clock === clock && one.stoppedAt === undefined);
  return ledger && asWita(deriveClock(ledger, calendar, ledger.startedAt, withSwitches()).dueAt);
}

describe('an installation is led from the calendar of 2026 to that of 2026 and 2027', () => {
  test('no deadline moves that the old calendar could compute, and the claim writes down that none did', () => {
    const file = claimIn('verifying');
    const preview = previewClaim(file.state, NTT_2026, NTT_2027, { asOf: file.at });
    expect(preview).toMatchObject({ isMoved: false, turnsRed: false, isUncomputable: false, rungsAtOnce: [] });
    expect(file.moveTo(NTT_2027)).toMatchObject([{ type: 'sla.calendar-changed', calendar: { id: 'ntt-2027', version: 1 }, moved: [] }]);
    expect(file.moveTo(NTT_2027)).toEqual([]);
  });

  test('a claim that waited for the calendar of 2027 is declared complete under it, due on 4 January at 16.00', () => {
    const file = readyAt('2026-12-29T02:00:00Z', NTT_2026);
    expect(file.refusal(OFFICER, COMPLETE).refused).toBe('calendar-year-missing');
    file.moveTo(NTT_2027);
    file.give(OFFICER, COMPLETE);
    expect(dueOf(file, NTT_2027, 'jkm-legal')).toBe('2027-01-04 16:00');
  });

  test('a limit that the old calendar lost in the new year is known again', () => {
    const file = readyAt('2026-12-22T02:00:00Z', NTT_2026);
    file.give(OFFICER, COMPLETE);
    expect(dueOf(file, NTT_2026, 'jkm-legal')).toBe('2026-12-29 16:00');
    file.at = instant('2027-01-04T02:00:00Z');
    const { clocks, isMoved } = previewClaim(file.state, NTT_2026, NTT_2027, { asOf: file.at });
    expect(isMoved).toBe(true);
    const legal = clocks.find(({ clock }) => clock === 'jkm-legal');
    expect(legal).toMatchObject({ before: { why: expect.stringContaining('2027') }, after: { standing: 'late' } });
    const [change] = file.moveTo(NTT_2027);
    expect(change).toMatchObject({
      moved: expect.arrayContaining([expect.objectContaining({ clock: 'jkm-legal', from: null, to: instant('2026-12-29T08:00:00Z') })]),
    });
  });
});

test.each([
  ['29 December 2026', '2026-12-29T02:00:00Z', '2027-01-04 16:00', '2027-01-05 16:00'],
  ['31 December 2026 after closing', '2026-12-31T09:00:00Z', '2027-01-08 16:00', '2027-01-07 16:00'],
  ['4 January 2027', '2027-01-04T02:00:00Z', '2027-01-08 16:00', '2027-01-11 16:00'],
])('a claim is taken and declared complete on %s under the released calendar', (_day, at, legal, promise) => {
  const file = readyAt(at, NTT_2027);
  file.give(OFFICER, COMPLETE);
  expect([dueOf(file, NTT_2027, 'jkm-legal'), dueOf(file, NTT_2027, 'partner-promise')]).toEqual([legal, promise]);
});
