import type { RolloutDocument } from '#adapters/mongo/calendar-rollouts-store.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import type { CalendarPack, CalendarVersion, MinuteSpan, ServiceHours } from '#domain/time/calendar/pack.ts';
import type { KeptCalendar } from '#domain/time/calendar/proposal.ts';
import { NOT_STARTED, rolloutText } from '#domain/time/calendar/rollout.ts';
import { standingOf } from './calendar-steps.ts';

/** A version and all that was done to it. */
export function toCalendarView(kept: KeptCalendar, active: CalendarVersion | undefined) {
  const steps = kept.steps.map(({ step, actor, at, reason }) => ({ step, by: actor.id, role: actor.role, at: toIso(at), reason }));
  return { ...toCalendarFile(kept.pack), state: standingOf(kept, active), steps };
}

/** As it may be handed in again, under the next version. */
export function toCalendarFile({ service, branches, ...pack }: CalendarPack) {
  const rows = branches?.map(({ service: own, ...row }) => (own === undefined ? row : { ...row, service: toHours(own) }));
  return { ...pack, service: toHours(service), ...(rows === undefined ? {} : { branches: rows }) };
}

function toHours({ breaks, ...hours }: ServiceHours) {
  const span = ({ fromMinute, toMinute }: MinuteSpan) => ({ from: toClockTime(fromMinute), to: toClockTime(toMinute) });
  return { ...span(hours), ...(breaks === undefined ? {} : { breaks: breaks.map(span) }) };
}

export function toRolloutView({ id, version }: CalendarVersion, rollout: RolloutDocument | undefined) {
  if (!rollout) return { id, version, state: 'not-started' as const, text: NOT_STARTED };
  const { _id, startedAt, updatedAt, finishedAt, ...counts } = rollout;
  const finished = finishedAt === undefined ? {} : { finishedAt: toIso(finishedAt) };
  return { id, version, ...counts, startedAt: toIso(startedAt), updatedAt: toIso(updatedAt), ...finished, text: rolloutText(rollout) };
}

function toClockTime(minuteOfDay: number): string {
  return [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
