import { PoisonEvent } from '#adapters/kafka/faults.ts';
import { InputError } from '#domain/input-error.ts';

/**
 * Whether an event that failed should wait and be tried again. Everything outside comes back some day; only what would fail the same way
 * for ever (an event we cannot mean anything by, or a mistake of ours) goes to dead letters, from where it can be replayed.
 */
export function isTransient(error: unknown): boolean {
  return !PERMANENT.some((kind) => error instanceof kind);
}

const PERMANENT = [PoisonEvent, InputError, TypeError, RangeError, ReferenceError, SyntaxError] as const;
