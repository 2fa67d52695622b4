import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { timeMachine } from '#cli/time-machine/time-machine.ts';

async function ask(args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const code = await timeMachine(args, { stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  return { code, stdout: await text(stdout), stderr: await text(stderr) };
}

const CLAIM = 'STN-ABCDE-FGHJK';

test.each([[[]], [['+2d']], [['STN-ABCDE', '+2d']]])('%j: the number of the claim is asked for', async (args) => {
  expect(await ask(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(CLAIM) });
});

test.each([[[CLAIM]], [[CLAIM, '2 hari']], [[CLAIM, '+2d', '+2d']], [[CLAIM, '-2d']], [[CLAIM, '--to', 'besok']], [[CLAIM, '--to']]])(
  '%j: how much time is asked for, with an example',
  async (args) => {
    expect(await ask(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('+2d') });
  },
);

test('--help says what it is for and that it is for the sandbox only', async () => {
  expect(await ask(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('SANTUN_MODE=sandbox'), stderr: '' });
});
