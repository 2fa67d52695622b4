/**
 * Aborted by the first Ctrl-C (or SIGTERM, SIGHUP). NOTE: the handlers stay, so that a second signal does not end us half way through the
 * stopping of servers; a person in a hurry presses a third time.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  let seen = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      seen += 1;
      if (seen > 2) process.exit(130);
      controller.abort();
    });
  }
  return controller.signal;
}

export function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
}
