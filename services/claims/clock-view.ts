import type { ClaimState } from '#domain/claim/state.ts';
import { InputError } from '#domain/input-error.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { atBranch } from '#domain/time/calendar/branch.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { ownAsOf } from '#domain/time/clock/as-of.ts';
import { clockDefinition } from '#domain/time/clock/definitions.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { explainDeadline, formatExplanation } from '#domain/time/clock/explain.ts';
import { earlierVersions } from '#domain/time/clock/judged-by.ts';
import type { ClockLedger } from '#domain/time/clock/ledger.ts';
import type { House, Needs } from '#services/deps.ts';

export type ClockRow = ReturnType<typeof toClockRow>;

/** A clock in one line. One that cannot be computed says so loudly; it is never shown as fine. */
export function toClockRow(ledger: ClockLedger, calendar: CalendarPack, asOf: Instant) {
  const switches = withSwitches();
  const { label, kind } = clockDefinition(ledger.clock, switches);
  const base = { clock: ledger.clock, generation: ledger.generation, label, kind };
  try {
    const { state, standing, dueAt, remainingMinutes, lateDays } = deriveClock(ledger, calendar, asOf, switches);
    return { ...base, state, standing, dueAt: toIso(dueAt), remainingMinutes, lateDays };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...base, state: 'unknown' as const, standing: 'unknown' as const, why: error.message };
  }
}

/** The same with its arithmetic. */
export function toClockView(ledger: ClockLedger, calendar: CalendarPack, asOf: Instant) {
  const row = toClockRow(ledger, calendar, asOf);
  if (row.state === 'unknown') return { ...row, explanation: [row.why] };
  return { ...row, explanation: formatExplanation(explainDeadline(ledger, calendar, asOf, withSwitches())) };
}

/** The running clock that ends first; one that nobody can compute comes before all, because it may be over. */
export function tightest(rows: readonly ClockRow[]): ClockRow | undefined {
  const unknown = rows.find((row) => row.state === 'unknown');
  if (unknown) return unknown;
  const running = rows.filter((row) => row.state === 'running' || row.state === 'paused');
  return running.sort((a, b) => instantOf(a) - instantOf(b))[0];
}

function instantOf(row: ClockRow): Instant {
  return 'dueAt' in row ? Date.parse(row.dueAt) : 0;
}

export async function calendarOf(
  claim: Pick<ClaimState, 'calendar' | 'institutionId' | 'branchId'>,
  stores: Needs<'calendars'>['stores'],
): Promise<CalendarPack> {
  const { id, version } = claim.calendar;
  const calendar = await stores.calendars.find(id, version);
  if (!calendar) throw new Error(`calendar ${id} version ${version} is not in the store`);
  return atBranch(calendar, claim);
}

/** Calendars of the past that clocks of this claim were judged by; most claims have none. */
export async function earlierCalendarsOf(claim: ClaimState, { calendars }: Needs<'calendars'>['stores']): Promise<readonly CalendarPack[]> {
  const { clocks, calendar } = claim;
  const found = await Promise.all(earlierVersions(clocks, calendar).map(({ id, version }) => calendars.find(id, version)));
  return found.filter((pack) => pack !== undefined).map((pack) => atBranch(pack, claim));
}

/** Which instant a claim is shown at: now, and in the sandbox its own time when that is ahead. */
export function asOfFor(claim: Pick<ClaimState, 'updatedAt'>, { now, timeMachine }: Pick<House, 'now' | 'timeMachine'>): Instant {
  return timeMachine ? ownAsOf(now(), claim) : now();
}
