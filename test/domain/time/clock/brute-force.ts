import type { Switches } from '#domain/law/rules/switches.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { ZONES } from '#domain/time/calendar/zone.ts';
import { clockDefinition } from '#domain/time/clock/definitions.ts';
import type { ClockLedger } from '#domain/time/clock/ledger.ts';

/**
 * The obvious, slow reading of rules.md section 7: a walk over single minutes with days as texts. It shares nothing with the arithmetic
 * it judges except the table of budgets and grounds. Instants must be whole minutes.
 */
export type Oracle = {
  readonly dueAt: number;
  readonly standing: string;
  readonly state: string;
  readonly remainingMinutes: number;
  readonly rungs: readonly number[];
  readonly lateDays: number;
};

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;

export function bruteForceClock(ledger: ClockLedger, pack: CalendarPack, asOf: number, switches: Switches): Oracle {
  const office = makeOffice(pack, switches);
  const stopped = ledger.stoppedAt !== undefined && ledger.stoppedAt <= asOf;
  const end = Math.max(stopped ? (ledger.stoppedAt ?? asOf) : asOf, ledger.startedAt) / MINUTE;
  const isPaused = pauseTest(ledger, switches);
  let frozen = end;
  if (isPaused(end)) while (frozen > ledger.startedAt / MINUTE && isPaused(frozen - 1)) frozen -= 1;
  const life = liveThrough(ledger, office, end, switches, isPaused);
  const frozenLife = liveThrough(ledger, office, frozen, switches, isPaused);
  const late = frozen > frozenLife.due;
  const rungs = [50, 75, 100].map((percent) => life.shareAt(percent) * MINUTE);
  const soon = frozen * MINUTE >= (rungs[1] ?? 0);
  return {
    dueAt: life.due * MINUTE,
    state: firstOf([stopped, 'stopped'], [isPaused(end), 'paused'], [true, 'running']),
    standing: firstOf([stopped && late, 'missed'], [stopped, 'met'], [late, 'late'], [soon, 'soon'], [true, 'safe']),
    remainingMinutes: life.unit === 'workingDays' ? life.budget - life.spent(frozen) : frozenLife.due - frozen,
    rungs,
    lateDays: late ? lateDays(life.due, end, office, switches, isPaused) : 0,
  };
}

function firstOf(...choices: readonly (readonly [boolean, string])[]): string {
  return choices.find(([holds]) => holds)?.[1] ?? '';
}

export type Office = {
  readonly isOpen: (minute: number) => boolean;
  readonly isWorkingDay: (localDay: number) => boolean;
  readonly offset: number;
  readonly pack: CalendarPack;
};

export function makeOffice(pack: CalendarPack, switches: Pick<Switches, 'calendar.jointLeave'>): Office {
  const offset = ZONES[pack.zone].offsetMinutes;
  const known = new Map<number, boolean>();
  const isWorkingDay = (localDay: number): boolean => {
    const cached = known.get(localDay);
    if (cached !== undefined) return cached;
    const date = new Date(localDay * DAY_MINUTES * MINUTE);
    const text = date.toISOString().slice(0, 10);
    const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    const joint = switches['calendar.jointLeave'] === 'nonWorking' && pack.jointLeave.some((day) => day === text);
    const working =
      !weekend && !joint && !pack.holidays.some((day) => day === text) && !(pack.localHolidays ?? []).some((day) => day === text);
    known.set(localDay, working);
    return working;
  };
  const isOpen = (minute: number): boolean => {
    const local = minute + offset;
    const ofDay = local % DAY_MINUTES;
    const isBreak = (pack.service.breaks ?? []).some(({ fromMinute, toMinute }) => ofDay >= fromMinute && ofDay < toMinute);
    const isService = ofDay >= pack.service.fromMinute && ofDay < pack.service.toMinute && !isBreak;
    return isService && isWorkingDay((local - ofDay) / DAY_MINUTES);
  };
  return { isOpen, isWorkingDay, offset, pack };
}

function pauseTest(ledger: ClockLedger, switches: Switches): (minute: number) => boolean {
  const { pausedBy } = clockDefinition(ledger.clock, switches);
  const pauses = ledger.pauses.filter((pause) => pausedBy.includes(pause.ground));
  // What holds a clock from before its start holds it from its start on: there was nothing to hold.
  const isHeld = (at: number): boolean => pauses.some(({ from, to }) => from <= at && (to === undefined || at < to));
  return (minute) => minute * MINUTE >= ledger.startedAt && isHeld(minute * MINUTE);
}

type Life = { unit: string; due: number; budget: number; spent: (until: number) => number; shareAt: (percent: number) => number };

function liveThrough(ledger: ClockLedger, office: Office, end: number, switches: Switches, isPaused: (minute: number) => boolean): Life {
  const definition = clockDefinition(ledger.clock, switches);
  const start = ledger.startedAt / MINUTE;
  const units = ledger.budget ?? definition.budget;
  // What is not known yet at `end` has not happened: the clock is taken to run on from there.
  const holds = (minute: number): boolean => minute < end && isPaused(minute);
  if (definition.unit === 'hours' || units === 0) {
    const budget = units * 60;
    const shareAt = (percent: number): number => start + (budget * percent) / 100;
    const spent = (until: number): number => openMinutes(office, start, until, holds);
    return { unit: definition.unit, due: start + budget, budget: definition.unit === 'hours' ? budget : 0, spent, shareAt };
  }
  const first = definition.unit === 'workingDays' ? firstMinute(start, office, switches) : start;
  const base = baseDue(first, start, units, definition.unit, office, switches);
  const budget = openMinutes(office, first, base, () => false);
  return {
    unit: definition.unit,
    budget,
    due: pushed(base, start, end, office, holds),
    spent: (until) => openMinutes(office, first, until, holds),
    shareAt: (percent) => walkShare(first, (budget * percent) / 100, office, holds),
  };
}

function firstMinute(start: number, office: Office, switches: Switches): number {
  const local = start + office.offset;
  const ofDay = local % DAY_MINUTES;
  let day = (local - ofDay) / DAY_MINUTES;
  if (switches['sla.startAfterHours'] === 'sameDay') return start;
  if (office.isWorkingDay(day) && ofDay <= office.pack.service.toMinute) return start;
  do day += 1;
  while (!office.isWorkingDay(day));
  return day * DAY_MINUTES + office.pack.service.fromMinute - office.offset;
}

function baseDue(first: number, start: number, units: number, unit: string, office: Office, switches: Switches): number {
  let day = Math.floor((first + office.offset) / DAY_MINUTES);
  const counts = (candidate: number): boolean => unit === 'calendarDays' || office.isWorkingDay(candidate);
  let counted = switches['sla.countStartDay'] && counts(day) ? 1 : 0;
  while (counted < units) {
    day += 1;
    if (counts(day)) counted += 1;
  }
  const ofDay = switches['sla.dueAt'] === 'endOfDay' ? DAY_MINUTES : office.pack.service.toMinute;
  return Math.max(day * DAY_MINUTES + ofDay - office.offset, start);
}

/** Run by run of paused minutes: one that begins before the clock is due pushes it by its open minutes. */
function pushed(base: number, start: number, end: number, office: Office, holds: (minute: number) => boolean): number {
  let due = base;
  for (let minute = start; minute < end && minute < due; ) {
    if (!holds(minute)) {
      minute += 1;
      continue;
    }
    let owed = 0;
    for (; holds(minute); minute += 1) if (office.isOpen(minute)) owed += 1;
    for (; owed > 0; due += 1) if (office.isOpen(due)) owed -= 1;
  }
  return due;
}

function walkShare(first: number, share: number, office: Office, holds: (minute: number) => boolean): number {
  let left = share;
  let minute = first;
  for (; left > 0; minute += 1) {
    if (!office.isOpen(minute) || holds(minute)) continue;
    if (left <= 1) return minute + left;
    left -= 1;
  }
  return minute;
}

function openMinutes(office: Office, from: number, to: number, holds: (minute: number) => boolean): number {
  let count = 0;
  for (let minute = from; minute < to; minute += 1) if (office.isOpen(minute) && !holds(minute)) count += 1;
  return count;
}

/** Minutes of a pause that began when the clock was due already. */
function excusedMinutes(due: number, end: number, switches: Switches, isPaused: (minute: number) => boolean): ReadonlySet<number> {
  const excused = new Set<number>();
  if (switches['late.pausedAfterDue'] === 'counts') return excused;
  for (let minute = due; minute < end; minute += 1) {
    const begins = isPaused(minute) && (minute === due ? !isPaused(due - 1) : !isPaused(minute - 1));
    if (begins || (isPaused(minute) && excused.has(minute - 1))) excused.add(minute);
  }
  return excused;
}

function lateDays(due: number, end: number, office: Office, switches: Switches, isPaused: (minute: number) => boolean): number {
  const excused = excusedMinutes(due, end, switches, isPaused);
  let days = 0;
  if (switches['late.dayKind'] === 'calendarDays') {
    for (let minute = due + excused.size; minute < end; minute += DAY_MINUTES) days += 1;
    return days;
  }
  const { fromMinute, toMinute, breaks = [] } = office.pack.service;
  const perDay = breaks.reduce((left, each) => left - (each.toMinute - each.fromMinute), toMinute - fromMinute);
  for (let open = openMinutes(office, due, end, (minute) => excused.has(minute)); open > 0; open -= perDay) days += 1;
  return days;
}
