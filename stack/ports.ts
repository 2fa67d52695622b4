import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { Log } from './progress.ts';

/**
 * NOTE: below the range the kernel takes outgoing ports from. A client that keeps dialling a killed server inside that range may be given
 * the very port as its own, connect to itself, and so keep the server from coming back.
 */
const LOWEST = 20_000;
const HIGHEST = 32_000;

export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

const handedOut = new Set<number>();

export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (handedOut.has(port) || !(await isFree(port))) continue;
    handedOut.add(port);
    return port;
  }
  throw new Error(`No free port found between ${LOWEST} and ${HIGHEST} on 127.0.0.1.`);
}

/** The preferred port when it is free; otherwise another one, and says so. */
export async function choosePort(what: string, preferred: number | undefined, log: Log): Promise<number> {
  if (preferred === undefined) return freePort();
  if (await isFree(preferred)) return preferred;
  const port = await freePort();
  log(`port ${preferred} for ${what} is in use, taking ${port} instead`);
  return port;
}
