import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Progress } from './progress.ts';
import { delay } from './wait.ts';

export function cacheRoot(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'santun');
}

export const cacheFolder = (name: string, version: string): string => join(cacheRoot(), `${name}-${version}`);

const BEAT_MS = 2_000;
const STALE_MS = 20_000;

/**
 * The finished folder, built at most once at a time on this machine. The work happens in a folder beside it and is renamed when whole, so a
 * run that was killed half way leaves nothing that could be taken for finished; a second run waits for the first one's heartbeat to end.
 */
export async function buildOnce(folder: string, progress: Progress, build: (into: string) => Promise<void>): Promise<string> {
  mkdirSync(dirname(folder), { recursive: true });
  while (!existsSync(folder)) {
    const lock = takeLock(`${folder}.lock`);
    if (lock === undefined) {
      progress.step('waiting for another run that is building the same');
      while (!existsSync(folder) && isBeating(`${folder}.lock`)) await delay(500);
      continue;
    }
    try {
      if (existsSync(folder)) break;
      sweepUnfinished(folder, progress);
      const into = `${folder}.building-${process.pid}`;
      await build(into);
      renameSync(into, folder);
    } finally {
      lock.release();
    }
  }
  return folder;
}

type Lock = { release(): void };

function takeLock(path: string): Lock | undefined {
  if (existsSync(path) && !isBeating(path)) rmSync(path, { force: true });
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
  } catch {
    return undefined;
  }
  // Its first beat too: a disk elsewhere, or a test, may keep another time than this process.
  touch(path);
  const isOurs = (): boolean => existsSync(path) && readFileSync(path, 'utf8') === String(process.pid);
  const beat = setInterval(() => {
    if (isOurs()) touch(path);
  }, BEAT_MS);
  beat.unref();
  const release = (): void => {
    clearInterval(beat);
    process.removeListener('exit', release);
    if (isOurs()) rmSync(path, { force: true });
  };
  process.once('exit', release);
  return { release };
}

function touch(path: string): void {
  const now = new Date();
  utimesSync(path, now, now);
}

/** Alive means touched lately; a number of a process would say nothing across containers that share the cache. */
function isBeating(path: string): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs < STALE_MS;
  } catch {
    return false;
  }
}

function sweepUnfinished(folder: string, progress: Progress): void {
  for (const entry of readdirSync(dirname(folder))) {
    if (!entry.startsWith(`${basename(folder)}.building-`)) continue;
    progress.step('removing what an unfinished run left');
    removeTree(join(dirname(folder), entry));
  }
}

/** NOTE: a half-made Debian root may still have the machine's own /dev or /proc mounted in it; deleting through a mount would hit those. */
export function removeTree(path: string): void {
  const mounts = existsSync('/proc/self/mountinfo') ? readFileSync('/proc/self/mountinfo', 'utf8') : '';
  const inside = mounts
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .filter((point) => point === path || point.startsWith(`${path}/`));
  if (inside.length > 0)
    throw new Error(`${path} cannot be removed while ${inside.join(', ')} is mounted; run: umount -R ${inside.join(' ')}`);
  rmSync(path, { recursive: true, force: true });
}
