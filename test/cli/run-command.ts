import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { CommandIo } from '#cli/command.ts';

/** A command in this process, over streams in memory. */
export async function runCommand(command: (io: CommandIo) => Promise<number>) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const collected = Promise.all([text(stdout), text(stderr)]);
  const code = await command({ stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  const [out, err] = await collected;
  return { code, stdout: out, stderr: err, lines: out.split('\n').filter((line) => line !== '') };
}
