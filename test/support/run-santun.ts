import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sandboxWorld } from '#stack/sandbox-world.ts';
import { clockOfParent } from './real-clock.ts';
import { testStack } from './stack.ts';
import type { World } from './world.ts';

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** The command line as a process of its own, with these variables and no others. */
export async function runSantun(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const node = join(process.cwd(), 'node_modules', 'node', 'bin', 'node');
  const flags = ['--disable-warning=TimeoutNegativeWarning', '--disable-warning=ExperimentalWarning'];
  const child = spawn(node, [...flags, 'workers/santun.ts', ...args], {
    env: { ...clockOfParent(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { code, stdout, stderr };
}

/** The variables of a process that speaks to this world. */
export async function envOf({ queues }: Pick<World, 'queues'>): Promise<Readonly<Record<string, string>>> {
  const name = queues.claims.replace(/-claims$/, '');
  const stack = testStack();
  const servers = { ...stack.env, SANTUN_MONGO_URL: stack.mongoUrl(name), SANTUN_TASK_QUEUE: name, SANTUN_KAFKA_TOPIC_PREFIX: `${name}.` };
  return (await sandboxWorld(mkdtempSync(join(tmpdir(), 'santun-command-')), servers, () => undefined)).santun;
}
