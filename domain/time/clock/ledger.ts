import type { Instant } from '#domain/time/calendar/instant.ts';
import type { ClockId } from './definitions.ts';
import type { PauseGround } from './grounds.ts';

export type ClockPause = {
  readonly from: Instant;
  /** Missing while it lasts. */
  readonly to?: Instant;
  readonly ground: PauseGround;
  /** Who set it, by role: families and partners read this too. */
  readonly actor?: string;
  readonly source?: string;
};

/** More (or, negative, less) of the budget's own units, given by somebody with the right to, from `at` on. */
export type ClockExtension = { readonly at: Instant; readonly units: number; readonly actor?: string; readonly source?: string };

/** What happened to one clock of one generation. Nothing derived is kept here: no due date, no breached flag that time could prove wrong. */
export type ClockLedger = {
  readonly clock: ClockId;
  readonly generation: number;
  readonly startedAt: Instant;
  /** Instead of the definition's, in its units. */
  readonly budget?: number;
  readonly pauses: readonly ClockPause[];
  readonly extensions?: readonly ClockExtension[];
  readonly stoppedAt?: Instant;
  readonly stoppedBy?: string;
  /** When we heard of what stopped it; absent where that is the same instant by its nature. */
  readonly heardAt?: Instant;
  /** Of a claim's clock that a payment stopped: the claim's generation then. */
  readonly round?: number;
  /** The calendar its verdict was given by: a later one does not judge a clock that has stopped. */
  readonly judgedBy?: { readonly id: string; readonly version: number };
};

export function openClock(clock: ClockId, generation: number, startedAt: Instant, budget?: number): ClockLedger {
  return { clock, generation, startedAt, pauses: [], ...(budget === undefined ? {} : { budget }) };
}

/** Different grounds may hold a clock at the same time; the same ground only once. */
export function pauseClock(ledger: ClockLedger, pause: Omit<ClockPause, 'to'>): ClockLedger {
  assertRunning(ledger);
  if (isPausedBy(ledger, pause.ground)) throw new RangeError(`${ledger.clock} is already paused: ${pause.ground}`);
  return { ...ledger, pauses: [...ledger.pauses, pause] };
}

/** Ends the pause of that ground; others keep holding the clock. */
export function resumeClock(ledger: ClockLedger, ground: PauseGround, at: Instant): ClockLedger {
  assertRunning(ledger);
  const open = ledger.pauses.find((pause) => pause.ground === ground && pause.to === undefined);
  if (!open || at < open.from) throw new RangeError(`${ledger.clock} has no pause to end: ${ground}`);
  return { ...ledger, pauses: ledger.pauses.map((pause) => (pause === open ? { ...pause, to: at } : pause)) };
}

export function extendClock(ledger: ClockLedger, extension: ClockExtension): ClockLedger {
  assertRunning(ledger);
  return { ...ledger, extensions: [...(ledger.extensions ?? []), extension] };
}

/** For ever: a claim that is reopened gets a new generation. */
export function stopClock(ledger: ClockLedger, stoppedAt: Instant, stoppedBy?: string): ClockLedger {
  assertRunning(ledger);
  if (stoppedAt < ledger.startedAt) throw new RangeError(`${ledger.clock} cannot stop before it starts`);
  return { ...ledger, stoppedAt, ...(stoppedBy === undefined ? {} : { stoppedBy }) };
}

export function isPausedBy(ledger: ClockLedger, ground: PauseGround): boolean {
  return ledger.pauses.some((pause) => pause.ground === ground && pause.to === undefined);
}

// The decider refuses such commands in words; a fact that gets here all the same is a bug, and silence would bend a legal deadline.
function assertRunning(ledger: ClockLedger): void {
  if (ledger.stoppedAt !== undefined) throw new RangeError(`${ledger.clock} generation ${ledger.generation} has stopped`);
}
