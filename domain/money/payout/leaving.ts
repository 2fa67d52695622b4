import { InputError } from '#domain/input-error.ts';
import { fromEpochDay, toEpochDay } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { isWorkingEpochDay, nthWorkingDayAfter, workCalendar } from '#domain/time/calendar/work-calendar.ts';
import { fromLocal, toLocal } from '#domain/time/calendar/zone.ts';
import type { ChannelHours } from './channel.ts';
import { type Freeze, isInForce } from './freeze.ts';

/**
 * Why an order waits although nothing is wrong with it, and the instant at which it may leave. In a year without calendar nobody knows
 * when the bank opens: the order waits for that calendar.
 */
export type Wait =
  | { readonly why: 'freeze' | 'bank-hours'; readonly until: Instant }
  | { readonly why: 'calendar-year-missing'; readonly until?: never };

/**
 * Undefined when an order may leave now. Freezes and hours of the rail alternate until both let it pass; the reason given is the first.
 * Never throws for a year without calendar: an activity that fails for it would be retried for ever and say nothing to anybody.
 */
export function waitBeforeLeaving(
  hours: ChannelHours | undefined,
  freezes: readonly Freeze[],
  calendar: CalendarPack,
  at: Instant,
): Wait | undefined {
  const first = nextWait(hours, freezes, calendar, at);
  if (first?.until === undefined) return first;
  let { until } = first;
  // A freeze that ends in a year without calendar is known up to its end, and what comes then is looked at then.
  for (let next = nextWait(hours, freezes, calendar, until); next?.until !== undefined; next = nextWait(hours, freezes, calendar, until))
    until = next.until;
  return { why: first.why, until };
}

function nextWait(hours: ChannelHours | undefined, freezes: readonly Freeze[], calendar: CalendarPack, at: Instant): Wait | undefined {
  const frozen = frozenUntil(freezes, at);
  if (frozen !== undefined) return { why: 'freeze', until: frozen };
  if (!hours) return undefined;
  try {
    const opens = opensAt(hours, calendar, at);
    return opens === undefined ? undefined : { why: 'bank-hours', until: opens };
  } catch (error) {
    if (error instanceof InputError && error.code === 'calendar-year-missing') return { why: 'calendar-year-missing' };
    throw error;
  }
}

function frozenUntil(freezes: readonly Freeze[], at: Instant): Instant | undefined {
  const ends = freezes.filter((freeze) => isInForce(freeze, at)).map(({ until }) => until);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** Undefined while the rail carries orders. Banks are closed on joint leave. */
function opensAt({ zone, fromMinute, toMinute }: ChannelHours, calendar: CalendarPack, at: Instant): Instant | undefined {
  const days = workCalendar(calendar, 'nonWorking');
  const { day, minuteOfDay } = toLocal(at, zone);
  const today = toEpochDay(day);
  const isOpenDay = isWorkingEpochDay(days, today);
  if (isOpenDay && minuteOfDay >= fromMinute && minuteOfDay < toMinute) return undefined;
  const next = isOpenDay && minuteOfDay < fromMinute ? today : nthWorkingDayAfter(days, today, 1);
  return fromLocal({ day: fromEpochDay(next), minuteOfDay: fromMinute }, zone);
}
