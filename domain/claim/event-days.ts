import { InputError } from '#domain/input-error.ts';
import { membershipsOn } from '#domain/law/coverage/memberships.ts';
import { choosePack, packsRead } from '#domain/law/rules/choose-pack.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { checklistOf } from './checklist.ts';
import type { ClockContext } from './clocks.ts';
import { entitlementOf } from './entitlement.ts';
import type { Change, EventDays, EventEffect, StatedEvent, StatedReport } from './event-parts.ts';
import { derivedGrounds } from './holds.ts';
import { readingsFor } from './readings.ts';
import type { ClaimState } from './state.ts';

export function daysOf({ eventOn, accident, diedOn, participantBirthDate: birthDate }: ClaimState): EventDays {
  return {
    eventOn,
    ...(accident === undefined ? {} : { happenedAt: accident.happenedAt }),
    ...(diedOn === undefined ? {} : { diedOn }),
    ...(birthDate === undefined ? {} : { birthDate }),
  };
}

export function withDays(claim: ClaimState, { eventOn, happenedAt, diedOn, birthDate }: EventDays): ClaimState {
  const { accident } = claim;
  return {
    ...claim,
    eventOn,
    ...(accident === undefined || happenedAt === undefined ? {} : { accident: { ...accident, happenedAt } }),
    ...(diedOn === undefined ? {} : { diedOn }),
    ...(birthDate === undefined ? {} : { participantBirthDate: birthDate }),
  };
}

/** Every report side by side with what it said of the event, the first one by its own words, whatever was corrected since. */
export function statedReports(claim: ClaimState): readonly StatedReport[] {
  const { reportIds, kind, institutionId, branchId, reportedAt, corrections = [], repeatedReports = [] } = claim;
  const [reportId = ''] = reportIds;
  const { eventOn, happenedAt } = corrections[0]?.was ?? daysOf(claim);
  // An accident that became a death was reported as the accident.
  const reportedKind = claim.accident === undefined ? kind : 'accident';
  const first = { reportId, institutionId, branchId, kind: reportedKind, eventOn, reportedAt } as const;
  return [{ ...first, ...(happenedAt === undefined ? {} : { happenedAt }) }, ...repeatedReports];
}

/** Of a death its day; of an accident the day and hour. A death reported of an accident that killed is compared with the day of death. */
export function agreesWith(claim: ClaimState, { kind, eventOn, happenedAt }: StatedEvent): boolean {
  const { diedOn, accident } = claim;
  if (kind === 'death') return eventOn === (diedOn ?? claim.eventOn) && (claim.kind === 'death' || diedOn !== undefined);
  return eventOn === claim.eventOn && accident !== undefined && (happenedAt === undefined || happenedAt === accident.happenedAt);
}

export function effectOf(claim: ClaimState, days: EventDays, today: Day, context: ClockContext): EventEffect {
  const switches = readingsFor(context);
  const after = withDays(claim, days);
  const both = <T>(read: (one: ClaimState) => T): Change<T> => ({ was: read(claim), becomes: read(after) });
  return {
    rules: both(({ eventOn }) => known(() => choosePack(eventOn, packsRead(switches)).pack.id)),
    coverage: both((one) => known(() => coverageRows(one, switches))),
    total: both((one) => {
      const due = entitlementOf(one, context);
      return 'refused' in due ? null : due.total;
    }),
    grounds: both((one) => derivedGrounds(one, switches)),
    missing: both((one) => known(() => checklistOf(one, today, switches).missing.map(({ label }) => label)) ?? []),
  };
}

function coverageRows({ eventOn, memberships }: ClaimState, switches: ClockContext['switches']): readonly string[] {
  return membershipsOn(eventOn, memberships, switches).memberships.map(
    ({ segment, status, membershipMonths, contributionMonths }) => `${segment}:${status}:${membershipMonths}:${contributionMonths}`,
  );
}

/** Null for days the rules do not reach. */
function known<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
