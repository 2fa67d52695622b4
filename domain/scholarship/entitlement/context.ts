import type { Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import type { AmountChange } from './amount-changes.ts';

/** What a decision about a child rests on beside its journal. */
export type EntitlementContext = {
  readonly at: Instant;
  readonly calendar: CalendarPack;
  readonly changes: readonly AmountChange[];
};

export function todayOf({ at, calendar }: EntitlementContext): Day {
  return toLocal(at, calendar.zone).day;
}
