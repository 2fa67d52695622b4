import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { delay } from './wait.ts';

const PidFile = z.object({ pid: z.number().int().positive(), marker: z.string().min(1) });

export function writePidFile(path: string, pid: number, marker: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ pid, marker }));
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
}

function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function commandLine(pid: number): string {
  if (existsSync('/proc/self/cmdline')) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

/** Direct and indirect children. PostgreSQL's backends leave the process group, so a group signal does not reach them. */
export function descendants(pid: number): readonly number[] {
  if (!existsSync('/proc/self/stat')) return [];
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
    } catch {
      // The process ended between the listing and the reading.
    }
  }
  const found: number[] = [];
  const queue = [...(children.get(pid) ?? [])];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    found.push(next);
    queue.push(...(children.get(next) ?? []));
  }
  return found;
}

export function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone.
  }
}

/** Ends what an earlier run left behind. A number alone proves nothing (the system reuses them): the command line must match too. */
export async function endLeftovers(folder: string, say: (line: string) => void, graceMs = 5_000): Promise<void> {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.pid'))) {
    const path = join(folder, file);
    const known = readPidFile(path);
    if (known !== undefined && isAlive(known.pid) && commandLine(known.pid).includes(known.marker)) {
      say(`ending ${file.replace('.pid', '')} left behind by an earlier run (pid ${known.pid})`);
      await end(known.pid, graceMs);
    }
    rmSync(path, { force: true });
  }
}

function readPidFile(path: string): z.infer<typeof PidFile> | undefined {
  try {
    return PidFile.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

async function end(pid: number, graceMs: number): Promise<void> {
  const family = [pid, ...descendants(pid)];
  signalQuietly(pid, 'SIGTERM');
  for (let waited = 0; waited < graceMs && isAlive(pid); waited += 100) await delay(100);
  for (const member of family) if (isAlive(member)) signalQuietly(member, 'SIGKILL');
  for (let waited = 0; waited < 2_000 && family.some(isAlive); waited += 50) await delay(50);
}
