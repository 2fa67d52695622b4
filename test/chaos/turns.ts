import { delay } from '#stack/wait.ts';
import type { Story } from './stories.ts';

/** When people get round to a claim: their shares of the time there is, so that money is on its way for as long as parts are killed. */
export type Turns = {
  officer(story: Story): Promise<void>;
  approver(story: Story): Promise<void>;
  /** One approval that waits happens now: there shall be money to pay. False when none waits. */
  hurry(): boolean;
  /** All of them. */
  release(): void;
};

type Waiting = { readonly early: AbortController; readonly isReserved: boolean };

export function createTurns(startedAt: number, windowMs: number, signal: AbortSignal): Turns {
  const waiting = new Set<Waiting>();
  let isReleased = false;

  const msUntil = (share: number): number => Math.max(0, startedAt + share * windowMs - performance.now());

  return {
    officer: ({ officerAt }) => delay(msUntil(officerAt), signal),
    async approver({ approverAt, isReserved }) {
      if (isReleased) return;
      const one: Waiting = { early: new AbortController(), isReserved };
      waiting.add(one);
      const either = AbortSignal.any([signal, one.early.signal]);
      await (isReserved ? aborted(either) : delay(msUntil(approverAt), either));
      waiting.delete(one);
    },
    hurry() {
      const next = [...waiting].find(({ isReserved }) => isReserved) ?? [...waiting][0];
      if (next) waiting.delete(next);
      next?.early.abort();
      return next !== undefined;
    },
    release() {
      isReleased = true;
      for (const { early } of waiting) early.abort();
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
