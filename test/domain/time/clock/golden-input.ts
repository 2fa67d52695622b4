import type { Switches } from '#domain/law/rules/switches.ts';
import { rupiah } from '#domain/money/money.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import type { Zone } from '#domain/time/calendar/zone.ts';
import type { ClockInput } from '#domain/time/clock/calculate.ts';
import type { ClockId } from '#domain/time/clock/definitions.ts';
import type { PauseGround } from '#domain/time/clock/grounds.ts';
import golden from '../../../golden/clocks.json' with { type: 'json' };

type Written = {
  clock: string;
  startedAt: string;
  zone: string;
  calendar: { years: number[]; holidays: string[]; jointLeave: string[]; service: { from: string; to: string } };
  budget?: number;
  pauses?: { from: string; to?: string; ground: string }[];
  asOf: string;
  stoppedAt?: string;
  base?: number;
  switches?: object;
};
export type GoldenCase = { id: string; about: string; input: Written; expected: { result?: object; error?: { code: string } } };

export const GOLDEN_CASES: readonly GoldenCase[] = golden.cases;

/** What the border does, without its checks: the golden files are well formed. */
export function readGolden(input: Written): ClockInput {
  const { years, holidays, jointLeave, service } = input.calendar;
  return {
    clock: input.clock as ClockId,
    startedAt: instant(input.startedAt),
    zone: input.zone as Zone,
    calendar: {
      years,
      holidays: holidays as Day[],
      jointLeave: jointLeave as Day[],
      service: { fromMinute: minuteOfDay(service.from), toMinute: minuteOfDay(service.to) },
    },
    asOf: instant(input.asOf),
    ...(input.budget === undefined ? {} : { budget: input.budget }),
    ...(input.pauses === undefined ? {} : { pauses: input.pauses.map(readPause) }),
    ...(input.stoppedAt === undefined ? {} : { stoppedAt: instant(input.stoppedAt) }),
    ...(input.base === undefined ? {} : { base: rupiah(input.base) }),
    ...(input.switches === undefined ? {} : { switches: input.switches as Partial<Switches> }),
  };
}

function readPause({ from, to, ground }: { from: string; to?: string; ground: string }) {
  return { from: instant(from), ground: ground as PauseGround, ...(to === undefined ? {} : { to: instant(to) }) };
}

function minuteOfDay(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}
