import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { endLeftovers, isAlive } from '#stack/leftovers.ts';
import { forgetRemovedData } from '#stack/mongo.ts';

const RUNS = resolve('.run');

/** Where a run keeps its servers' data and its logs. Only logs outlive it, and only those of a run that was broken. */
export type Folder = { readonly dataDir: string; readonly logs: string; remove(isLogKept: boolean): void };

export async function openFolder(seed: number): Promise<Folder> {
  await sweepDeadRuns();
  const dataDir = join(RUNS, `chaos-${process.pid}`);
  const logs = join(RUNS, `chaos-logs-${seed}`);
  mkdirSync(dataDir, { recursive: true });
  return {
    dataDir,
    logs,
    remove(isLogKept) {
      rmSync(logs, { recursive: true, force: true });
      if (isLogKept) keepLogs(dataDir, logs);
      rmSync(dataDir, { recursive: true, force: true });
      forgetRemovedData();
    },
  };
}

function keepLogs(dataDir: string, target: string): void {
  for (const folder of ['logs', 'servers/temporal', 'servers/kafka', 'servers/mongo', 'servers/mongod']) {
    const from = join(dataDir, folder);
    if (!existsSync(from)) continue;
    for (const file of readdirSync(from).filter((name) => name.endsWith('.log'))) cpSync(join(from, file), join(target, file));
  }
}

/** A run that was killed could not tidy up: its servers ended with it or are ended now. */
async function sweepDeadRuns(): Promise<void> {
  if (!existsSync(RUNS)) return;
  for (const entry of readdirSync(RUNS)) {
    const pid = /^chaos-(\d+)$/.exec(entry)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    for (const part of ['logs', 'servers/temporal', 'servers/kafka', 'servers/mongo', 'servers/mongod']) {
      await endLeftovers(join(RUNS, entry, part), () => undefined);
    }
    rmSync(join(RUNS, entry), { recursive: true, force: true });
  }
}
