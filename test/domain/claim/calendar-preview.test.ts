import fc from 'fast-check';
import { previewCalendar, previewClaim, previewText, withClaim } from '#domain/claim/calendar-preview.ts';
import { overdueRungKeys } from '#domain/claim/clocks.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { addDays, day } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { clockDefinition } from '#domain/time/clock/definitions.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { type ClockLedger, openClock, stopClock } from '#domain/time/clock/ledger.ts';
import { TOLD_AT } from '../../api/claims-at.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { ledgers, minutesFromStart, packs } from '../time/clock/arbitraries.ts';

const SWITCHES = withSwitches();
const SOME_CLAIM = TOLD_AT.verifying().claim;
const claimWith = (...clocks: readonly ClockLedger[]): ClaimState => ({ ...SOME_CLAIM, clocks, rungs: [] });
const legal = (startedAt: string): ClockLedger => openClock('jkm-legal', 1, instant(startedAt));
const next = (change: Partial<CalendarPack>): CalendarPack => ({ ...NTT_2026, version: 2, ...change });

describe('a correction, previewed', () => {
  // Complete on Monday noon; due on Thursday 16.00 WITA.
  const claim = claimWith(legal('2026-08-03T04:00:00Z'));
  const extra = next({ holidays: [...NTT_2026.holidays, day('2026-08-05')] });

  test('a holiday added on the way moves the limit by one working day', () => {
    const move = previewClaim(claim, NTT_2026, extra, { asOf: instant('2026-08-04T00:00:00Z') });
    expect(move).toMatchObject({ isMoved: true, turnsRed: false, leavesRed: false, isUncomputable: false, rungsAtOnce: [] });
    expect(move.clocks).toEqual([
      {
        clock: 'jkm-legal',
        generation: 1,
        before: { dueAt: instant('2026-08-06T08:00:00Z'), standing: 'safe' },
        after: { dueAt: instant('2026-08-07T08:00:00Z'), standing: 'safe' },
        movedMs: 86_400_000,
      },
    ]);
  });

  test('a holiday removed turns a claim red, and its breach would be told at once', () => {
    const asOf = instant('2026-08-07T00:00:00Z');
    const move = previewClaim(claim, extra, NTT_2026, { asOf });
    expect(move).toMatchObject({ isMoved: true, turnsRed: true, leavesRed: false });
    expect(move.rungsAtOnce).toContain('jkm-legal:1:100');
    expect(previewClaim(claim, NTT_2026, extra, { asOf })).toMatchObject({ turnsRed: false, leavesRed: true });
  });

  test('a claim that is red already does not turn red, though another of its limits passes', () => {
    const both = claimWith(legal('2026-08-03T04:00:00Z'), openClock('first-look', 1, instant('2026-07-01T04:00:00Z')));
    const move = previewClaim(both, extra, NTT_2026, { asOf: instant('2026-08-07T00:00:00Z') });
    expect(move).toMatchObject({ isMoved: true, turnsRed: false, leavesRed: false });
  });

  test('a clock that has stopped keeps its verdict and is not asked', () => {
    const stopped = claimWith(stopClock(legal('2026-08-03T04:00:00Z'), instant('2026-08-06T08:30:00Z')));
    const move = previewClaim(stopped, NTT_2026, extra, { asOf: instant('2026-08-07T00:00:00Z') });
    expect(move).toMatchObject({ clocks: [], isMoved: false, turnsRed: false, leavesRed: false });
  });

  test('the largest moves come first, and a bounded list still counts everyone', () => {
    const claims = ['2026-08-10', '2026-08-03', '2026-08-04'].map((on) => claimWith(legal(`${on}T04:00:00Z`)));
    const after = next({ holidays: [...NTT_2026.holidays, day('2026-08-05'), day('2026-08-07')] });
    const asOf = instant('2026-08-05T00:00:00Z');
    const preview = previewCalendar(
      claims.map((each) => ({ claim: each, before: NTT_2026 })),
      after,
      { asOf },
    );
    const movedDays = preview.moves.map(({ clocks }) => (clocks[0]?.movedMs ?? 0) / 86_400_000);
    expect(movedDays).toEqual(movedDays.toSorted((a, b) => b - a));
    expect(preview.totals).toMatchObject({ open: 3, moved: 2 });
    const bounded = claims.reduce(
      (sum, each) => withClaim(sum, previewClaim(each, NTT_2026, after, { asOf }), 1),
      previewCalendar([], after, { asOf }),
    );
    expect(bounded.totals).toEqual(preview.totals);
    expect(bounded.moves).toEqual(preview.moves.slice(0, 1));
  });
});

describe('a calendar that lacks the next year', () => {
  const december = claimWith(legal('2026-12-30T04:00:00Z'));
  const both = next({ years: [2026, 2027], holidays: [...NTT_2026.holidays, day('2027-01-01')] });
  const asOf = instant('2026-12-30T06:00:00Z');

  test('leaves the claims that reach into it without a limit: listed, counted and said first', () => {
    const preview = previewCalendar([{ claim: december, before: both }], NTT_2026, { asOf });
    expect(preview.totals).toMatchObject({ moved: 1, turnRed: 0, leaveRed: 0, uncomputable: 1 });
    expect(preview.uncomputable[0]?.clocks[0]?.after).toEqual({ why: expect.stringContaining('Kalender kerja tahun 2027 belum ada') });
    expect(previewText(preview)).toBe(
      'PERHATIAN: batas waktu 1 klaim terbuka TIDAK DAPAT DIHITUNG dengan kalender ini. 1 klaim terbuka bergeser, 0 menjadi merah, 0 menjadi tidak merah (dari 1 klaim terbuka).',
    );
  });

  test('is healed by one that has it', () => {
    const preview = previewCalendar([{ claim: december, before: NTT_2026 }], both, { asOf });
    expect(preview.totals).toMatchObject({ moved: 1, uncomputable: 0 });
    expect(preview.moves[0]?.clocks[0]).toMatchObject({ before: { why: expect.any(String) }, after: { standing: 'safe' } });
  });
});

const claims = fc.array(ledgers, { minLength: 1, maxLength: 3 }).map((clocks) => claimWith(...clocks));
const start = (claim: ClaimState): number => Math.min(...claim.clocks.map(({ startedAt }) => startedAt));

describe('over random calendars, claims and instants', () => {
  test('an identical calendar moves nothing', () => {
    fc.assert(
      fc.property(packs, claims, minutesFromStart, (pack, claim, after) => {
        const asOf = start(claim) + after * 60_000;
        const move = previewClaim(claim, pack, { ...pack, version: 2 }, { asOf });
        expect(move).toMatchObject({ isMoved: false, turnsRed: false, leavesRed: false, isUncomputable: false, rungsAtOnce: [] });
      }),
      { numRuns: propertyRuns },
    );
  });

  test('another holiday never brings a limit in working days forward', () => {
    const extraDay = fc.integer({ min: 0, max: 80 }).map((offset) => addDays(day('2026-11-01'), offset));
    fc.assert(
      fc.property(packs, claims, minutesFromStart, extraDay, (pack, claim, after, free) => {
        const asOf = start(claim) + after * 60_000;
        const more = { ...pack, version: 2, holidays: [...new Set([...pack.holidays, free])] };
        const { clocks } = previewClaim(claim, pack, more, { asOf });
        const running = claim.clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
        for (const [index, { clock, movedMs }] of clocks.entries()) {
          const { unit } = clockDefinition(clock, SWITCHES);
          if (unit === 'workingDays') expect(movedMs).toBeGreaterThanOrEqual(0);
          // Only working time that a pause gives back makes a limit in days or hours depend on holidays at all.
          else if (running[index]?.pauses.length === 0) expect(movedMs).toBe(0);
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  test('totals are what counting claim by claim gives', () => {
    fc.assert(
      fc.property(fc.array(claims, { maxLength: 6 }), packs, packs, minutesFromStart, (many, before, other, after) => {
        const to = { ...other, zone: before.zone, version: 2 };
        const asOf = instant('2026-11-01T00:00:00Z') + after * 60_000;
        const preview = previewCalendar(
          many.map((claim) => ({ claim, before })),
          to,
          { asOf },
        );
        expect(preview.totals).toEqual(bruteForceTotals(many, before, to, asOf));
        expect(preview.moves).toHaveLength(preview.totals.moved);
      }),
      { numRuns: propertyRuns },
    );
  });
});

/** The slow and obvious way: derive everything, compare, count. Years are never missing here. */
function bruteForceTotals(many: readonly ClaimState[], before: CalendarPack, after: CalendarPack, asOf: number) {
  const totals = { open: many.length, moved: 0, turnRed: 0, leaveRed: 0, uncomputable: 0, rungsAtOnce: 0 };
  for (const claim of many) {
    const views = [before, after].map((pack) =>
      claim.clocks.filter((ledger) => ledger.stoppedAt === undefined).map((ledger) => deriveClock(ledger, pack, asOf, SWITCHES)),
    );
    const [was = [], is = []] = views;
    const [wasRed, isRed] = [was, is].map((clocks) => clocks.some(({ standing }) => standing === 'late'));
    if (was.some(({ dueAt }, index) => dueAt !== is[index]?.dueAt)) totals.moved += 1;
    if (!wasRed && isRed) totals.turnRed += 1;
    if (wasRed && !isRed) totals.leaveRed += 1;
    const due = [before, after].map((calendar) => overdueRungKeys(claim, { at: asOf, calendar, switches: {} }));
    totals.rungsAtOnce += (due[1] ?? []).filter((key) => !due[0]?.includes(key)).length;
  }
  return totals;
}
