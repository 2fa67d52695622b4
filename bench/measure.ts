import type { Client } from '@temporalio/client';
import { type CpuMs, cpuBetween, type Groups, readCpu } from './cpu.ts';
import { meanCost } from './histories.ts';
import { inFlight, type Spread, spread } from './in-flight.ts';
import type { Played } from './naive.ts';

export type Figures = {
  readonly count: number;
  readonly perSecond: number;
  /** Of both cores, how much of the time all groups together were at work. */
  readonly busy: number;
  readonly cpuMs: CpuMs;
  readonly cpuMsCounted: number;
  readonly actions: number;
  readonly events: number;
  readonly updates: Spread;
};

/** design.md section 14 counts server, workers, store and client; Kafka and the bank are measured and shown beside. */
const COUNTED = ['temporal', 'workers', 'store', 'client'];
const HISTORIES_READ = 10;

export type Run<T, P extends Played> = {
  readonly client: Client;
  readonly groups: Groups;
  readonly cores: number;
  readonly items: readonly T[];
  readonly atOnce: number;
  play(item: T): Promise<P>;
};

export async function measure<T, P extends Played>(run: Run<T, P>): Promise<{ readonly figures: Figures; readonly played: readonly P[] }> {
  const { client, groups, cores, items, atOnce, play } = run;
  const before = readCpu(groups);
  const startedAt = performance.now();
  const played = await inFlight(items, atOnce, play);
  const elapsedMs = performance.now() - startedAt;
  const cpu = cpuBetween(before, readCpu(groups));
  // After the second reading: reading histories costs the server as much as writing them.
  const workflowIds = played.slice(-HISTORIES_READ).map(({ workflowId }) => workflowId);
  const { actions, events } = await meanCost(client, workflowIds);
  const count = played.length;
  const cpuMs = Object.fromEntries(Object.entries(cpu).map(([name, ms]) => [name, ms / count]));
  const sumOf = (names: readonly string[]): number => names.reduce((sum, name) => sum + (cpuMs[name] ?? 0), 0);
  const figures = {
    count,
    perSecond: (count / elapsedMs) * 1000,
    busy: (sumOf(Object.keys(cpuMs)) * count) / (elapsedMs * cores),
    cpuMs,
    cpuMsCounted: sumOf(COUNTED),
    actions,
    events,
    updates: spread(played.flatMap(({ updatesMs }) => updatesMs)),
  };
  return { figures, played };
}
