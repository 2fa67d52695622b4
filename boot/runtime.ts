import { createServer } from 'node:net';
import { installRuntime } from '#adapters/temporal/worker.ts';
import type { Context } from './context.ts';

/** Temporal's core tells its metrics at an address of its own, which only this process knows; with ours they leave by one door. */
const LOOPBACK = '127.0.0.1';
const PATIENCE_MS = 3_000;
/** Another process may take the port between our look and the core's. */
const TRIES = 5;

/** Installs Temporal's runtime, with its metrics where this process tells any. */
export async function prepareRuntime({ env, log, metrics }: Pick<Context, 'env' | 'log' | 'metrics'>): Promise<void> {
  if (env.SANTUN_HEALTH_PORT === 0) return installRuntime(log);
  for (let attempt = 1; ; attempt += 1) {
    const address = `${LOOPBACK}:${await freePort()}`;
    try {
      installRuntime(log, address);
      metrics.alsoFrom(async () => (await fetch(`http://${address}/metrics`, { signal: AbortSignal.timeout(PATIENCE_MS) })).text());
      return;
    } catch (error) {
      if (attempt >= TRIES) throw error;
    }
  }
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
