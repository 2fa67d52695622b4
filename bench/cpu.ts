import { existsSync, readFileSync } from 'node:fs';
import { descendants } from '#stack/leftovers.ts';

/** Process groups by name; each is a list of root processes whose children count too. */
export type Groups = Readonly<Record<string, readonly number[]>>;
export type CpuMs = Readonly<Record<string, number>>;

/** The unit of times in /proc, on every Linux people run. */
const MS_PER_TICK = 10;

/** CPU time each group has used since it began. The difference of two readings is what the work between them cost. */
export function readCpu(groups: Groups): CpuMs {
  if (!existsSync('/proc/self/stat')) throw new Error('CPU time of other processes is read from /proc, so this benchmark needs Linux.');
  return Object.fromEntries(Object.entries(groups).map(([name, pids]) => [name, pids.reduce((sum, pid) => sum + ofTree(pid), 0)]));
}

export function cpuBetween(before: CpuMs, after: CpuMs): CpuMs {
  return Object.fromEntries(Object.entries(after).map(([name, ms]) => [name, ms - (before[name] ?? 0)]));
}

function ofTree(pid: number): number {
  // Everything the benchmark started is its child; as the client it stands for itself only.
  if (pid === process.pid) return times(pid, ['user', 'system']);
  const family = [pid, ...descendants(pid)];
  return family.reduce((sum, member) => sum + times(member, ['user', 'system', 'endedUser', 'endedSystem']), 0);
}

/** Positions after the closing bracket of the command's name, in which anything may stand. */
const FIELDS = { user: 11, system: 12, endedUser: 13, endedSystem: 14 } as const;

function times(pid: number, fields: readonly (keyof typeof FIELDS)[]): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const values = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.reduce((sum, field) => sum + Number(values[FIELDS[field]]), 0) * MS_PER_TICK;
  } catch {
    // It ended meanwhile; its time is now in its parent's `ended` fields.
    return 0;
  }
}
