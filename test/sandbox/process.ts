import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { clockOfParent } from '../support/real-clock.ts';

export type SandboxProcess = {
  readonly url: string;
  /** Without warning, as a power cut would. */
  kill(): Promise<void>;
  /** Asks to stop and tells the exit code. */
  stop(): Promise<number | null>;
};

// Processes start slowly on a busy machine, and nothing here measures time.
jest.setTimeout(60_000);

const children = new Set<ChildProcess>();
// A test that fails before it stops its server must not leave one behind: it would also keep the test run from ending.
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** A part of the sandbox in its own process, up when this returns. */
export async function startProcess(script: string, env: Readonly<Record<string, string>>): Promise<SandboxProcess> {
  const child = spawn(process.execPath, [resolve(script)], { env: { ...clockOfParent(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  const ended = once(child, 'exit').finally(() => children.delete(child));
  const url = await ready(child, script);
  return {
    url,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

async function ready(child: ChildProcess, script: string): Promise<string> {
  let errors = '';
  child.stderr?.on('data', (text) => {
    errors += String(text);
  });
  if (!child.stdout) throw new Error('no output to read');
  for await (const line of createInterface(child.stdout)) {
    const { ready: up, url } = JSON.parse(line) as { ready?: unknown; url?: unknown };
    if (up === true && typeof url === 'string') return url;
  }
  throw new Error(`${script} ended before it was ready: ${errors}`);
}
