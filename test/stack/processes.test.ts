import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endLeftovers, isAlive, writePidFile } from '#stack/leftovers.ts';
import { type ProcessSpec, type RunningProcess, startProcess } from '#stack/processes.ts';
import { waitUntil } from '#stack/wait.ts';

jest.setTimeout(30_000);

let folder: string;
let running: RunningProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'santun-processes-'));
  running = [];
  writeFileSync(
    join(folder, 'worker.mjs'),
    "console.log('ready', process.env.WHO, process.env.TZ, process.pid); setInterval(() => {}, 60_000);\n",
  );
  writeFileSync(join(folder, 'broken.mjs'), "console.log('cannot read the configuration'); process.exit(4);\n");
  writeFileSync(
    join(folder, 'deaf.mjs'),
    "import { writeFileSync } from 'node:fs'; process.on('SIGTERM', () => {}); writeFileSync(process.argv[2], ''); setInterval(() => {}, 60_000);\n",
  );
});

afterEach(async () => {
  for (const one of running) {
    one.kill();
    await one.stop();
  }
  rmSync(folder, { recursive: true, force: true });
});

async function start(more: Partial<ProcessSpec> = {}): Promise<RunningProcess> {
  const logFile = join(folder, 'worker.log');
  const spec = { name: 'worker', file: 'worker.mjs', env: { WHO: 'santun' }, logFile, readyWhen: { line: /^ready/ }, rootDir: folder };
  const one = await startProcess({ ...spec, ...more });
  running.push(one);
  return one;
}

const until = (what: string, check: () => void): Promise<void> => waitUntil(what, async () => check(), { withinMs: 15_000, everyMs: 20 });

test('is ready when its log says so, with the environment it was given, in UTC', async () => {
  const worker = await start();
  expect(readFileSync(worker.logFile, 'utf8')).toBe(`ready santun UTC ${worker.pid}\n`);
  expect(worker.isRunning()).toBe(true);
});

test('is ready when the probe is content', async () => {
  let asked = 0;
  await start({
    readyWhen: {
      probe: async () => {
        asked += 1;
        if (asked < 3) throw new Error('not yet');
      },
    },
  });
  expect(asked).toBe(3);
});

test('a process that ends before it is ready is told with its exit code, its log and the last lines of it', async () => {
  await expect(start({ file: 'broken.mjs' })).rejects.toThrow(
    /ended before it was ready \(4\)[\s\S]*worker\.log[\s\S]*cannot read the configuration/,
  );
});

test('killed, it stays down until it is restarted, and then is another process', async () => {
  const worker = await start();
  const first = worker.pid;
  worker.kill();
  expect(await worker.exited()).toEqual({ code: null, signal: 'SIGKILL' });
  await worker.restart();
  expect(worker.pid).not.toBe(first);
  expect(isAlive(worker.pid)).toBe(true);
});

test('killed a second time while it starts again, it is gone, and whoever restarted it hears so', async () => {
  let isAsked = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  let mayStart = true;
  const probe = async (): Promise<void> => {
    if (mayStart) return;
    isAsked();
    throw new Error('not yet');
  };
  const worker = await start({ readyWhen: { probe } });
  worker.kill();
  await worker.exited();
  mayStart = false;
  const restarted = worker.restart();
  const told = expect(restarted).rejects.toThrow('ended before it was ready');
  await asked;
  worker.kill();
  await told;
  expect(worker.isRunning()).toBe(false);
});

test('with restartOnCrash it comes back after a kill, and not after a stop', async () => {
  const crashes: unknown[] = [];
  const worker = await start({ restartOnCrash: true, onCrash: ({ signal }) => crashes.push(signal) });
  const first = worker.pid;
  worker.kill();
  await until('the restart', () => {
    expect(worker.pid).not.toBe(first);
    expect(worker.isRunning()).toBe(true);
  });
  await worker.stop();
  expect(crashes).toEqual(['SIGKILL']);
  expect(isAlive(worker.pid)).toBe(false);
});

test('stopping leaves no process and no pid file', async () => {
  const worker = await start();
  expect(existsSync(join(folder, 'worker.pid'))).toBe(true);
  await worker.stop();
  expect(isAlive(worker.pid)).toBe(false);
  expect(existsSync(join(folder, 'worker.pid'))).toBe(false);
});

describe('what an earlier run left behind', () => {
  async function leaveBehind(): Promise<{ readonly pid: number; readonly file: string }> {
    const file = join(folder, 'deaf.mjs');
    const sign = join(folder, 'deaf.ready');
    const child = spawn(process.execPath, [file, sign], { stdio: 'ignore', detached: true });
    child.unref();
    await until('the start', () => expect(existsSync(sign)).toBe(true));
    return { pid: child.pid ?? 0, file };
  }

  test('is ended, even when it will not listen', async () => {
    const { pid, file } = await leaveBehind();
    writePidFile(join(folder, 'deaf.pid'), pid, file);
    const said: string[] = [];
    await endLeftovers(folder, (line) => said.push(line), 200);
    expect(isAlive(pid)).toBe(false);
    expect(said).toEqual([`ending deaf left behind by an earlier run (pid ${pid})`]);
    expect(existsSync(join(folder, 'deaf.pid'))).toBe(false);
  });

  test('is left alone when the number now belongs to something else', async () => {
    const { pid } = await leaveBehind();
    writePidFile(join(folder, 'server.pid'), pid, 'something this process does not have in its command line');
    await endLeftovers(folder, () => undefined, 200);
    expect(isAlive(pid)).toBe(true);
    process.kill(pid, 'SIGKILL');
  });
});

// Elsewhere the pid file does it, at the next start.
const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('ends with the one that started it, even when that one is killed', async () => {
  const starter = join(folder, 'starter.mts');
  writeFileSync(
    starter,
    `import { spawnChild } from ${JSON.stringify(join(process.cwd(), 'stack', 'child.ts'))};
     const child = spawnChild({ name: 'worker', command: process.execPath, args: [${JSON.stringify(join(folder, 'worker.mjs'))}], logFile: ${JSON.stringify(join(folder, 'child.log'))}, marker: 'worker.mjs' });
     console.log(child.pid);`,
  );
  const parent = spawn(process.execPath, [starter], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))));
  await until('the child', () => expect(readFileSync(join(folder, 'child.log'), 'utf8')).toContain('ready'));
  parent.kill('SIGKILL');
  await until('the end of the child', () => expect(isAlive(pid)).toBe(false));
});
