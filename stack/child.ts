import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { descendants, signalQuietly, writePidFile } from './leftovers.ts';
import { delay } from './wait.ts';

export type ChildSpec = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly logFile: string;
  readonly pidFile?: string;
  /** A piece of the command line nobody else has; without it a leftover could not be told from a stranger with the same number. */
  readonly marker: string;
  /** How the child is asked to end. PostgreSQL waits for its clients on SIGTERM and does not on SIGINT. */
  readonly stopSignal?: NodeJS.Signals;
};

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type Child = {
  readonly name: string;
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Undefined while it runs. */
  exit(): Exit | undefined;
  stop(graceMs?: number): Promise<void>;
  /** SIGKILL to the process and everything it started. */
  kill(): void;
};

const living = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of living) if (child.pid !== undefined) signalQuietly(-child.pid, 'SIGTERM');
});

/** In a process group of its own, so that Ctrl-C in the terminal reaches us and not the server; ends with us even when we are killed. */
export function spawnChild(spec: ChildSpec): Child {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  const output = openSync(spec.logFile, 'a');
  const { command, args } = tiedToParent(spec);
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...spec.env },
    ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
  });
  closeSync(output);
  let exit: Exit | undefined;
  const exited = new Promise<Exit>((resolve) => {
    const finish = (code: number | null, signal: NodeJS.Signals | null): void => {
      exit = { code, signal };
      living.delete(child);
      if (spec.pidFile !== undefined) rmSync(spec.pidFile, { force: true });
      resolve(exit);
    };
    child.once('exit', finish);
    child.once('error', () => finish(127, null));
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${spec.name} could not be started: ${spec.command} cannot be run.`);
  living.add(child);
  if (spec.pidFile !== undefined) writePidFile(spec.pidFile, pid, spec.marker);
  const kill = (): void => {
    if (exit !== undefined) return;
    const family = descendants(pid);
    signalQuietly(-pid, 'SIGKILL');
    for (const member of family) signalQuietly(member, 'SIGKILL');
  };
  return {
    name: spec.name,
    pid,
    exited,
    exit: () => exit,
    kill,
    async stop(graceMs = 10_000) {
      if (exit !== undefined) return;
      signalQuietly(pid, spec.stopSignal ?? 'SIGTERM');
      const patience = new AbortController();
      await Promise.race([exited, delay(graceMs, patience.signal)]);
      patience.abort();
      kill();
      await exited;
    },
  };
}

let setpriv: boolean | undefined;

/** Where the system can, the kernel itself ends the child when we die without a chance to (SIGKILL, out of memory). */
function tiedToParent(spec: ChildSpec): { command: string; args: readonly string[] } {
  setpriv ??= spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true'], { stdio: 'ignore' }).status === 0;
  if (!setpriv) return spec;
  return { command: 'setpriv', args: ['--pdeathsig', (spec.stopSignal ?? 'SIGTERM').replace('SIG', ''), spec.command, ...spec.args] };
}

export function logTail(path: string, lines = 12): string {
  if (!existsSync(path)) return '(no log)';
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
