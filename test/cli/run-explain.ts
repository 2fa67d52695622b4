import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type ExplainDeps, explain } from '#cli/explain/explain.ts';

/** The command in this process, over streams in memory. */
export async function runExplain(args: readonly string[], deps: ExplainDeps = {}) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const collected = Promise.all([text(stdout), text(stderr)]);
  const code = await explain(args, { stdin, stdout, stderr }, deps);
  stdout.end();
  stderr.end();
  const [out, err] = await collected;
  return { code, stdout: out, stderr: err };
}
