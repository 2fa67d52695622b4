import { InputError } from '#domain/input-error.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { firstDayOf } from '#domain/scholarship/school-year.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { fromLocal } from '#domain/time/calendar/zone.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { dueRungs, nextRung, type RungDue } from '#domain/time/clock/ladder.ts';
import { type ClockLedger, openClock } from '#domain/time/clock/ledger.ts';
import { yearStart } from './judge.ts';
import type { Entitlement, YearLine } from './state.ts';

const DAY_MS = 86_400_000;
const PROOF_DAYS = 30;

/** Thirty days from the question; it stops with the proof. */
export function proofClock({ askedAt, round, state, provenAt }: YearLine): ClockLedger | undefined {
  if (askedAt === undefined) return undefined;
  const clock = openClock('scholarship-proof', round, askedAt);
  return state === 'asked' || provenAt === undefined ? clock : { ...clock, stoppedAt: Math.max(provenAt, askedAt) };
}

/** A year asked for late gets its thirty days; in time it waits for proof until the next one begins. */
export function closingOf(one: Entitlement, schoolYear: number, askedAt: Instant, calendar: CalendarPack): Instant {
  const yearEnds = fromLocal({ day: firstDayOf(schoolYear + 1, yearStart(one)), minuteOfDay: 0 }, calendar.zone);
  return Math.max(yearEnds, proofDueAt(one, askedAt, calendar));
}

function proofDueAt({ switches }: Entitlement, askedAt: Instant, calendar: CalendarPack): Instant {
  try {
    return deriveClock(openClock('scholarship-proof', 1, askedAt), calendar, askedAt, withSwitches(switches)).dueAt;
  } catch (error) {
    // The calendar of the next year is not there yet: nobody is left unasked for that.
    if (!(error instanceof InputError)) throw error;
    return askedAt + PROOF_DAYS * DAY_MS;
  }
}

export function nextReminder(one: Entitlement, line: YearLine, calendar: CalendarPack, at: Instant): RungDue | undefined {
  const clock = proofClock(line);
  if (line.state !== 'asked' || !clock) return undefined;
  try {
    const [due] = dueRungs(clock, calendar, at, new Set(line.rungs), withSwitches(one.switches));
    return due;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return undefined;
  }
}

/** When to look at a year that waits for its proof; undefined when only people or the bank can move it. */
export function nextLookAt(one: Entitlement, line: YearLine, calendar: CalendarPack, at: Instant): Instant | undefined {
  const clock = proofClock(line);
  if (line.state !== 'asked' || !clock || line.closesAt === undefined) return undefined;
  try {
    const rung = nextRung(clock, calendar, at, new Set(line.rungs), withSwitches(one.switches));
    return Math.min(rung?.at ?? line.closesAt, line.closesAt);
  } catch (error) {
    // A year nobody has entered a calendar for: loud elsewhere, and looked at again until somebody has.
    if (!(error instanceof InputError)) throw error;
    return Math.min(at + DAY_MS, line.closesAt);
  }
}
