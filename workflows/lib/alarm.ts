import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** After a ring that changed nothing the same instant is tried again no sooner than this: a mistake must not become a busy loop. */
const RETRY_MS = 1_000;

/**
 * One timer, for the earliest instant somebody asks for. It is moved only forwards in time of ringing, that is to an earlier instant: asked
 * for a later one, or for none, it rings once for nothing, finds nothing due and is set again. A claim whose deadline moves with every
 * decision so costs one timer and not one for each move.
 */
export class Alarm {
  #armedFor: number | undefined;
  #lastRangFor: number | undefined;
  #scope: CancellationScope | undefined;
  #rang = false;

  get rang(): boolean {
    return this.#rang;
  }

  setFor(instant: number | undefined): void {
    if (instant === undefined || this.#rang) return;
    if (this.#armedFor !== undefined && instant >= this.#armedFor) return;
    this.#scope?.cancel();
    const delayMs = Math.max(instant - Date.now(), instant === this.#lastRangFor ? RETRY_MS : 0);
    if (delayMs > 0) this.#arm(instant, delayMs);
    else this.#ringFor(instant);
  }

  ring(): void {
    this.#rang = true;
  }

  /** Whether it rang since last asked. */
  take(): boolean {
    const rang = this.#rang;
    this.#rang = false;
    return rang;
  }

  #ringFor(instant: number): void {
    this.#armedFor = undefined;
    this.#lastRangFor = instant;
    this.ring();
  }

  #arm(instant: number, delayMs: number): void {
    const scope = new CancellationScope();
    this.#scope = scope;
    this.#armedFor = instant;
    scope
      .run(() => sleep(delayMs))
      .then(
        () => this.#ringFor(instant),
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }
}
