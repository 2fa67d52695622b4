import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { z } from 'zod';
import { signalQuietly } from './leftovers.ts';

export type Step = { readonly name: string; readonly command: string };
export type StepEnd = { readonly name: string; readonly seconds: number; readonly code: number; readonly output: string };

const Scripts = z.object({ scripts: z.record(z.string(), z.string()) });
const STATIC = ['types', 'lint', 'walls'] as const;

/** What needs no running: the very commands of package.json, so that there is one list of them. */
export function staticSteps(rootDir: string): readonly Step[] {
  const { scripts } = Scripts.parse(JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8')));
  return STATIC.map((name) => ({ name, command: scripts[name] ?? `echo "package.json has no script ${name}" >&2; exit 1` }));
}

export type Project = 'pure' | 'stack' | 'chaos';

/** Jest leaves one core free unless told; the pure tests have nobody to share with, those on servers mostly wait for them. */
const WORKERS = { pure: '--maxWorkers=100%', stack: '--maxWorkers=2', chaos: '--runInBand' } as const satisfies Record<Project, string>;

export function jestStep(project: Project, resultFile: string): Step {
  return { name: `${project} tests`, command: `jest --selectProjects ${project} ${WORKERS[project]} --json --outputFile "${resultFile}"` };
}

export type StepOptions = {
  readonly rootDir: string;
  /** Shown as it comes, or only handed back. */
  readonly live: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

export async function runStep(step: Step, options: StepOptions): Promise<StepEnd> {
  const startedAt = performance.now();
  const path = `${join(options.rootDir, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(step.command, {
    shell: true,
    cwd: options.rootDir,
    // A group of its own: the shell would not hand a signal on to what it runs.
    detached: true,
    stdio: options.live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env, PATH: path },
  });
  const end = (): void => (child.pid === undefined ? undefined : signalQuietly(-child.pid, 'SIGTERM'));
  options.signal?.addEventListener('abort', end, { once: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  }
  const code = await new Promise<number>((resolve) => {
    child.once('close', (status) => resolve(status ?? 1));
    child.once('error', () => resolve(1));
  });
  options.signal?.removeEventListener('abort', end);
  return { name: step.name, seconds: (performance.now() - startedAt) / 1000, code, output };
}
