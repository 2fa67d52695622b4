import { refusalFor } from '#domain/claim/actions.ts';
import { nextRungAt, rungFacts } from '#domain/claim/clocks.ts';
import { COMMAND_TYPES, type Command } from '#domain/claim/commands.ts';
import { decide } from '#domain/claim/decide.ts';
import { evolve } from '#domain/claim/evolve.ts';
import type { Fact, FactType } from '#domain/claim/facts.ts';
import { payoutLines } from '#domain/claim/payout-lines.ts';
import { pointsAtStake } from '#domain/claim/points.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFinal, type Point } from '#domain/claim/statuses.ts';
import { primaryWorklist, WORKLISTS } from '#domain/claim/worklists.ts';
import { InputError } from '#domain/input-error.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { isWorkingEpochDay, MS_PER_MINUTE, workCalendar } from '#domain/time/calendar/work-calendar.ts';
import { addWorkingMs, localDayOf, midnightOf, serviceMomentFrom, workingMsBetween } from '#domain/time/calendar/working-time.ts';
import { ZONES } from '#domain/time/calendar/zone.ts';
import { type ClockId, clockDefinition } from '#domain/time/clock/definitions.ts';
import { type ClockView, deriveClock } from '#domain/time/clock/derive.ts';
import { DEFAULT_LADDERS, type LadderRung } from '#domain/time/clock/ladder-rows.ts';
import type { ClockLedger } from '#domain/time/clock/ledger.ts';
import { CLAIM_ID, type ClaimFile } from '../../factories/claims.ts';
import { CALENDARS } from './random-events.ts';

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
  must(new Set(claim.payouts.map(({ payoutId }) => payoutId)).size === claim.payouts.length, 'a payout is here twice');
  must(claim.status !== 'approved' || hasAlive(claim), 'at rest in passing:', claim.status);
  must(ids.includes('second-eyes') === (claim.status === 'recommended'), 'second eyes in', claim.status, ids);
  if (isFinal(claim.status)) must(ids.length === 0, 'clocks run after the end:', ids);
  must(WORKLISTS.filter((list) => list === primaryWorklist(claim)).length === 1, 'in no worklist:', claim.status);
  must(isFinal(claim.status) === (primaryWorklist(claim) === 'ended'), 'waits where nobody looks:', claim.status, primaryWorklist(claim));
  expectLegalClock(file, ids);
  expectStatusFits(claim);
  expectExit(claim);
}

/** What nobody has decided yet never asks for more than the verdict allows, and nothing is proposed for a payment that was in time. */
function expectLateMoneyFits({ status, generation, clocks, payouts, compensationUnknown }: ClaimState): void {
  if (status !== 'paid' && status !== 'closed') return;
  const legal = clocks.find(({ clock, round }) => LEGAL.includes(clock) && round === generation);
  if (legal?.stoppedAt === undefined) return;
  const heardOf = payouts.filter((payout) => payout.state === 'confirmed' && !isLate(payout)).map(({ settledAt = 0 }) => settledAt);
  must(
    legal.stoppedAt === Math.max(legal.startedAt, ...heardOf),
    'the clock stopped at another instant than the last payment:',
    legal,
    heardOf,
  );
  must(legal.stoppedAt <= (legal.heardAt ?? 0) || legal.stoppedAt === legal.startedAt, 'stopped after we heard of it:', legal);
  must(compensationUnknown === undefined || status === 'paid', 'closed, and nobody knows what is owed:', compensationUnknown);
}

const hasAlive = ({ payouts }: ClaimState): boolean => payouts.some(({ state }) => state === 'ordered' || state === 'unknown');

/** One legal limit, which counts from the completeness that stands or from the reopening, never from anything later. */
function expectLegalClock({ state, facts }: ClaimFile, ids: readonly string[]): void {
  const legal = running(state).filter(({ clock }) => LEGAL.includes(clock));
  let since: number | undefined;
  let isComplete = false;
  for (const fact of facts) {
    if (fact.type === 'claim.completed') [since, isComplete] = [since ?? fact.at, true];
    if (fact.type === 'claim.completeness-revoked' || fact.type === 'claim.converted-to-death') [since, isComplete] = [undefined, false];
    if (fact.type !== 'claim.appealed' && fact.type !== 'claim.reopened') continue;
    // Money that came back is never refused for want of a calendar: the new limit runs, and is unknown.
    since = isComplete ? fact.at : undefined;
  }
  must(
    legal.every(({ startedAt }) => startedAt === since),
    'the legal limit does not count from completeness:',
    legal,
    since,
  );
  if (!['verifying', 'recommended', 'paying'].includes(state.status)) return;
  must(legal.length === 1, 'legal clocks of', state.status, ids);
}

function expectStatusFits(claim: ClaimState): void {
  const { status, recommendation, points, payouts } = claim;
  if (status === 'recommended') {
    const atStake: readonly Point[] = recommendation ? pointsAtStake(claim, recommendation.outcome) : [];
    must(atStake.length > 0 && atStake.every((point) => points[point]), 'points of', recommendation, points);
    must(
      atStake.some((point) => points[point]?.verdict === 'open'),
      'nothing left to decide:',
      points,
    );
  }
  if (status === 'rejected')
    must(!payouts.some(({ state }) => state === 'confirmed') && !hasAlive(claim), 'rejected over live money:', payouts);
  if (status === 'withdrawn') must(!hasAlive(claim), 'withdrawn over live money:', payouts);
  if (status === 'paying') must(hasAlive(claim), 'the bank owes no answer:', payouts);
  if (status === 'closed') must(!hasAlive(claim), 'closed over open money:', payouts);
  expectLateMoneyFits(claim);
  if (status === 'paid')
    must(
      hasAlive(claim) || claim.compensationUnknown !== undefined || payouts.some((payout) => isLate(payout) && !isSettled(payout)),
      'nobody left to ask about late money:',
      payouts,
    );
  if (status !== 'paying' && status !== 'paid') return;
  const short = recommendation?.outcome === 'pay' ? payoutLines(claim, recommendation) : [];
  must(short.length === 0, 'less on its way than is owed:', payouts, short);
}

const isLate = ({ lines }: ClaimState['payouts'][number]): boolean => lines.every(({ benefit }) => benefit === 'late.compensation');
const isSettled = ({ state }: ClaimState['payouts'][number]): boolean => state === 'confirmed' || state === 'declined';

/** Invariant 10: somebody can do something, or the bank still owes an answer. */
function expectExit(claim: ClaimState): void {
  if (isFinal(claim.status)) return;
  const officer = { id: 'x', role: 'officer' } as const;
  const approver = { id: 'y', role: 'approver' } as const;
  // Pauses and acknowledgements move nothing.
  const moving = COMMAND_TYPES.filter(
    (command) => !['pauseClock', 'resumeClock', 'acknowledgeEscalation', 'extendPromise'].includes(command),
  );
  const someone = moving.some((command) => !refusalFor(claim, officer, command) || !refusalFor(claim, approver, command));
  must(someone || hasAlive(claim), 'nobody can go on in', claim.status);
}

/** Invariant 11: the same command, given to the claim as it was, comes to the same facts. */
export function expectReplayable({ facts, switches }: ClaimFile): void {
  const written = JSON.parse(JSON.stringify(facts)) as readonly Fact[];
  let state: ClaimState | undefined;
  for (const [index, fact] of written.entries()) {
    if (fact.receipt && state) {
      const { command, calendar: used, switches: reading } = fact.receipt;
      const calendar = CALENDARS.find(({ id, version }) => id === used.id && version === used.version);
      if (!calendar) throw new Error(`decided on a calendar nobody knows: ${used.id} ${used.version}`);
      must(JSON.stringify(reading) === JSON.stringify(switches), 'decided under other switches:', reading);
      const again = decide(state, { ...command, actor: fact.actor, commandId: fact.cause } as Command, {
        at: fact.at,
        calendar,
        switches: reading,
      });
      const after = written.slice(index).findIndex((one, place) => place > 0 && (one.cause !== fact.cause || one.receipt !== undefined));
      const then = written.slice(index, after === -1 ? undefined : index + after);
      must(JSON.stringify(again) === JSON.stringify(then), 'decided otherwise the second time:', again, then);
    }
    state = evolve(state, fact, CLAIM_ID);
  }
}

/** What may still be heard of a claim that has ended; anything else first reopens it. */
const AFTER_THE_END: readonly FactType[] = [
  'claim.appealed',
  'claim.reopened',
  'payout.reversed',
  'payout.confirmed',
  'payout.paid-at-revised',
  'claim.report-repeated',
  'claim.documents-attached',
  'claim.checked',
  'sla.calendar-changed',
];

export function expectRestAfterEnd(before: ClaimState, facts: readonly Fact[]): void {
  const [first] = facts;
  if (first && isFinal(before.status)) must(AFTER_THE_END.includes(first.type), 'after the end:', before.status, first);
}

/** Invariant 9: a due date stands unless a fact about that very clock says otherwise, or time passed in an open pause. */
export function expectDueDatesKept(file: ClaimFile, earlier: { state: ClaimState; at: number; calendar: CalendarPack }): void {
  const { state: before } = earlier;
  const facts = file.facts.slice(before.seq);
  const said = new Set(facts.flatMap(clocksMovedBy));
  const isMoved = facts.some(({ type }) => type === 'sla.calendar-changed');
  for (const ledger of before.clocks) {
    const now = file.state.clocks.find((one) => one.clock === ledger.clock && one.generation === ledger.generation);
    if (!now) throw new Error(`${ledger.clock} ${ledger.generation} has gone`);
    if (now === ledger && !isMoved) continue;
    if (ledger.stoppedAt !== undefined) {
      const isRevised = facts.some(
        (fact) => fact.type === 'sla.verdict-revised' && fact.clock === ledger.clock && fact.generation === ledger.generation,
      );
      must(isRevised || JSON.stringify(now) === JSON.stringify(ledger), 'a stopped clock moved:', ledger, now);
      continue;
    }
    if (said.has(ledger.clock) || isMoved || ledger.pauses.some(({ to }) => to === undefined)) continue;
    // The bank had paid before anybody granted this: heard of later, it counts for nothing.
    if (grantedAfterStop(now)) continue;
    const [was, is] = [dueAt(earlier.calendar, earlier.at, file, ledger), dueAt(file.calendar, file.at, file, now)];
    // Beyond the calendar nobody can say anything of it.
    if (was !== undefined && is !== undefined) must(was === is, 'a due date moved by itself:', was, is, ledger, now);
  }
  for (const fact of facts) if (fact.type === 'sla.calendar-changed') expectMovesTold(file, earlier, fact);
}

function grantedAfterStop({ stoppedAt, extensions = [], pauses }: ClockLedger): boolean {
  if (stoppedAt === undefined) return false;
  return extensions.some(({ at }) => at > stoppedAt) || pauses.some(({ to }) => to !== undefined && to > stoppedAt);
}

function clocksMovedBy(fact: Fact): readonly string[] {
  if (fact.type === 'sla.clock-paused' || fact.type === 'sla.clock-resumed') return fact.clocks;
  return fact.type === 'sla.clock-extended' ? [fact.clock] : [];
}

/** The fact of another calendar names every running clock whose deadline it moves, and no other. */
function expectMovesTold(
  file: ClaimFile,
  earlier: { state: ClaimState; calendar: CalendarPack },
  { moved }: Extract<Fact, { type: 'sla.calendar-changed' }>,
): void {
  for (const ledger of running(earlier.state)) {
    const [from, to] = [dueAt(earlier.calendar, file.at, file, ledger), dueAt(file.calendar, file.at, file, ledger)];
    const told = moved.find((one) => one.clock === ledger.clock && one.generation === ledger.generation);
    must((from !== to) === (told !== undefined), 'a calendar moved in silence:', ledger, from, to, moved);
    if (told) must(told.from === (from ?? null) && told.to === (to ?? null), 'told otherwise than moved:', told, from, to);
  }
}

function dueAt(calendar: CalendarPack, at: number, { switches }: ClaimFile, ledger: ClockLedger): number | undefined {
  return knowable(() => deriveClock(ledger, calendar, at, withSwitches(switches)).dueAt);
}

/** Invariant 6, against rungs read off the clock one by one; and the alarm never asks for an instant at which there is nothing to do. */
export function expectRungs(file: ClaimFile): void {
  const { state, context } = file;
  const due = rungFacts(state, context).flatMap((fact) => (fact.type === 'sla.rung-reached' ? [fact.rungKey] : []));
  const next = nextRungAt(state, context);
  must((next !== undefined && next <= file.at) === due.length > 0, 'the alarm and the rungs disagree:', next, file.at, due);
  const keys = state.rungs.map(({ key }) => key);
  must(new Set([...keys, ...due]).size === keys.length + due.length, 'a rung fires twice:', keys, due);
  const ofPaused = running(state).filter(({ pauses }) => pauses.length > 0);
  const isOfPaused = (key: string): boolean => ofPaused.some(({ clock, generation }) => key.startsWith(`${clock}:${generation}:`));
  const slowly = isHeard(file) ? slowlyDue(file) : slowlyDue(file).filter((key) => HOURLY.some((clock) => key.startsWith(clock)));
  const plain = due.filter((key) => !isOfPaused(key));
  must(slowly.length === plain.length && plain.every((key) => slowly.includes(key)), 'due', due, 'but by the slow way', slowly);
  for (const ledger of ofPaused) expectRungsAfterPauses(file, ledger, due);
}

/** Clocks that wait for no office. */
const HOURLY: readonly ClockId[] = ['stage-1-report', 'stage-2-report', 'data-breach'];

/** Somebody is at work, or was a minute ago; where nobody knows the hours, a rung is told as well. */
function isHeard({ at, calendar: pack, switches }: ClaimFile): boolean {
  const calendar = workCalendar(pack, withSwitches(switches)['calendar.jointLeave']);
  const worked = knowable(() => isWorkingEpochDay(calendar, localDayOf(calendar, at)));
  if (worked === undefined || knowable(() => serviceMomentFrom(calendar, at)) === undefined) return true;
  const sinceMidnight = (at - midnightOf(calendar, localDayOf(calendar, at))) / 60_000;
  return worked && sinceMidnight >= pack.service.fromMinute && sinceMidnight <= pack.service.toMinute + 1;
}

/** How pauses shift a rung is for the tests of the clock; here: none while it stands still, none before its share is spent. */
function expectRungsAfterPauses(file: ClaimFile, ledger: ClockLedger, due: readonly string[]): void {
  const view = knowable(() => deriveClock(ledger, file.calendar, file.at, withSwitches(file.switches)));
  const own = due.filter((key) => key.startsWith(`${ledger.clock}:${ledger.generation}:`));
  must(own.length === 0 || view?.state !== 'paused', 'a rung of a clock that stands still:', ledger, own);
  for (const { percent, at } of view?.rungs ?? []) {
    const isDue = own.includes(`${ledger.clock}:${ledger.generation}:${percent}`);
    must(!isDue || at <= file.at, 'a rung before its share is spent:', ledger, percent, at);
  }
}

function slowlyDue(file: ClaimFile): string[] {
  const fired = new Map(file.state.rungs.map((rung) => [rung.key, rung]));
  const unpaused = running(file.state).filter(({ pauses }) => pauses.length === 0);
  return unpaused.flatMap((ledger) => {
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
      return isReached(file, ledger.clock, view, rung) || isIgnored(file, ignoredSince) ? [keyOf(rung)] : [];
    });
  });
}

function isKnown(file: ClaimFile, view: ClockView | undefined, rung: LadderRung): boolean {
  const calendar = workCalendar(file.calendar, withSwitches(file.switches)['calendar.jointLeave']);
  if (!view || !('workingDaysLate' in rung)) return view !== undefined;
  return knowable(() => addWorkingMs(calendar, view.dueAt, rung.workingDaysLate * calendar.serviceMs)) !== undefined;
}

function isReached(file: ClaimFile, clock: ClockId, view: ClockView | undefined, rung: LadderRung): boolean {
  if (!view) return false;
  const calendar = workCalendar(file.calendar, withSwitches(file.switches)['calendar.jointLeave']);
  if ('workingDaysLate' in rung) {
    return knowable(() => workingMsBetween(calendar, view.dueAt, knownUntil(file)) >= rung.workingDaysLate * calendar.serviceMs) === true;
  }
  const spentAt = view.rungs.find(({ percent }) => percent === rung.percent)?.at ?? Number.POSITIVE_INFINITY;
  const at = rung.percent < 100 ? spentAt : Math.max(spentAt, view.dueAt);
  // Clocks in hours wait for nobody.
  const waits = clockDefinition(clock, withSwitches(file.switches)).unit !== 'hours';
  return knowable(() => (waits ? serviceMomentFrom(calendar, at) : at) <= file.at) === true;
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
  const { extensions, ...plain } = ledger;
  const given = (extensions ?? []).reduce((sum, { units }) => sum + units, 0);
  const budget = clockDefinition(ledger.clock, withSwitches(file.switches)).budget + given;
  // Without pauses nothing asked here depends on when one looks, and the start is always within the calendar.
  return knowable(() => deriveClock({ ...plain, budget }, file.calendar, ledger.startedAt, withSwitches(file.switches)));
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
