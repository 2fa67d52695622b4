import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** After a ring that changed nothing the same instant is tried again no sooner than this: a mistake must not become a busy loop. */
const RETRY_MS = 1_000;

/**
 * The alarm of claims begun before release 0.2.0: it moves its timer with every deadline. Goes with the patch in claim.workflow.ts, when no
 * such claim is open any more.
 */
export class EagerAlarm {
  #instant: number | undefined;
  #lastTaken: number | undefined;
  #scope: CancellationScope | undefined;
  #rang = false;

  get rang(): boolean {
    return this.#rang;
  }

  setFor(instant: number | undefined): void {
    if (instant === this.#instant) return;
    this.#scope?.cancel();
    this.#scope = undefined;
    this.#instant = instant;
    if (instant === undefined) return;
    const delayMs = Math.max(instant - Date.now(), instant === this.#lastTaken ? RETRY_MS : 0);
    if (delayMs <= 0) this.ring();
    else this.#arm(delayMs);
  }

  ring(): void {
    this.#rang = true;
  }

  /** Whether it rang since last asked. An alarm that rang has to be set again, even for the same instant. */
  take(): boolean {
    if (!this.#rang) return false;
    this.#rang = false;
    this.#lastTaken = this.#instant;
    this.setFor(undefined);
    return true;
  }

  #arm(delayMs: number): void {
    const scope = new CancellationScope();
    this.#scope = scope;
    scope
      .run(() => sleep(delayMs))
      .then(
        () => this.ring(),
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }
}
