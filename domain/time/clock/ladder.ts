import { InputError } from '#domain/input-error.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { MS_PER_MINUTE, workCalendar } from '#domain/time/calendar/work-calendar.ts';
import { addWorkingMs, serviceMomentFrom, workingMsBetween } from '#domain/time/calendar/working-time.ts';
import { clockDefinition } from './definitions.ts';
import { DEFAULT_LADDERS, type Ladder, type LadderRung } from './ladder-rows.ts';
import type { ClockLedger } from './ledger.ts';
import { layOut, shareSpentAt, type Timeline } from './timeline.ts';

export type { Ladder, LadderRung, RungAudience, RungRequirement } from './ladder-rows.ts';

/**
 * A rung of one clock and generation, when it is due, and when it is told: a rung that a change puts into the past, or that an outage has
 * held up, wakes nobody at night or on a free day.
 */
export type RungDue = { readonly key: string; readonly rung: LadderRung; readonly at: Instant; readonly tellAt: Instant };

/** Service does not end for a rung of closing time because the alarm rang a moment after it. */
const AFTER_CLOSING_MS = MS_PER_MINUTE;

export type LadderOptions = {
  /** Rungs that wait for an acknowledgement: their keys, and when they fired. */
  readonly unacknowledged?: ReadonlyMap<string, Instant>;
  readonly ladder?: Ladder;
};

/** Claimed in the claim's state and in the journal, which is why a rung fires once in a generation. */
export function rungKey(ledger: Pick<ClockLedger, 'clock' | 'generation'>, rungId: string): string {
  return `${ledger.clock}:${ledger.generation}:${rungId}`;
}

/** Rungs that are to be told now and have not fired. None while the clock is paused, none once it has stopped. */
export function dueRungs(
  ledger: ClockLedger,
  pack: CalendarPack,
  asOf: Instant,
  fired: ReadonlySet<string>,
  switches: Switches,
  options: LadderOptions = {},
): RungDue[] {
  return rungsUntil(({ tellAt }) => tellAt > asOf, upcoming(ledger, pack, asOf, fired, switches, options));
}

/** Rungs whose time has come, whether or not anybody is there to hear of them now. */
export function overdueRungs(
  ledger: ClockLedger,
  pack: CalendarPack,
  asOf: Instant,
  fired: ReadonlySet<string>,
  switches: Switches,
  options: LadderOptions = {},
): RungDue[] {
  return rungsUntil(({ at }) => at > asOf, upcoming(ledger, pack, asOf, fired, switches, options));
}

function rungsUntil(isLater: (rung: RungDue) => boolean, rungs: Iterable<RungDue>): RungDue[] {
  const due: RungDue[] = [];
  try {
    for (const rung of rungs) {
      if (isLater(rung)) break;
      due.push(rung);
    }
  } catch (error) {
    // A rung in a year without calendar must not swallow those before it; the next call meets the error alone.
    if (!(error instanceof InputError) || due.length === 0) throw error;
  }
  return due;
}

/** The earliest rung that will fire if nothing else happens; the alarm is set for its `tellAt`, which may lie in the past. */
export function nextRung(
  ledger: ClockLedger,
  pack: CalendarPack,
  asOf: Instant,
  fired: ReadonlySet<string>,
  switches: Switches,
  options: LadderOptions = {},
): RungDue | undefined {
  for (const rung of upcoming(ledger, pack, asOf, fired, switches, options)) return rung.at === Number.POSITIVE_INFINITY ? undefined : rung;
  return undefined;
}

/** When a rung that nobody acknowledged brings the next one: service hours, so never at night. */
export function acknowledgementTimeout(
  pack: CalendarPack,
  firedAt: Instant,
  switches: Switches,
  acknowledgeWithinMinutes = DEFAULT_LADDERS['jkm-legal'].acknowledgeWithinMinutes,
): Instant {
  return addWorkingMs(workCalendar(pack, switches['calendar.jointLeave']), firedAt, acknowledgeWithinMinutes * MS_PER_MINUTE);
}

/** Rungs not fired yet, in order. Lazy: a rung far away may need a calendar year that nobody needs today. */
function* upcoming(
  ledger: ClockLedger,
  pack: CalendarPack,
  asOf: Instant,
  fired: ReadonlySet<string>,
  switches: Switches,
  { unacknowledged, ladder = DEFAULT_LADDERS[ledger.clock] }: LadderOptions,
): Generator<RungDue> {
  if (ledger.stoppedAt !== undefined || ladder.rungs.every((rung) => fired.has(rungKey(ledger, rung.id)))) return;
  const definition = clockDefinition(ledger.clock, switches);
  const calendar = workCalendar(pack, switches['calendar.jointLeave']);
  const timeline = layOut(ledger, definition, calendar, Number.POSITIVE_INFINITY, switches);
  let ignoredSince: Instant | undefined;
  for (const rung of ladder.rungs) {
    const key = rungKey(ledger, rung.id);
    if (!fired.has(key)) {
      const ignored =
        ignoredSince === undefined
          ? Number.POSITIVE_INFINITY
          : acknowledgementTimeout(pack, ignoredSince, switches, ladder.acknowledgeWithinMinutes);
      const at = outsidePauses(timeline, Math.min(rungAt(timeline, rung), ignored), asOf);
      yield { key, rung, at, tellAt: toldAt(timeline, at, asOf) };
    }
    ignoredSince = unacknowledged?.get(key);
  }
}

function rungAt(timeline: Timeline, rung: LadderRung): Instant {
  if ('percent' in rung) return percentAt(timeline, rung.percent);
  return lateBy(timeline, rung.workingDaysLate * timeline.calendar.serviceMs);
}

/**
 * The share is spent in service hours, except for a budget without any. A breach is told when there is one: a promise due on a Sunday
 * has its budget spent on Friday, is late from Sunday, and is told on Monday at opening. Clocks in hours wait for nobody.
 */
function percentAt(timeline: Timeline, percent: number): Instant {
  const spentAt = shareSpentAt(timeline, percent);
  const at = percent < 100 ? spentAt : Math.max(spentAt, timeline.dueAt);
  if (timeline.definition.unit === 'hours' || at === Number.POSITIVE_INFINITY) return at;
  return serviceMomentFrom(timeline.calendar, at);
}

/** Working time after the deadline, in which pauses do not count. */
function lateBy({ calendar, dueAt, standstills }: Timeline, workingMs: number): Instant {
  let at = dueAt;
  let left = workingMs;
  for (const pause of standstills) {
    if (pause.to <= at) continue;
    const before = pause.from > at ? workingMsBetween(calendar, at, pause.from) : 0;
    if (left <= before) break;
    left -= before;
    at = pause.to;
  }
  return at === Number.POSITIVE_INFINITY ? at : addWorkingMs(calendar, at, left);
}

/** A rung that would fall into a pause, or was not told before the pause that holds the clock now, fires after it. */
function outsidePauses(timeline: Timeline, at: Instant, asOf: Instant): Instant {
  const free = afterPause(timeline, at);
  if (free > asOf) return free;
  const now = afterPause(timeline, asOf);
  return now > asOf ? now : free;
}

/** When somebody can hear of it. Clocks in hours wait for nobody, and neither does a rung in a year whose service hours nobody knows. */
function toldAt({ calendar, definition }: Timeline, at: Instant, asOf: Instant): Instant {
  if (at >= asOf || definition.unit === 'hours') return at;
  try {
    const opens = serviceMomentFrom(calendar, Math.max(at, asOf - AFTER_CLOSING_MS));
    return opens > asOf ? opens : at;
  } catch (error) {
    if (error instanceof InputError) return at;
    throw error;
  }
}

/** `at` itself where the clock runs; otherwise the first service moment at which it runs again. */
function afterPause(timeline: Timeline, at: Instant): Instant {
  const pause = timeline.standstills.find(({ from, to }) => from <= at && at < to);
  if (!pause || pause.to === Number.POSITIVE_INFINITY) return pause?.to ?? at;
  const inHours = timeline.definition.unit === 'hours';
  return afterPause(timeline, inHours ? pause.to : serviceMomentFrom(timeline.calendar, pause.to));
}
