import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough, Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { calculate } from '#cli/calculate/calculate.ts';
import { EXAMPLES } from '#cli/calculate/calculate-help.ts';
import { GOLDEN_CASES, goldenInput, lineOf } from './golden.ts';
import { answersIn, runCalculate, spawnSantun } from './run-calculate.ts';

const GOOD = lineOf(goldenInput('coverage-01'));
const STATUS = { result: { status: 'active' } };

describe('line ends', () => {
  test('a last line without its line end is answered too', async () => {
    expect(answersIn((await runCalculate(`${GOOD}\n${GOOD}`)).stdout)).toHaveLength(2);
  });

  test('the line end of the last line is not another line', async () => {
    expect(answersIn((await runCalculate(`${GOOD}\n`)).stdout)).toHaveLength(1);
  });

  test('no input, no answer', async () => {
    expect(await runCalculate('')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('a blank line between two is answered, so that line numbers stay in step', async () => {
    expect(answersIn((await runCalculate(`${GOOD}\n\n${GOOD}\n`)).stdout)).toMatchObject([STATUS, { error: { field: 'line' } }, STATUS]);
  });

  test('a byte order mark and the line ends of Windows are read as if they were not there', async () => {
    expect(answersIn((await runCalculate(`\uFEFF${GOOD}\r\n${GOOD}\r\n`)).stdout)).toMatchObject([STATUS, STATUS]);
  });

  test('letters cut in two between pieces of input arrive whole', async () => {
    const line = lineOf(goldenInput('heirs-01', { people: [{ id: 'Anastasia Née Öñe 🙂', relation: 'spouse', alive: true }] }));
    const bytes = Buffer.from(`${line}\n${line}\n`);
    const whole = (await runCalculate([bytes])).stdout;
    expect(whole).toContain('🙂');
    expect((await runCalculate(Array.from(bytes, (byte) => Buffer.from([byte])))).stdout).toBe(whole);
  });
});

describe('length of a line', () => {
  const padded = (length: number): string => GOOD.padEnd(length, ' ');

  test('exactly 1 MiB is read, one byte more is not, whatever the line end', async () => {
    const limit = 1_048_576;
    for (const end of ['\n', '\r\n']) {
      const input = [padded(limit), padded(limit + 1), padded(limit)].join(end) + end;
      expect(answersIn((await runCalculate(input)).stdout)).toMatchObject([STATUS, { error: { field: 'line' } }, STATUS]);
    }
  });

  test('a line that never ends costs no memory and one answer', async () => {
    const piece = Buffer.alloc(1_048_576, 0x61);
    function* endless(): Generator<Buffer> {
      for (let sent = 0; sent < 64; sent += 1) yield piece;
      yield Buffer.from(`\n${GOOD}\n`);
    }
    expect(answersIn((await runCalculate(endless())).stdout)).toMatchObject([{ error: { field: 'line' } }, STATUS]);
  });
});

describe('streaming', () => {
  test('an answer arrives before the next question is asked', async () => {
    const [stdin, stdout] = [new PassThrough(), new PassThrough()];
    const done = calculate([], { stdin, stdout, stderr: new PassThrough() });
    for (let asked = 0; asked < 3; asked += 1) {
      stdin.write(`${GOOD}\n`);
      const [answer] = await once(stdout, 'data');
      expect(answersIn(String(answer))).toMatchObject([STATUS]);
    }
    stdin.end();
    expect(await done).toBe(0);
  });

  test('100,000 lines never have more than a few thousand of them waiting for an answer', async () => {
    const count = 100_000;
    const [asked, answered] = [{ lines: 0 }, { lines: 0 }];
    let waiting = 0;
    function* questions(): Generator<string> {
      for (; asked.lines < count; asked.lines += 100) {
        waiting = Math.max(waiting, asked.lines - answered.lines);
        yield '\n'.repeat(100);
      }
    }
    const stdout = new Writable({
      write(chunk: Buffer, _encoding, done) {
        answered.lines += chunk.toString().split('\n').length - 1;
        setImmediate(done);
      },
    });
    const stdin = Readable.from(questions(), { objectMode: false });
    expect(await calculate([], { stdin, stdout, stderr: new PassThrough() })).toBe(0);
    expect(answered.lines).toBe(count);
    expect(waiting).toBeLessThan(20_000);
  }, 60_000);

  test('while nobody reads the answers, no more questions are read', async () => {
    let asked = 0;
    function* questions(): Generator<string> {
      for (; asked < 200; asked += 1) yield `${GOOD}\n`.repeat(50);
    }
    let release = (): void => undefined;
    let isOpen = false;
    const stdout = new Writable({
      write(_chunk, _encoding, done) {
        if (isOpen) done();
        else release = done;
      },
    });
    const finished = calculate([], { stdin: Readable.from(questions(), { objectMode: false }), stdout, stderr: new PassThrough() });
    for (let turn = 0; turn < 500; turn += 1) await nextTurn();
    expect(asked).toBeLessThan(100);
    isOpen = true;
    release();
    expect(await finished).toBe(0);
    expect(asked).toBe(200);
  });

  test('a reader who leaves ends the command with 1, without a stack', async () => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const stdin = new PassThrough();
    const finished = calculate([], { stdin, stdout, stderr });
    stdin.write(`${GOOD}\n`);
    await once(stdout, 'data');
    stdout.destroy();
    stdin.write(`${GOOD}\n`);
    expect(await finished).toBe(1);
    expect(stderr.read()).toBeNull();
  });
});

test('a bug of ours is an answer too: the next line still works, the stack goes to standard error, the exit code is 1', async () => {
  const { code, stdout, stderr } = await runCalculate(`${GOOD}\nx\n${GOOD}\n`, [], () => {
    throw new TypeError('planted');
  });
  const bug = { error: { code: 'internal-error', field: 'input' } };
  expect(answersIn(stdout)).toMatchObject([bug, { error: { code: 'invalid-input' } }, bug]);
  expect(stdout).not.toContain('planted');
  expect(stderr.match(/planted/g)).toHaveLength(1);
  expect(code).toBe(1);
});

describe('options', () => {
  test('--help explains every family with an example that works', async () => {
    const { code, stdout } = await runCalculate('', ['--help']);
    expect(code).toBe(0);
    for (const example of Object.values(EXAMPLES)) expect(stdout).toContain(example);
    const answers = answersIn((await runCalculate(Object.values(EXAMPLES).join('\n'))).stdout);
    expect(answers).toHaveLength(5);
    for (const answer of answers) expect(answer).toHaveProperty('result');
  });

  test('an unknown option is refused with exit code 2 before anything is read', async () => {
    expect(await runCalculate(`${GOOD}\n`, ['--humen'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--humen') });
  });
});

describe('the real command', () => {
  test('santun without a command lists what there is', async () => {
    expect(await spawnSantun([])).toMatchObject({ code: 0, stdout: expect.stringContaining('calculate'), stderr: '' });
  });

  test('an unknown command is refused with exit code 2', async () => {
    expect(await spawnSantun(['calculat'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('calculat') });
    expect(await spawnSantun(['toString'])).toMatchObject({ code: 2, stdout: '' });
  });

  test('--help runs without reading standard input', async () => {
    expect(await spawnSantun(['calculate', '--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('clocks') });
  });

  test('calculating loads neither Temporal nor a database nor Kafka', async () => {
    const hook = `import { registerHooks } from 'node:module';
      registerHooks({ load(url, context, next) { console.error(url); return next(url, context); } });`;
    const { stderr } = await spawnSantun(['calculate'], GOOD, ['--import', `data:text/javascript,${encodeURIComponent(hook)}`]);
    expect(stderr).toContain('node_modules/zod');
    expect(stderr).not.toMatch(/temporal|mongo|kafka|fastify|adapters|workflows/);
  });

  test('`| head -1` ends it quietly', async () => {
    const child = spawn(process.execPath, ['workers/santun.ts', 'calculate'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const exited = once(child, 'close');
    const complaints = text(child.stderr);
    child.stdin.on('error', () => undefined); // the command stops reading when nobody listens
    child.stdin.end(`${GOOD}\n`.repeat(20_000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(await exited).toEqual([1, null]);
    expect(await complaints).toBe('');
  });

  test('every golden line is explained to people without failing', async () => {
    const { code, stdout, stderr } = await spawnSantun(['calculate', '--human'], GOLDEN_CASES.map(lineOf).join('\n'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/^\d+\. /gm)).toHaveLength(GOLDEN_CASES.length);
  });
});
