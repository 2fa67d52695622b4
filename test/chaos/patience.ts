import { delay } from '#stack/wait.ts';

/** The run is over; what somebody still waited for stands in the message. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

/** Waits for a condition for as long as the run lasts. Whoever does not answer is asked again: parts of the system are down all the time. */
export async function patiently<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  signal: AbortSignal,
  everyMs = 250,
): Promise<T> {
  let why: unknown;
  while (!signal.aborted) {
    try {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      why = undefined;
    } catch (error) {
      if (error instanceof Stubborn) throw error;
      why = error;
    }
    await delay(everyMs, signal);
  }
  throw new OutOfTime(`waited for ${what}${why === undefined ? '' : ` (last: ${String(why)})`}`);
}

/** An answer that asking again will not change. */
export class Stubborn extends Error {
  override readonly name = 'Stubborn';
}
