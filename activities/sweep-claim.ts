import type { CalendarsStore } from '#adapters/mongo/calendars-store.ts';
import { firstBreak } from '#adapters/mongo/chain.ts';
import type { OpenClaim } from '#adapters/mongo/claims-store.ts';
import type { FoundIncident, IncidentsStore } from '#adapters/mongo/incidents-store.ts';
import type { JournalStore } from '#adapters/mongo/journal-store.ts';
import { type ClaimGateway, isNotRunning } from '#adapters/temporal/claim-gateway.ts';
import { type ClaimId, parseClaimId } from '#domain/claim/claim-number.ts';
import { rungFacts, unknownDeadlines } from '#domain/claim/clocks.ts';
import { fold } from '#domain/claim/evolve.ts';
import { givenReadings } from '#domain/claim/readings.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import { atBranch } from '#domain/time/calendar/branch.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import type { SweepCounts } from './sweep-counts.ts';

export type ClaimLookDeps = {
  readonly calendars: Pick<CalendarsStore, 'find'>;
  readonly journal: Pick<JournalStore, 'read'>;
  readonly incidents: Pick<IncidentsStore, 'note' | 'resolveUnseen'>;
  readonly running: Pick<ClaimGateway, 'wake' | 'revive' | 'runningAmong' | 'isRunning'>;
  /** Only tests are less patient than SWEEP_GRACE_MS. */
  readonly graceMs?: number;
};

export type Look = {
  readonly startedAt: Instant;
  readonly readAt: Instant;
  /** Whether Temporal's index knows the claim as running. */
  readonly isListed: boolean;
};

/**
 * A rung this young is left to the claim itself. The alarm, the record and a busy minute at the end of a service day take a few seconds, and
 * the clocks of two machines differ; with a pass each minute a missed rung is still found well within two.
 */
export const SWEEP_GRACE_MS = 20_000;

/** A claim that hears a wake and does nothing hears it every so often: a run takes ten thousand signals in its life and then no more. */
const PROMPT_WAKES = 10;
const LATER_WAKES_EVERY = 10;

type Due = { readonly rungKey: string; readonly dueAt: Instant };
type Found = Partial<SweepCounts>;

/** Looks at one claim: what should have been told by now, and whether anybody is there to tell it. A bad record is an incident, not an end. */
export function createClaimLook(deps: ClaimLookDeps) {
  const { calendars, journal, incidents, running, graceMs = SWEEP_GRACE_MS } = deps;

  return async function look(claim: OpenClaim, { startedAt, readAt, isListed }: Look): Promise<Found> {
    const claimId = claimIdOf(claim);
    const calendar = claimId === undefined ? undefined : calendarOf(claim);
    if (claimId === undefined || calendar === undefined) return unreadable(claim._id, startedAt);
    const pack = await calendars.find(calendar.id, calendar.version);
    if (!pack) return note({ kind: 'calendar-missing', claimId }, startedAt, {});
    const asOf = readAt - graceMs;
    const due = dueRungs(claim, pack, asOf);
    if (due === undefined) return unreadable(claim._id, startedAt);
    for (const kind of readable(() => unknownsOf(claim, pack, asOf)) ?? []) await incidents.note({ kind, claimId }, startedAt);

    // A claim that has just changed may owe a rung it has only just heard of (triage starts a clock in the past): woken, not yet counted.
    const missed = claim.state.updatedAt <= asOf ? due : [];
    const seen = await Promise.all(
      missed.map(({ rungKey, dueAt }) => incidents.note({ kind: 'rung-missed', claimId, rungKey, dueAt }, startedAt)),
    );
    const found: Found = { missed: missed.length, lagMs: Math.max(0, ...missed.map(({ dueAt }) => readAt - dueAt)) };
    const isWorthWaking = due.length > 0 && (missed.length < due.length || seen.some(isWakeDue));
    return { ...found, ...(await reach(claimId, { isWorthWaking, isListed, startedAt })) };
  };

  /** Outside faults stay with their claim: what was noted stays noted, and the next pass tries again. */
  async function reach(
    claimId: ClaimId,
    { isWorthWaking, isListed, startedAt }: { readonly isWorthWaking: boolean; readonly isListed: boolean; readonly startedAt: Instant },
  ): Promise<Found> {
    try {
      if (!isListed && !(await running.isRunning(claimId))) return await revive(claimId, startedAt);
      if (!isWorthWaking) return {};
      await running.wake(claimId);
      return { woken: 1 };
    } catch (error) {
      if (!isNotRunning(error)) return { unreached: 1 };
      return revive(claimId, startedAt).catch(() => ({ unreached: 1 }));
    }
  }

  /**
   * Only for a claim just seen not to run, and from its journal read after that: a claim ends by recording its last fact first, so one that
   * ended under our eyes is final here, and one revived never continues from less than is on record.
   */
  async function revive(claimId: ClaimId, startedAt: Instant): Promise<Found> {
    const state = await recordedState(claimId);
    if (!state) return unreadable(claimId, startedAt);
    if (isFinal(state.status)) return {};
    const calendar = await calendars.find(state.calendar.id, state.calendar.version);
    if (!calendar) return note({ kind: 'calendar-missing', claimId }, startedAt, {});
    await incidents.note({ kind: 'claim-not-running', claimId }, startedAt);
    // Whether checks were under way in the run that was lost, nobody knows; asked twice they only answer twice.
    const answer = await running.revive({ claimId, calendar, switches: givenReadings(state), state });
    return { revived: answer === 'revived' ? 1 : 0 };
  }

  /** Undefined when the journal does not hold a claim: none, a broken chain, or facts that do not follow. */
  async function recordedState(claimId: ClaimId): Promise<ClaimState | undefined> {
    const entries = await journal.read(claimId);
    if (firstBreak(entries)) return undefined;
    return readable(() =>
      fold(
        claimId,
        entries.map((entry) => entry.fact),
      ),
    );
  }

  async function note(incident: FoundIncident, startedAt: Instant, found: Found): Promise<Found> {
    await incidents.note(incident, startedAt);
    return found;
  }

  function unreadable(claimId: string, startedAt: Instant): Promise<Found> {
    return note({ kind: 'record-unreadable', claimId }, startedAt, { unreadable: 1 });
  }
}

/** Undefined when it is none: exactly as written, because the number of a claim is part of what others will be asked. */
export function claimIdOf({ _id }: OpenClaim): ClaimId | undefined {
  const claimId = parseClaimId(_id);
  return claimId === _id ? claimId : undefined;
}

function calendarOf({ state }: OpenClaim): ClaimState['calendar'] | undefined {
  const calendar = readable(() => state.calendar);
  return typeof calendar?.id === 'string' && typeof calendar.version === 'number' ? calendar : undefined;
}

/** Rungs the record says should have been told by then and were not; undefined when the record makes no sense. */
function dueRungs({ state }: OpenClaim, calendar: CalendarPack, at: Instant): readonly Due[] | undefined {
  // The projection holds all that the rules of clocks read (a test watches over it).
  const facts = readable(() =>
    rungFacts(state as ClaimState, { at, calendar: atBranch(calendar, state), switches: givenReadings(state as ClaimState) }),
  );
  if (!facts || !Number.isFinite(state.updatedAt)) return undefined;
  const due = facts.flatMap((fact) => (fact.type === 'sla.rung-reached' ? [{ rungKey: fact.rungKey, dueAt: fact.dueAt }] : []));
  return due.every(({ dueAt }) => Number.isFinite(dueAt)) ? due : undefined;
}

/** The record is data, and data may be broken in any way: whatever the rules throw over it means that it cannot be read. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** What the calendar does not reach is unknown, not in order: it stays in the book until somebody has loaded the year. */
function unknownsOf({ state }: OpenClaim, calendar: CalendarPack, at: Instant): readonly ('deadline-unknown' | 'compensation-unknown')[] {
  const isUnknown = unknownDeadlines(state, { at, calendar, switches: givenReadings(state) }).length > 0;
  return [...(isUnknown ? (['deadline-unknown'] as const) : []), ...(state.compensationUnknown ? (['compensation-unknown'] as const) : [])];
}

function isWakeDue(timesSeen: number): boolean {
  return timesSeen <= PROMPT_WAKES || timesSeen % LATER_WAKES_EVERY === 0;
}
