import type { Switches } from '#domain/law/rules/switches.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { workCalendar } from '#domain/time/calendar/work-calendar.ts';
import { wholeMinutes } from '#domain/time/calendar/working-time.ts';
import { clockDefinition } from './definitions.ts';
import { lateDaysBetween } from './late.ts';
import type { ClockLedger } from './ledger.ts';
import { pausedSince, type Standstill } from './pauses.ts';
import { layOut, movedDue, shareSpentAt, spentMs, type Timeline } from './timeline.ts';

export const CLOCK_STATES = ['running', 'paused', 'stopped'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];
export const CLOCK_STANDINGS = ['safe', 'soon', 'late', 'met', 'missed'] as const;
export type ClockStanding = (typeof CLOCK_STANDINGS)[number];

export const SHOWN_PERCENTS = [50, 75, 100] as const;
const SOON_PERCENT = 75;

export type ClockView = {
  readonly dueAt: Instant;
  readonly state: ClockState;
  readonly standing: ClockStanding;
  /** Working minutes for clocks in working days, plain minutes for the others; negative when late, frozen while paused. */
  readonly remainingMinutes: number;
  readonly usedMinutes: number;
  readonly rungs: readonly { readonly percent: (typeof SHOWN_PERCENTS)[number]; readonly at: Instant }[];
  readonly lateDays: number;
  readonly effectiveStart: Instant;
  readonly pausedSince?: Instant;
};

/** Where a clock stands at `asOf`. A stop or a pause later than `asOf` has not happened yet. */
export function deriveClock(ledger: ClockLedger, pack: CalendarPack, asOf: Instant, switches: Switches): ClockView {
  const definition = clockDefinition(ledger.clock, switches);
  const calendar = workCalendar(pack, switches['calendar.jointLeave']);
  const until = endOfView(ledger, asOf);
  const timeline = layOut(ledger, definition, calendar, until, switches);
  const rungs = SHOWN_PERCENTS.map((percent) => ({ percent, at: shareSpentAt(timeline, percent) }));
  const isStopped = ledger.stoppedAt !== undefined && ledger.stoppedAt <= asOf;
  const since = pausedSince(ledger, definition.pausedBy, until);
  // A paused clock stands where its pause began: it neither spends time nor turns late meanwhile.
  const frozenAt = since ?? until;
  const frozenDue = since === undefined ? timeline.dueAt : dueBefore(timeline, since);
  const isLate = frozenAt > frozenDue;
  return {
    dueAt: timeline.dueAt,
    state: isStopped ? 'stopped' : runningState(since),
    standing: isStopped ? verdict(isLate) : openStanding(isLate, frozenAt >= shareSpentAt(timeline, SOON_PERCENT)),
    ...minutes(timeline, frozenAt, frozenDue),
    rungs,
    lateDays: isLate ? lateDaysBetween(calendar, timeline.dueAt, until, switches['late.dayKind'], excused(timeline, switches)) : 0,
    effectiveStart: timeline.effectiveStart,
    ...(since === undefined || isStopped ? {} : { pausedSince: since }),
  };
}

/** Pauses that began when the clock was due already: they move nothing, and whether their days are late is a reading. */
function excused({ standstills, dueAt }: Timeline, switches: Switches): readonly Standstill[] {
  return switches['late.pausedAfterDue'] === 'excluded' ? standstills.filter(({ from }) => from >= dueAt) : [];
}

/** Pauses count, and lateness grows, until the clock stopped or until now. */
export function endOfView(ledger: ClockLedger, asOf: Instant): Instant {
  return Math.max(Math.min(asOf, ledger.stoppedAt ?? asOf), ledger.startedAt);
}

function dueBefore(timeline: Timeline, pauseFrom: Instant): Instant {
  const earlier = timeline.standstills.filter((pause) => pause.from < pauseFrom);
  return movedDue(timeline.calendar, timeline.baseDueAt, earlier);
}

function minutes(timeline: Timeline, frozenAt: Instant, frozenDue: Instant): Pick<ClockView, 'remainingMinutes' | 'usedMinutes'> {
  if (timeline.definition.unit === 'workingDays') {
    const spent = spentMs(timeline, frozenAt);
    return { remainingMinutes: wholeMinutes(timeline.budgetMs - spent), usedMinutes: wholeMinutes(spent) };
  }
  let used = frozenAt - timeline.startedAt;
  for (const pause of timeline.standstills) used -= Math.max(Math.min(pause.to, frozenAt) - pause.from, 0);
  return { remainingMinutes: wholeMinutes(frozenDue - frozenAt), usedMinutes: wholeMinutes(used) };
}

function runningState(since: Instant | undefined): ClockState {
  return since === undefined ? 'running' : 'paused';
}

function verdict(isLate: boolean): ClockStanding {
  return isLate ? 'missed' : 'met';
}

function openStanding(isLate: boolean, isSoon: boolean): ClockStanding {
  if (isLate) return 'late';
  return isSoon ? 'soon' : 'safe';
}
