import type { Switches } from '#domain/law/rules/switches.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import {
  isWorkingEpochDay,
  MS_PER_DAY,
  MS_PER_MINUTE,
  nthWorkingDayAfter,
  type WorkCalendar,
} from '#domain/time/calendar/work-calendar.ts';
import { addWorkingMs, closingOf, localDayOf, midnightOf, openingOf, workingMsBetween } from '#domain/time/calendar/working-time.ts';
import type { ClockDefinition } from './definitions.ts';
import type { ClockLedger } from './ledger.ts';
import { type Standstill, standstills } from './pauses.ts';

const MS_PER_HOUR = 60 * MS_PER_MINUTE;

/** One clock laid out over a calendar, with what is known of its pauses up to a horizon. Everything else is read off this. */
export type Timeline = {
  readonly definition: ClockDefinition;
  readonly calendar: WorkCalendar;
  readonly startedAt: Instant;
  /** From here time counts: later than the start when that lay after closing or on a free day. */
  readonly effectiveStart: Instant;
  readonly budget: number;
  /** Due without any pause. */
  readonly baseDueAt: Instant;
  readonly dueAt: Instant;
  /** What there is to spend: working time, or plain time for clocks in hours. */
  readonly budgetMs: number;
  readonly standstills: readonly Standstill[];
};

export function layOut(
  ledger: ClockLedger,
  definition: ClockDefinition,
  calendar: WorkCalendar,
  horizon: Instant,
  switches: Switches,
): Timeline {
  const { startedAt } = ledger;
  const budget = budgetOf(ledger, definition, horizon);
  const effectiveStart = budget === 0 ? startedAt : effectiveStartOf(definition, calendar, startedAt, switches);
  const baseDueAt = budget === 0 ? startedAt : baseDueOf(definition, calendar, { startedAt, effectiveStart, budget }, switches);
  const standing = standstills(ledger, definition.pausedBy, horizon);
  const inHours = definition.unit === 'hours';
  const budgetMs = inHours ? baseDueAt - startedAt : Math.max(workingMsBetween(calendar, effectiveStart, baseDueAt), 0);
  const dueAt = movedDue(calendar, baseDueAt, standing);
  return { definition, calendar, startedAt, effectiveStart, budget, baseDueAt, dueAt, budgetMs, standstills: standing };
}

/**
 * Each pause that begins before the clock is due moves the due instant by the working time it covers, in order, so that a pause
 * may push the due instant into the next one. A pause of a clock already due changes nothing: it does not undo a lateness.
 */
export function movedDue(calendar: WorkCalendar, baseDueAt: Instant, standing: readonly Standstill[]): Instant {
  let dueAt = baseDueAt;
  for (const pause of standing) {
    if (pause.from >= dueAt) break;
    if (pause.to === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    dueAt = addWorkingMs(calendar, dueAt, workingMsBetween(calendar, pause.from, pause.to));
  }
  return dueAt;
}

/** When that share of the budget is spent: the earliest such instant, so a share that ends with a day's service ends at its closing. */
export function shareSpentAt(timeline: Timeline, percent: number): Instant {
  const { definition, calendar, effectiveStart, budgetMs } = timeline;
  let left = Math.ceil((budgetMs * percent) / 100);
  if (definition.unit === 'hours' || left === 0) return effectiveStart + left;
  let at = effectiveStart;
  for (const pause of timeline.standstills) {
    const before = pause.from > at ? workingMsBetween(calendar, at, pause.from) : 0;
    if (left <= before) break;
    left -= before;
    at = Math.max(at, pause.to);
  }
  return at === Number.POSITIVE_INFINITY ? at : addWorkingMs(calendar, at, left);
}

/** Working time that ran, unpaused, from the effective start to `at`; beyond the budget when late. */
export function spentMs({ calendar, effectiveStart, standstills: standing }: Timeline, at: Instant): number {
  if (at <= effectiveStart) return 0;
  let spent = workingMsBetween(calendar, effectiveStart, at);
  for (const pause of standing) {
    const [from, to] = [Math.max(pause.from, effectiveStart), Math.min(pause.to, at)];
    if (from < to) spent -= workingMsBetween(calendar, from, to);
  }
  return spent;
}

function budgetOf(ledger: ClockLedger, definition: ClockDefinition, horizon: Instant): number {
  let budget = ledger.budget ?? definition.budget;
  for (const extension of ledger.extensions ?? []) {
    if (extension.at <= horizon) budget += extension.units;
  }
  return Math.max(budget, 0);
}

function effectiveStartOf(definition: ClockDefinition, calendar: WorkCalendar, startedAt: Instant, switches: Switches): Instant {
  if (definition.unit !== 'workingDays' || switches['sla.startAfterHours'] === 'sameDay') return startedAt;
  const day = localDayOf(calendar, startedAt);
  // Exactly at closing is still within service, as exactly at the due instant is still in time.
  if (isWorkingEpochDay(calendar, day) && startedAt <= closingOf(calendar, day)) return startedAt;
  return openingOf(calendar, nthWorkingDayAfter(calendar, day, 1));
}

type Start = { readonly startedAt: Instant; readonly effectiveStart: Instant; readonly budget: number };

function baseDueOf(definition: ClockDefinition, calendar: WorkCalendar, start: Start, switches: Switches): Instant {
  if (definition.unit === 'hours') return start.startedAt + start.budget * MS_PER_HOUR;
  const dueDay = dueDayOf(definition, calendar, start, switches['sla.countStartDay']);
  const endsAt = switches['sla.dueAt'] === 'endOfDay' ? midnightOf(calendar, dueDay) + MS_PER_DAY : closingOf(calendar, dueDay);
  // Counting the start day of a start after closing would make the clock due before it began.
  return Math.max(endsAt, start.startedAt);
}

function dueDayOf(definition: ClockDefinition, calendar: WorkCalendar, start: Start, countStartDay: boolean): number {
  const startDay = localDayOf(calendar, start.effectiveStart);
  if (definition.unit === 'calendarDays') return startDay + start.budget - (countStartDay ? 1 : 0);
  const startCounts = countStartDay && isWorkingEpochDay(calendar, startDay);
  return nthWorkingDayAfter(calendar, startDay, start.budget - (startCounts ? 1 : 0));
}
