import { type Switches, withSwitches } from '#domain/law/rules/switches.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import type { ClockId } from '#domain/time/clock/definitions.ts';
import { type ClockView, deriveClock } from '#domain/time/clock/derive.ts';
import type { PauseGround } from '#domain/time/clock/grounds.ts';
import type { ClockLedger } from '#domain/time/clock/ledger.ts';

/** `wita('2026-11-16 10:00')`: the office clock of NTT. */
export function wita(text: string): number {
  return instant(`${text.replace(' ', 'T')}:00Z`) - 8 * 3_600_000;
}

/** The other way, to read results by. */
export function asWita(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

export type LedgerCase = {
  readonly clock?: ClockId;
  readonly startedAt?: string;
  readonly budget?: number;
  readonly stoppedAt?: string;
  readonly pauses?: readonly (readonly [from: string, to: string | undefined, ground?: PauseGround])[];
};

/** JKM, started Monday 16 November 2026 at 10.00, due Thursday 19 November at 16.00, unless the case says otherwise. */
export function ledgerOf({
  clock = 'jkm-legal',
  startedAt = '2026-11-16 10:00',
  budget,
  stoppedAt,
  pauses = [],
}: LedgerCase = {}): ClockLedger {
  return {
    clock,
    generation: 1,
    startedAt: wita(startedAt),
    ...(budget === undefined ? {} : { budget }),
    ...(stoppedAt === undefined ? {} : { stoppedAt: wita(stoppedAt) }),
    pauses: pauses.map(([from, to, ground = 'heir-dispute']) => ({
      from: wita(from),
      ground,
      ...(to === undefined ? {} : { to: wita(to) }),
    })),
  };
}

export type ViewCase = LedgerCase & { readonly asOf?: string; readonly switches?: Partial<Switches>; readonly pack?: CalendarPack };

export function viewOf({ asOf, switches, pack = NTT_2026, ...ledger }: ViewCase = {}): ClockView {
  const built = ledgerOf(ledger);
  return deriveClock(built, pack, asOf === undefined ? built.startedAt : wita(asOf), withSwitches(switches));
}

export function dueOf(given: ViewCase = {}): string {
  return asWita(viewOf(given).dueAt);
}
