import { InputError } from '#domain/input-error.ts';
import { type Switches, withSwitches } from '#domain/law/rules/switches.ts';
import type { Rupiah } from '#domain/money/money.ts';
import { breakProblem } from '#domain/time/calendar/check-pack.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { type Instant, toIso } from '#domain/time/calendar/instant.ts';
import type { CalendarPack, ServiceHours } from '#domain/time/calendar/pack.ts';
import { toLocal, ZONE_IDS, type Zone } from '#domain/time/calendar/zone.ts';
import { CLOCK_IDS, type ClockId, isKnownOn } from './definitions.ts';
import { type ClockView, deriveClock } from './derive.ts';
import { isPauseGround, type PauseGround } from './grounds.ts';
import { lateAmount } from './late.ts';
import type { ClockLedger } from './ledger.ts';

/** The `clocks` family of golden/README.md with its texts parsed: days as Day, instants as milliseconds, hours as minutes of the day. */
export type ClockInput = {
  readonly clock: ClockId;
  readonly startedAt: Instant;
  readonly zone: Zone;
  readonly calendar: {
    readonly years: readonly number[];
    readonly holidays: readonly Day[];
    readonly jointLeave: readonly Day[];
    readonly localHolidays?: readonly Day[];
    readonly service: ServiceHours;
  };
  readonly budget?: number;
  readonly pauses?: readonly { readonly from: Instant; readonly to?: Instant; readonly ground: PauseGround }[];
  readonly asOf: Instant;
  readonly stoppedAt?: Instant;
  readonly base?: Rupiah;
  readonly switches?: Partial<Switches>;
};

export type ClockResult = Pick<ClockView, 'dueAt' | 'state' | 'standing' | 'remainingMinutes' | 'rungs' | 'lateDays'> & {
  readonly lateAmount: number;
};

/** A clock straight from an input. Throws InputError for what cannot be: the field says where. */
export function calculateClock(input: ClockInput): ClockResult {
  assertClockInput(input);
  const { ledger, pack, switches } = clockFromInput(input);
  const { dueAt, state, standing, remainingMinutes, rungs, lateDays } = deriveClock(ledger, pack, input.asOf, switches);
  return { dueAt, state, standing, remainingMinutes, rungs, lateDays, lateAmount: priceOf(input.base, lateDays) };
}

/** The same input as the ledger, calendar and switches that the rest of the clock works on, e.g. to explain it. */
export function clockFromInput(input: ClockInput): { ledger: ClockLedger; pack: CalendarPack; switches: Switches } {
  const ledger: ClockLedger = {
    clock: input.clock,
    generation: 1,
    startedAt: input.startedAt,
    pauses: input.pauses ?? [],
    ...(input.budget === undefined ? {} : { budget: input.budget }),
    ...(input.stoppedAt === undefined ? {} : { stoppedAt: input.stoppedAt }),
  };
  const pack: CalendarPack = {
    ...input.calendar,
    id: 'input',
    version: 1,
    name: `masukan ${input.calendar.years.join(', ')}`.trim(),
    zone: input.zone,
    source: 'masukan',
  };
  return { ledger, pack, switches: withSwitches(input.switches) };
}

export type GoldenClockResult = Omit<ClockResult, 'dueAt' | 'rungs'> & {
  readonly dueAt: string;
  readonly rungs: readonly { readonly percent: number; readonly at: string }[];
};

/** As golden/README.md writes it: instants as ISO 8601 texts. */
export function toGoldenResult(result: ClockResult): GoldenClockResult {
  return { ...result, dueAt: toIso(result.dueAt), rungs: result.rungs.map(({ percent, at }) => ({ percent, at: toIso(at) })) };
}

function priceOf(base: Rupiah | undefined, lateDays: number): number {
  if (base === undefined) return 0;
  if (!Number.isSafeInteger(base * lateDays)) throw invalid('base', 'times so many late days is too large to be exact');
  return lateAmount(base, lateDays);
}

function assertClockInput(input: ClockInput): void {
  const { clock, zone, budget, startedAt, stoppedAt, base } = input;
  const { service } = input.calendar;
  const { fromMinute, toMinute } = service;
  if (!CLOCK_IDS.includes(clock)) throw invalid('clock', `must be one of ${CLOCK_IDS.join(', ')}`);
  if (!ZONE_IDS.includes(zone)) throw invalid('zone', `must be one of ${ZONE_IDS.join(', ')}`);
  // The event lies on or before the start of its clock.
  if (!isKnownOn(clock, toLocal(startedAt, zone).day)) throw invalid('startedAt', 'lies before the law knew this clock');
  if (fromMinute < 0 || toMinute > 1_440) throw invalid('calendar.service', 'must lie within one day, 00:00 to 24:00');
  if (fromMinute >= toMinute) throw invalid('calendar.service.to', 'must be later than calendar.service.from');
  if (breakProblem(service) !== undefined) throw invalid('calendar.service.breaks', 'must lie in order within the hours of service');
  if (budget !== undefined && (!Number.isSafeInteger(budget) || budget < 0)) throw invalid('budget', 'must be a whole number, 0 or more');
  if (stoppedAt !== undefined && stoppedAt < startedAt) throw invalid('stoppedAt', 'must not be earlier than startedAt');
  if (base !== undefined && (!Number.isSafeInteger(base) || base < 0)) throw invalid('base', 'must be a whole amount of rupiah, 0 or more');
  for (const [index, pause] of (input.pauses ?? []).entries()) {
    if (pause.to !== undefined && pause.to < pause.from) throw invalid(`pauses.${index}.to`, 'must not be earlier than its from');
    if (!isPauseGround(pause.ground)) throw invalid(`pauses.${index}.ground`, 'is not a pause ground of rules.md section 7');
  }
}

function invalid(field: string, rule: string): InputError {
  return new InputError('invalid-input', field, `${field} ${rule}`);
}
