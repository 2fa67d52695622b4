import { MS_PER_MINUTE, workCalendar } from '#domain/calendar/work-calendar.ts';
import { serviceMomentFrom, workingMsBetween } from '#domain/calendar/working-time.ts';
import { refusalFor } from '#domain/claim/actions.ts';
import { nextRungAt, rungFacts } from '#domain/claim/clocks.ts';
import { COMMAND_TYPES } from '#domain/claim/commands.ts';
import { entitlementOf } from '#domain/claim/entitlement.ts';
import type { Fact } from '#domain/claim/facts.ts';
import { payoutLines } from '#domain/claim/payout-lines.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFinal, POINTS_OF, type Point } from '#domain/claim/statuses.ts';
import { type ClockView, deriveClock } from '#domain/clock/derive.ts';
import { DEFAULT_LADDERS, type LadderRung } from '#domain/clock/ladder-rows.ts';
import type { ClockLedger } from '#domain/clock/ledger.ts';
import { InputError } from '#domain/input-error.ts';
import { withSwitches } from '#domain/rules/switches.ts';
import type { ClaimFile } from '../../factories/claims.ts';

const LEGAL = ['jkm-legal', 'jkk-legal'];
const running = (claim: ClaimState): readonly ClockLedger[] => claim.clocks.filter(({ stoppedAt }) => stoppedAt === undefined);

/** What must hold of every claim at rest. */
export function expectConsistent(file: ClaimFile): void {
  const claim = file.state;
  const ids = running(claim).map(({ clock }) => clock);
  expect(ids).toEqual([...new Set(ids)]);
  expect(claim.seq).toBe(file.facts.length);
  expect(new Set(claim.papers.map(({ documentId }) => documentId)).size).toBe(claim.papers.length);
  expect(['approved', 'paid']).not.toContain(claim.status);
  expect(ids.includes('second-eyes')).toBe(claim.status === 'recommended');
  if (['verifying', 'recommended', 'paying'].includes(claim.status)) expect(ids.filter((id) => LEGAL.includes(id))).toHaveLength(1);
  if (isFinal(claim.status)) expect(ids).toEqual([]);
  expectStatusFits(claim);
  expectExit(claim);
}

function expectStatusFits(claim: ClaimState): void {
  const { status, recommendation, points, payouts } = claim;
  const live = payouts.filter(({ state }) => state !== 'refused');
  if (status === 'recommended') {
    const atStake: readonly Point[] = recommendation ? POINTS_OF[recommendation.outcome] : [];
    expect(atStake.filter((point) => points[point] === undefined)).toEqual([]);
    expect(atStake.some((point) => points[point]?.verdict === 'open')).toBe(true);
  }
  if (status === 'rejected') expect(live).toEqual([]);
  if (status === 'paying') expect(live.some(({ state }) => state !== 'confirmed')).toBe(true);
  if (status === 'paying' || status === 'closed') {
    const wanted = recommendation?.outcome === 'pay' ? payoutLines(claim, recommendation).map(({ payoutId }) => payoutId) : [];
    expect(live.map(({ payoutId }) => payoutId).sort()).toEqual([...wanted].sort());
  }
  if (status === 'closed') expect(live.every(({ state }) => state === 'confirmed')).toBe(true);
}

/** Invariant 10: somebody can do something, or the bank still owes an answer. */
function expectExit(claim: ClaimState): void {
  if (isFinal(claim.status)) return;
  const officer = { id: 'x', role: 'officer' } as const;
  const approver = { id: 'y', role: 'approver' } as const;
  const someone = COMMAND_TYPES.some((command) => !refusalFor(claim, officer, command) || !refusalFor(claim, approver, command));
  const bankOwes = claim.payouts.some(({ state }) => state === 'ordered' || state === 'unknown');
  expect([claim.status, someone || bankOwes]).toEqual([claim.status, true]);
}

/** Invariant 11: what was recommended follows from the claim as it is recorded. */
export function expectRecomputable(file: ClaimFile): void {
  const { status, recommendation } = file.state;
  if (recommendation?.outcome !== 'pay' || !['recommended', 'paying', 'closed'].includes(status)) return;
  expect(entitlementOf(file.state, file.switches)).toMatchObject({ lines: recommendation.lines, total: recommendation.total });
}

/** Invariant 9: a due date stands unless a fact about that very clock says otherwise. */
export function expectDueDatesKept(file: ClaimFile, before: ClaimState, facts: readonly Fact[]): void {
  const touched = new Set(facts.map((fact) => ('clock' in fact ? fact.clock : undefined)));
  for (const ledger of before.clocks) {
    const now = file.state.clocks.find((one) => one.clock === ledger.clock && one.generation === ledger.generation);
    if (!now) throw new Error(`${ledger.clock} ${ledger.generation} has gone`);
    if (ledger.stoppedAt !== undefined) {
      expect(now).toEqual(ledger);
      continue;
    }
    if (!touched.has(ledger.clock)) expect(viewOf(file, now)?.dueAt).toBe(viewOf(file, ledger)?.dueAt);
  }
}

/** Invariant 6, against rungs read off the clock one by one; and the alarm never asks for an instant at which there is nothing to do. */
export function expectRungs(file: ClaimFile): void {
  const { state, context } = file;
  const due = rungFacts(state, context).flatMap((fact) => (fact.type === 'sla.rung-reached' ? [fact.rungKey] : []));
  const next = nextRungAt(state, context);
  expect([due, next !== undefined && next <= file.at]).toEqual([due, due.length > 0]);
  const keys = state.rungs.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect([...due].sort()).toEqual(slowlyDue(file).sort());
}

function slowlyDue(file: ClaimFile): string[] {
  const fired = new Map(file.state.rungs.map((rung) => [rung.key, rung]));
  return running(file.state).flatMap((ledger) => {
    const keyOf = (rung: LadderRung): string => `${ledger.clock}:${ledger.generation}:${rung.id}`;
    const { rungs } = DEFAULT_LADDERS[ledger.clock];
    return rungs.flatMap((rung, index) => {
      if (fired.has(keyOf(rung))) return [];
      const before = rungs[index - 1];
      const waiting = before && fired.get(keyOf(before));
      const ignoredSince = waiting?.mustAcknowledge && waiting.acknowledgedAt === undefined ? waiting.firedAt : undefined;
      return isReached(file, ledger, rung) || isIgnored(file, ignoredSince) ? [keyOf(rung)] : [];
    });
  });
}

function isReached(file: ClaimFile, ledger: ClockLedger, rung: LadderRung): boolean {
  const view = viewOf(file, ledger);
  if (!view) return false;
  const calendar = workCalendar(file.calendar, withSwitches(file.switches)['calendar.jointLeave']);
  if ('workingDaysLate' in rung) {
    return knowable(() => workingMsBetween(calendar, view.dueAt, file.at) >= rung.workingDaysLate * calendar.serviceMs) === true;
  }
  const spentAt = view.rungs.find(({ percent }) => percent === rung.percent)?.at ?? Number.POSITIVE_INFINITY;
  const at = rung.percent < 100 ? spentAt : Math.max(spentAt, view.dueAt);
  return knowable(() => serviceMomentFrom(calendar, at) <= file.at) === true;
}

function isIgnored(file: ClaimFile, since: number | undefined): boolean {
  if (since === undefined) return false;
  const calendar = workCalendar(file.calendar, withSwitches(file.switches)['calendar.jointLeave']);
  return knowable(() => workingMsBetween(calendar, since, file.at) >= 240 * MS_PER_MINUTE) === true;
}

function viewOf(file: ClaimFile, ledger: ClockLedger): ClockView | undefined {
  return knowable(() => deriveClock(ledger, file.calendar, file.at, withSwitches(file.switches)));
}

/** Undefined in a year without calendar. */
function knowable<T>(derive: () => T): T | undefined {
  try {
    return derive();
  } catch (error) {
    if (error instanceof InputError && error.code === 'calendar-year-missing') return undefined;
    throw error;
  }
}
