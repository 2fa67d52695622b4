import type { Logger } from '#config/log.ts';

type Part = { readonly stop: () => Promise<void>; readonly done?: Promise<void> };

/** Says it is ready, waits for SIGTERM, SIGINT or the death of a part, then stops the parts in the order given. */
export async function runUntilSignal(logger: Logger, parts: readonly Part[]): Promise<void> {
  const signalled = new Promise<string>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
  const ended = parts.flatMap((part) => (part.done ? [part.done.then(() => 'a part ended')] : []));
  logger.info('ready');
  process.stdout.write(`${JSON.stringify({ ready: true })}\n`);
  try {
    const why = await Promise.race([signalled, ...ended]);
    logger.info({ why }, 'stopping');
  } finally {
    for (const part of parts) await part.stop();
    logger.info('stopped');
  }
}
