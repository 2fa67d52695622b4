import type { RunningProcess } from '#stack/processes.ts';
import { delay } from '#stack/wait.ts';
import { inFlight } from './in-flight.ts';

const AT_ONCE = 24;
/** Each of the two workers about twice in a minute. */
const FIRST_KILL_MS = 5_000;
const KILL_EVERY_MS = 15_000;
/** Measured before each herd, to know when all of it will have been started. */
const SAMPLE = 200;
const SLACK = 1.5;
const HEAD_START_MS = 10_000;
const PATIENCE_MS = 8 * 60_000;
const note = (line: string): void => console.error(line);

/** One side of the comparison: how a deadline is set, how many have come, and what came of them. */
export type Side = {
  start(n: number, dueAt: number): Promise<void>;
  come(): number;
  readonly workers: readonly RunningProcess[];
};

/** Starts the whole herd before the first deadline, kills the workers in turns until every deadline has come. */
export async function stampede(name: string, count: number, windowMs: number, side: Side): Promise<number> {
  const firstAt = await firstDeadline(count, side);
  note(`  ${name}: setting ${count} deadlines …`);
  const numbers = Array.from({ length: count }, (_, n) => n);
  await inFlight(numbers, AT_ONCE, (n) => side.start(n, firstAt + Math.floor((n * windowMs) / count)));
  const leftMs = firstAt - Date.now();
  if (leftMs < 0) throw new Error(`${name}: the deadlines came before all of them were set; the machine is too busy for this run`);
  note(`  ${name}: all set, ${(leftMs / 1000).toFixed(0)} s before the first`);
  await delay(leftMs);
  let kills = 0;
  for (let nextKill = firstAt + Math.min(FIRST_KILL_MS, windowMs / 2); side.come() < count; ) {
    if (Date.now() - firstAt > windowMs + PATIENCE_MS) break;
    if (Date.now() >= nextKill) {
      side.workers[kills % side.workers.length]?.kill();
      kills += 1;
      nextKill += KILL_EVERY_MS;
      note(`  ${name}: ${((Date.now() - firstAt) / 1000).toFixed(0)} s, ${side.come()} of ${count} have come, ${kills} workers killed`);
    }
    await delay(250);
  }
  return kills;
}

/** Sets a few deadlines that nobody waits for, and reckons when all of them would be set. */
async function firstDeadline(count: number, side: Side): Promise<number> {
  const sample = Math.min(SAMPLE, count);
  const startedAt = performance.now();
  const farAway = Date.now() + 86_400_000;
  await inFlight(
    Array.from({ length: sample }, (_, n) => -1 - n),
    AT_ONCE,
    (n) => side.start(n, farAway),
  );
  const eachMs = (performance.now() - startedAt) / sample;
  return Math.ceil(Date.now() + HEAD_START_MS + eachMs * count * SLACK);
}
