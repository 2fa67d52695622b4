import { InputError } from '#domain/input-error.ts';
import { type Switches, withSwitches } from '#domain/law/rules/switches.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { type ClockId, clockDefinition, isKnownOn } from '#domain/time/clock/definitions.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { acknowledgementTimeout, dueRungs, nextRung, overdueRungs, type RungDue } from '#domain/time/clock/ladder.ts';
import { type ClockLedger, openClock } from '#domain/time/clock/ledger.ts';
import { type Edition, isSince } from './edition.ts';
import type { FactBody } from './facts.ts';
import type { ClaimState, RungState } from './state.ts';

export type ClockContext = {
  readonly at: Instant;
  readonly calendar: CalendarPack;
  readonly switches: Partial<Switches>;
  /** Of the rules; today's when not said. */
  readonly edition?: Edition;
};

/** Stopped only by the last payment, a rejection or what makes completeness void; the other clocks of a claim stop with the step they wait for. */
const PROMISES = ['jkm-legal', 'jkk-legal', 'partner-promise', 'complaint'] as const satisfies readonly ClockId[];

export function isRunning(ledger: ClockLedger, clock: ClockId): boolean {
  return ledger.clock === clock && ledger.stoppedAt === undefined;
}

/** A clock started again (another recommendation, a reopening) is a new generation: old rungs never fire again. */
export function nextGeneration(claim: ClaimState, clock: ClockId): number {
  return 1 + claim.clocks.filter((ledger) => ledger.clock === clock).length;
}

export function startClock(clock: ClockId, startedAt: Instant): FactBody {
  return { type: 'sla.clock-started', clock, startedAt };
}

export function stopClockAt(clock: ClockId, stoppedAt: Instant): FactBody {
  return { type: 'sla.clock-stopped', clock, stoppedAt };
}

/** The thirty days to conclude a suspicion; what happened before the law knew them has none. */
export function startSuspicion(eventOn: Day, receivedAt: Instant, context: Pick<ClockContext, 'edition'>): FactBody[] {
  return isSince(context, 2) && !isKnownOn('suspected-accident', eventOn) ? [] : [startClock('suspected-accident', receivedAt)];
}

/** Nothing when the clock is not running: a stop is a fact, not a habit. */
export function stopRunning(claim: ClaimState, clocks: readonly ClockId[], stoppedAt: Instant): FactBody[] {
  // A report may name an instant that our clock has not reached yet; its clock then ends as it begins.
  return clocks.flatMap((clock) => {
    const running = claim.clocks.find((ledger) => isRunning(ledger, clock));
    return running ? [stopClockAt(clock, Math.max(stoppedAt, running.startedAt))] : [];
  });
}

/** The clocks that start when an officer declares the claim complete. Until triage a death runs against the shorter limit, JKM's. */
export function startsAtCompleteness(claim: ClaimState, { at, switches }: ClockContext): FactBody[] {
  const legal = legalClockOf(claim);
  const clocks: ClockId[] = withSwitches(switches)['sla.partnerPromise'].start === 'complete' ? [legal, 'partner-promise'] : [legal];
  return clocks.filter((clock) => !claim.clocks.some((ledger) => isRunning(ledger, clock))).map((clock) => startClock(clock, at));
}

export function legalClockOf({ kind, programme }: Pick<ClaimState, 'kind' | 'programme'>): 'jkm-legal' | 'jkk-legal' {
  return kind === 'accident' || programme === 'jkk' ? 'jkk-legal' : 'jkm-legal';
}

/**
 * Triage changes which legal limit applies; the new clock keeps the old start, because completeness did not move, and every pause so far
 * that may hold it.
 */
export function switchLegalClock(claim: ClaimState, programme: 'jkm' | 'jkk', { at, switches }: ClockContext): FactBody[] {
  const [from, to]: [ClockId, ClockId] = programme === 'jkk' ? ['jkm-legal', 'jkk-legal'] : ['jkk-legal', 'jkm-legal'];
  const running = claim.clocks.find((ledger) => isRunning(ledger, from));
  if (!running) return [];
  const { pausedBy } = clockDefinition(to, withSwitches(switches));
  const pauses = running.pauses.filter(({ ground }) => pausedBy.includes(ground));
  const carried = pauses.flatMap(({ ground, from: since, to: until, source = '' }): FactBody[] => [
    { type: 'sla.clock-paused', ground, clocks: [to], from: since, source },
    ...(until === undefined ? [] : [{ type: 'sla.clock-resumed', ground, clocks: [to], resumedAt: until } as const]),
  ]);
  return [stopClockAt(from, at), startClock(to, running.startedAt), ...carried];
}

/** Whatever still runs when a claim ends, or begins again. */
export function stopEverything(claim: ClaimState, at: Instant): FactBody[] {
  return stopRunning(
    claim,
    claim.clocks.filter((ledger) => ledger.stoppedAt === undefined).map(({ clock }) => clock),
    at,
  );
}

export function stopPromises(claim: ClaimState, at: Instant): FactBody[] {
  return stopRunning(claim, PROMISES, at);
}

/** Refused where a deadline about to start could not be computed: a claim never runs against a limit nobody knows. */
export function refuseUncomputable(facts: readonly FactBody[], { at, calendar, switches }: ClockContext): Refusal | undefined {
  try {
    for (const fact of facts) {
      if (fact.type === 'sla.clock-started') deriveClock(openClock(fact.clock, 1, fact.startedAt), calendar, at, withSwitches(switches));
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return refuse('calendar-year-missing', `Kalender kerja belum lengkap: ${error.message}`, 'rules.md section 7');
  }
}

/** Rungs reached and not yet told, as facts; empty is the normal answer. */
export function rungFacts(claim: ClaimState, context: ClockContext): FactBody[] {
  return untold(claim, context, dueRungs).map(({ ledger, due }) => ({
    type: 'sla.rung-reached' as const,
    rungKey: due.key,
    clock: ledger.clock,
    generation: ledger.generation,
    rung: due.rung.id,
    dueAt: due.at,
    tells: due.rung.tells,
    requires: due.rung.requires,
  }));
}

/** Rungs whose time has come and that have not been told, also where nobody is at work to hear of them. */
export function overdueRungKeys(claim: ClaimState, context: ClockContext): readonly string[] {
  return untold(claim, context, overdueRungs).map(({ due }) => due.key);
}

function untold(
  claim: ClaimState,
  context: ClockContext,
  rungsOf: typeof dueRungs,
): readonly { readonly ledger: ClockLedger; readonly due: RungDue }[] {
  const { at, calendar, switches } = context;
  const { fired, unacknowledged } = told(claim, context);
  const reading = withSwitches(switches);
  return claim.clocks.flatMap((ledger) =>
    computable(() => rungsOf(ledger, calendar, at, fired, reading, { unacknowledged }), []).map((due) => ({ ledger, due })),
  );
}

/** Running clocks whose deadline nobody can say: their rungs are silent, so somebody has to be told of them another way. */
export function unknownDeadlines(claim: Pick<ClaimState, 'clocks'>, { at, calendar, switches }: ClockContext): readonly ClockId[] {
  const reading = withSwitches(switches);
  const isUnknown = (ledger: ClockLedger): boolean => computable(() => deriveClock(ledger, calendar, at, reading), undefined) === undefined;
  return claim.clocks.filter((ledger) => ledger.stoppedAt === undefined && isUnknown(ledger)).map(({ clock }) => clock);
}

/** When the claim next has to do something by itself; undefined when it only waits for people. */
export function nextRungAt(claim: ClaimState, context: ClockContext): Instant | undefined {
  const { at, calendar, switches } = context;
  const { fired, unacknowledged } = told(claim, context);
  const reading = withSwitches(switches);
  const instants = claim.clocks.flatMap((ledger) => {
    const next = computable(() => nextRung(ledger, calendar, at, fired, reading, { unacknowledged }), undefined);
    return next === undefined ? [] : [next.tellAt];
  });
  return instants.length === 0 ? undefined : Math.min(...instants);
}

function told(
  claim: ClaimState,
  { calendar, switches }: ClockContext,
): { fired: ReadonlySet<string>; unacknowledged: ReadonlyMap<string, Instant> } {
  // Patience that ends in a year without calendar is unknown; it must not take the next rung, whose own time is known, with it.
  const isPatienceKnown = (firedAt: Instant): boolean =>
    computable(() => acknowledgementTimeout(calendar, firedAt, withSwitches(switches)), undefined) !== undefined;
  const isWaited = ({ mustAcknowledge, acknowledgedAt }: RungState): boolean => mustAcknowledge && acknowledgedAt === undefined;
  const waiting = claim.rungs.filter((rung) => isWaited(rung) && isPatienceKnown(rung.firedAt));
  return {
    fired: new Set(claim.rungs.map((rung) => rung.key)),
    unacknowledged: new Map(waiting.map((rung) => [rung.key, rung.firedAt])),
  };
}

/** A missing calendar year leaves that clock unknown, which screens show loudly; it must not take what else there is to do with it. */
export function computable<T>(derive: () => T, otherwise: T): T {
  try {
    return derive();
  } catch (error) {
    if (error instanceof InputError && error.code === 'calendar-year-missing') return otherwise;
    throw error;
  }
}
