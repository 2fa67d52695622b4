import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, type Exit, logTail, spawnChild } from './child.ts';
import { delay, waitUntil } from './wait.ts';

/** The same flags stack/install.mjs gives; it runs before TypeScript can, so it cannot lend them. */
const NODE_FLAGS = ['--disable-warning=TimeoutNegativeWarning', '--disable-warning=ExperimentalWarning'];

export type ReadyWhen =
  /** A line of its log contains this. */
  | { readonly line: string | RegExp }
  /** Resolves. */
  | { readonly probe: () => Promise<void> };

export type ProcessSpec = {
  readonly name: string;
  /** Entry point, relative to rootDir. */
  readonly file: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly readyWhen: ReadyWhen;
  readonly readyWithinMs?: number;
  /** Comes back by itself after a crash, later each time; a kill() counts as a crash, a stop() does not. */
  readonly restartOnCrash?: boolean;
  readonly onCrash?: (exit: Exit) => void;
  readonly rootDir?: string;
};

export type RunningProcess = {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  isRunning(): boolean;
  /** SIGKILL. */
  kill(): void;
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** Of the process running now. */
  exited(): Promise<Exit>;
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
const STEADY_MS = 30_000;

/** One of Santun's own processes, resolved when it says it is ready. */
export async function startProcess(spec: ProcessSpec): Promise<RunningProcess> {
  let wanted = true;
  let pauseMs = FIRST_PAUSE_MS;
  let retiring = new AbortController();
  let child: Child;
  await launch();
  watch();

  function watch(): void {
    const startedAt = performance.now();
    const watched = child;
    void watched.exited.then(async (exit) => {
      if (!wanted || watched !== child) return;
      spec.onCrash?.(exit);
      if (spec.restartOnCrash !== true) return;
      if (performance.now() - startedAt > STEADY_MS) pauseMs = FIRST_PAUSE_MS;
      await delay(pauseMs, retiring.signal);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      if (!wanted || watched !== child) return;
      child = spawnOf(spec);
      watch();
    });
  }

  /** Held before it is ready: whoever kills must reach one that is only starting, too. */
  async function launch(): Promise<void> {
    const from = existsSync(spec.logFile) ? statSync(spec.logFile).size : 0;
    child = spawnOf(spec);
    await untilReady(spec, child, from);
  }

  async function stop(): Promise<void> {
    wanted = false;
    retiring.abort();
    await child.stop();
  }

  return {
    name: spec.name,
    logFile: spec.logFile,
    get pid() {
      return child.pid;
    },
    isRunning: () => child.exit() === undefined,
    kill: () => child.kill(),
    stop,
    exited: () => child.exited,
    async restart() {
      await stop();
      retiring = new AbortController();
      await launch();
      wanted = true;
      watch();
    },
  };
}

function spawnOf(spec: ProcessSpec): Child {
  const file = join(spec.rootDir ?? process.cwd(), spec.file);
  return spawnChild({
    name: spec.name,
    command: process.execPath,
    args: [...NODE_FLAGS, file, ...(spec.args ?? [])],
    cwd: spec.rootDir ?? process.cwd(),
    env: { ...spec.env, TZ: 'UTC', KAFKAJS_NO_PARTITIONER_WARNING: '1' },
    logFile: spec.logFile,
    pidFile: `${spec.logFile.replace(/\.log$/, '')}.pid`,
    marker: file,
  });
}

async function untilReady(spec: ProcessSpec, child: Child, from: number): Promise<void> {
  const gone = (): string | undefined => {
    const exit = child.exit();
    if (exit === undefined) return undefined;
    return `${spec.name} ended before it was ready (${exit.signal ?? exit.code}). Its log is ${spec.logFile}; the last lines:\n${logTail(spec.logFile)}`;
  };
  try {
    const { readyWhen } = spec;
    const probe = 'probe' in readyWhen ? readyWhen.probe : async () => assertSaid(spec.logFile, from, readyWhen.line);
    await waitUntil(spec.name, probe, { withinMs: spec.readyWithinMs ?? 60_000, everyMs: 50, giveUp: gone });
  } catch (failure) {
    child.kill();
    throw failure;
  }
}

function assertSaid(logFile: string, from: number, wanted: string | RegExp): void {
  const said = readFrom(logFile, from);
  const found = typeof wanted === 'string' ? said.includes(wanted) : said.split('\n').some((line) => wanted.test(line));
  if (!found) throw new Error(`has not said ${String(wanted)} yet`);
}

/** Only what this start wrote: an earlier one's "ready" stands in the same file. */
function readFrom(file: string, from: number): string {
  if (!existsSync(file)) return '';
  const length = statSync(file).size - from;
  if (length <= 0) return '';
  const buffer = Buffer.alloc(length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, buffer, 0, length, from);
  } finally {
    closeSync(handle);
  }
  return buffer.toString('utf8');
}
