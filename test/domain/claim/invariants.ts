import { MS_PER_MINUTE, workCalendar } from '#domain/calendar/work-calendar.ts';
import { addWorkingMs, serviceMomentFrom, workingMsBetween } from '#domain/calendar/working-time.ts';
import { ZONES } from '#domain/calendar/zone.ts';
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

/** Looked at a million times in a long run: cheap while it holds. */
function must(holds: boolean, what: string, ...seen: readonly unknown[]): void {
  if (!holds) throw new Error([what, ...seen.map((one) => JSON.stringify(one))].join(' '));
}

/** What must hold of every claim at rest. */
export function expectConsistent(file: ClaimFile): void {
  const claim = file.state;
  const ids = running(claim).map(({ clock }) => clock);
  must(new Set(ids).size === ids.length, 'a clock runs twice:', ids);
  must(claim.seq === file.facts.length, 'the journal has a gap at', claim.seq);
  must(new Set(claim.papers.map(({ documentId }) => documentId)).size === claim.papers.length, 'a document is here twice');
  must(!['approved', 'paid'].includes(claim.status), 'at rest in passing:', claim.status);
  must(ids.includes('second-eyes') === (claim.status === 'recommended'), 'second eyes in', claim.status, ids);
  const legal = ids.filter((id) => LEGAL.includes(id));
  if (['verifying', 'recommended', 'paying'].includes(claim.status)) must(legal.length === 1, 'legal clocks of', claim.status, ids);
  const completedAt = file.facts.find(({ type }) => type === 'claim.completed')?.at;
  const starts = claim.clocks.filter(({ clock }) => LEGAL.includes(clock)).map(({ startedAt }) => startedAt);
  must(
    starts.every((startedAt) => startedAt === completedAt),
    'the legal limit does not count from completeness:',
    starts,
    completedAt,
  );
  if (isFinal(claim.status)) must(ids.length === 0, 'clocks run after the end:', ids);
  expectStatusFits(claim);
  expectExit(claim);
}

function expectStatusFits(claim: ClaimState): void {
  const { status, recommendation, points, payouts } = claim;
  const live = payouts.filter(({ state }) => state !== 'refused');
  if (status === 'recommended') {
    const atStake: readonly Point[] = recommendation ? POINTS_OF[recommendation.outcome] : [];
    must(atStake.length > 0 && atStake.every((point) => points[point]), 'points of', recommendation, points);
    must(
      atStake.some((point) => points[point]?.verdict === 'open'),
      'nothing left to decide:',
      points,
    );
  }
  if (status === 'rejected') must(live.length === 0, 'rejected over live money:', live);
  if (status === 'paying')
    must(
      live.some(({ state }) => state !== 'confirmed'),
      'the bank owes no answer:',
      payouts,
    );
  if (status === 'closed')
    must(
      live.every(({ state }) => state === 'confirmed'),
      'closed over open money:',
      payouts,
    );
  if (status === 'paying' || status === 'closed') {
    const wanted = recommendation?.outcome === 'pay' ? payoutLines(claim, recommendation).map(({ payoutId }) => payoutId) : [];
    const found = live.map(({ payoutId }) => payoutId);
    must(found.length === wanted.length && wanted.every((one) => found.includes(one)), 'paid lines are not the owed ones:', found, wanted);
  }
}

/** Invariant 10: somebody can do something, or the bank still owes an answer. */
function expectExit(claim: ClaimState): void {
  if (isFinal(claim.status)) return;
  const officer = { id: 'x', role: 'officer' } as const;
  const approver = { id: 'y', role: 'approver' } as const;
  const someone = COMMAND_TYPES.some((command) => !refusalFor(claim, officer, command) || !refusalFor(claim, approver, command));
  const bankOwes = claim.payouts.some(({ state }) => state === 'ordered' || state === 'unknown');
  must(someone || bankOwes, 'nobody can go on in', claim.status);
}

/** Invariant 11: what was recommended follows from the claim as it is recorded. */
export function expectRecomputable(file: ClaimFile): void {
  const { status, recommendation } = file.state;
  if (recommendation?.outcome !== 'pay' || !['recommended', 'paying', 'closed'].includes(status)) return;
  const again = entitlementOf(file.state, file.switches);
  const lines = 'refused' in again ? again : again.lines;
  must(JSON.stringify(lines) === JSON.stringify(recommendation.lines), 'recommended otherwise than calculated:', recommendation, again);
}

/** Invariant 9: a due date stands unless a fact about that very clock says otherwise. */
export function expectDueDatesKept(file: ClaimFile, before: ClaimState, facts: readonly Fact[]): void {
  const touched = new Set(facts.map((fact) => ('clock' in fact ? fact.clock : undefined)));
  for (const ledger of before.clocks) {
    const now = file.state.clocks.find((one) => one.clock === ledger.clock && one.generation === ledger.generation);
    if (!now) throw new Error(`${ledger.clock} ${ledger.generation} has gone`);
    if (now === ledger) continue;
    must(ledger.stoppedAt === undefined || JSON.stringify(now) === JSON.stringify(ledger), 'a stopped clock moved:', ledger, now);
    must(touched.has(ledger.clock) || viewOf(file, now)?.dueAt === viewOf(file, ledger)?.dueAt, 'a due date moved by itself:', ledger, now);
  }
}

/** Invariant 6, against rungs read off the clock one by one; and the alarm never asks for an instant at which there is nothing to do. */
export function expectRungs(file: ClaimFile): void {
  const { state, context } = file;
  const due = rungFacts(state, context).flatMap((fact) => (fact.type === 'sla.rung-reached' ? [fact.rungKey] : []));
  const next = nextRungAt(state, context);
  must((next !== undefined && next <= file.at) === due.length > 0, 'the alarm and the rungs disagree:', next, file.at, due);
  const keys = state.rungs.map(({ key }) => key);
  must(new Set([...keys, ...due]).size === keys.length + due.length, 'a rung fires twice:', keys, due);
  const slowly = slowlyDue(file);
  must(slowly.length === due.length && due.every((key) => slowly.includes(key)), 'due', due, 'but by the slow way', slowly);
}

function slowlyDue(file: ClaimFile): string[] {
  const fired = new Map(file.state.rungs.map((rung) => [rung.key, rung]));
  return running(file.state).flatMap((ledger) => {
    const keyOf = (rung: LadderRung): string => `${ledger.clock}:${ledger.generation}:${rung.id}`;
    const { rungs } = DEFAULT_LADDERS[ledger.clock];
    const view = viewOf(file, ledger);
    return rungs.flatMap((rung, index) => {
      if (fired.has(keyOf(rung))) return [];
      // NOTE: a rung whose own time lies beyond the calendar is given up, even where patience with the one before it runs out earlier.
      if (!isKnown(file, view, rung)) return [];
      const before = rungs[index - 1];
      const waiting = before && fired.get(keyOf(before));
      const ignoredSince = waiting?.mustAcknowledge && waiting.acknowledgedAt === undefined ? waiting.firedAt : undefined;
      return isReached(file, view, rung) || isIgnored(file, ignoredSince) ? [keyOf(rung)] : [];
    });
  });
}

function isKnown(file: ClaimFile, view: ClockView | undefined, rung: LadderRung): boolean {
  const calendar = workCalendar(file.calendar, withSwitches(file.switches)['calendar.jointLeave']);
  if (!view || !('workingDaysLate' in rung)) return view !== undefined;
  return knowable(() => addWorkingMs(calendar, view.dueAt, rung.workingDaysLate * calendar.serviceMs)) !== undefined;
}

function isReached(file: ClaimFile, view: ClockView | undefined, rung: LadderRung): boolean {
  if (!view) return false;
  const calendar = workCalendar(file.calendar, withSwitches(file.switches)['calendar.jointLeave']);
  if ('workingDaysLate' in rung) {
    return knowable(() => workingMsBetween(calendar, view.dueAt, knownUntil(file)) >= rung.workingDaysLate * calendar.serviceMs) === true;
  }
  const spentAt = view.rungs.find(({ percent }) => percent === rung.percent)?.at ?? Number.POSITIVE_INFINITY;
  const at = rung.percent < 100 ? spentAt : Math.max(spentAt, view.dueAt);
  return knowable(() => serviceMomentFrom(calendar, at) <= file.at) === true;
}

function isIgnored(file: ClaimFile, since: number | undefined): boolean {
  if (since === undefined) return false;
  const calendar = workCalendar(file.calendar, withSwitches(file.switches)['calendar.jointLeave']);
  return knowable(() => workingMsBetween(calendar, since, knownUntil(file)) >= 240 * MS_PER_MINUTE) === true;
}

/** Now, or the last moment of the calendar: beyond it nobody can count, and nothing that was reached before is undone. */
function knownUntil({ at, calendar }: ClaimFile): number {
  const end = Date.UTC(Math.max(...calendar.years) + 1, 0, 1) - ZONES[calendar.zone].offsetMinutes * MS_PER_MINUTE;
  return Math.min(at, end - 1);
}

function viewOf(file: ClaimFile, ledger: ClockLedger): ClockView | undefined {
  // Without pauses nothing asked here depends on when one looks, and the start is always within the calendar.
  return knowable(() => deriveClock(ledger, file.calendar, ledger.startedAt, withSwitches(file.switches)));
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
