import type { Day } from '#domain/calendar/day.ts';
import type { Instant } from '#domain/calendar/instant.ts';
import type { CalendarPack } from '#domain/calendar/pack.ts';
import { toLocal } from '#domain/calendar/zone.ts';
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
