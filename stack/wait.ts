/** Ends early, without an error, when the signal is aborted: a wait nobody needs must not keep the process alive. */
export function delay(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      // A signal outlives thousands of waits.
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, signal?.aborted === true ? 0 : ms);
    signal?.addEventListener('abort', end);
  });
}

export type WaitOptions = {
  readonly withinMs: number;
  readonly everyMs?: number;
  /** May end the wait early with a sentence (the process is gone, say). */
  readonly giveUp?: () => string | undefined;
};

/** Repeats the probe until it resolves. */
export async function waitUntil(what: string, probe: () => Promise<void>, options: WaitOptions): Promise<void> {
  const { withinMs, everyMs = 100, giveUp } = options;
  const deadline = performance.now() + withinMs;
  for (;;) {
    const failure = await probe().then(
      () => undefined,
      (error: unknown) => error ?? new Error('failed'),
    );
    if (failure === undefined) return;
    const reason = giveUp?.();
    if (reason !== undefined) throw new Error(reason, { cause: failure });
    if (performance.now() > deadline)
      throw new Error(`${what} did not answer within ${Math.round(withinMs / 1000)} s.`, { cause: failure });
    await delay(everyMs);
  }
}
