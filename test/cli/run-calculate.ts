import { spawn } from 'node:child_process';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { calculate } from '#cli/calculate/calculate.ts';
import type { calculateFamily } from '#cli/calculate/calculate-families.ts';

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** The command in this process, over streams in memory; the input may come in any pieces. */
export async function runCalculate(
  input: string | Iterable<string | Uint8Array>,
  args: readonly string[] = [],
  calculateOne?: typeof calculateFamily,
): Promise<Ran> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const collected = Promise.all([text(stdout), text(stderr)]);
  const stdin = Readable.from(typeof input === 'string' ? [input] : input, { objectMode: false });
  const code = await calculate(args, { stdin, stdout, stderr }, calculateOne);
  stdout.end();
  stderr.end();
  const [out, err] = await collected;
  return { code, stdout: out, stderr: err };
}

/** The command as people start it. */
export async function spawnSantun(args: readonly string[], input = '', nodeFlags: readonly string[] = []): Promise<Ran> {
  const child = spawn(process.execPath, [...nodeFlags, 'workers/santun.ts', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await exited, stdout, stderr };
}

/** Every answer, one per line of output. */
export function answersIn(stdout: string): readonly unknown[] {
  const lines = stdout.split('\n');
  if (lines.pop() !== '') throw new Error('the last answer has no line end');
  return lines.map((line): unknown => JSON.parse(line));
}

export type ErrorAnswer = { readonly error: { readonly code: string; readonly field: string; readonly message: string } };

export async function answerTo(line: string): Promise<unknown> {
  const answers = answersIn((await runCalculate(`${line}\n`)).stdout);
  if (answers.length !== 1) throw new Error(`${answers.length} answers to one line`);
  return answers[0];
}
