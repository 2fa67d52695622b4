import { BackOff } from './back-off.ts';
import type { DeadLetterWriter } from './dead-letter-writer.ts';
import type { IntakeOptions, IntakeStats } from './port.ts';
import { Slots } from './slots.ts';

/** What one running intake knows, over all lives of its consumer. */
export type IntakeRun = {
  readonly options: IntakeOptions;
  readonly writeDeadLetter: DeadLetterWriter;
  readonly slots: Slots;
  readonly backOff: BackOff;
  readonly counts: { handled: number; deadLettered: number; transientFailures: number; crashes: number; joins: number };
  /** `topic/partition` → offsets handled beyond the first open one; forgotten when the group rebalances. */
  readonly ahead: Map<string, Set<string>>;
  readonly pauses: Map<string, NodeJS.Timeout>;
  readonly heartbeatMs: number;
  readonly stopping: AbortSignal;
  readonly now: () => number;
};

/** A group waits this long for a member that died, and, after its broker came back, for the one it knew before. */
const SESSION_MS = 10_000;
/** Events handled at once, unless somebody says otherwise. */
export const IN_FLIGHT = 32;
const BACK_OFF = { firstMs: 250, factor: 2, mostMs: 10_000 };

export const sessionTimeoutOf = (options: IntakeOptions): number => options.sessionTimeoutMs ?? SESSION_MS;

export function createIntakeRun(options: IntakeOptions, writeDeadLetter: DeadLetterWriter, stopping: AbortSignal): IntakeRun {
  return {
    options,
    writeDeadLetter,
    slots: new Slots(options.inFlight ?? IN_FLIGHT),
    backOff: new BackOff(options.backOff ?? BACK_OFF),
    counts: { handled: 0, deadLettered: 0, transientFailures: 0, crashes: 0, joins: 0 },
    ahead: new Map(),
    pauses: new Map(),
    heartbeatMs: Math.floor(sessionTimeoutOf(options) / 10),
    stopping,
    now: options.now ?? Date.now,
  };
}

export function statsOf(run: IntakeRun): IntakeStats {
  return { ...run.counts, inFlight: run.slots.held, highestInFlight: run.slots.highest, paused: [...run.pauses.keys()] };
}
