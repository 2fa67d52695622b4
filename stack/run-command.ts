import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { logTail } from './child.ts';

export type Command = {
  /** What it does, for the sentence that says it failed. */
  readonly purpose: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly logFile: string;
  readonly onLine?: (line: string) => void;
  /** How it is ended when we end first. */
  readonly stopSignal?: NodeJS.Signals;
};

const running = new Map<ChildProcess, NodeJS.Signals>();
process.once('exit', () => {
  for (const [child, signal] of running) child.kill(signal);
});

/** Runs to the end; everything it prints goes to the log file, whose name and last lines are in the error when it fails. */
export async function runCommand(spec: Command): Promise<void> {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  appendFileSync(spec.logFile, `$ ${[spec.command, ...spec.args].join(' ')}\n`);
  const log = createWriteStream(spec.logFile, { flags: 'a' });
  const child = spawn(spec.command, [...spec.args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...spec.env },
    ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
  });
  running.set(child, spec.stopSignal ?? 'SIGTERM');
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`);
      if (line.trim() !== '') spec.onLine?.(line.trim());
    });
  }
  const code = await new Promise<number>((resolve) => {
    child.once('close', (status) => resolve(status ?? 1));
    child.once('error', () => resolve(127));
  });
  running.delete(child);
  await new Promise((resolve) => log.end(resolve));
  if (code === 0) return;
  throw new Error(
    `${spec.purpose} failed (${spec.command} ended with ${code}). The whole log is in ${spec.logFile}; its last lines:\n${logTail(spec.logFile)}`,
  );
}
