import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

let checkout: string;

/** A checkout of the bootstrap alone; `npm` is a script that notes what it was asked, because the real one would ask a registry. */
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'santun-bootstrap-'));
  mkdirSync(join(checkout, 'workers'));
  mkdirSync(join(checkout, 'bin'));
  for (const file of ['bootstrap.mjs', 'install.mjs']) cpSync(join(process.cwd(), 'stack', file), join(checkout, 'stack', file));
  writeFileSync(join(checkout, 'package.json'), '{"type":"module"}');
  lock('1.0.0');
  const tell = 'console.log(JSON.stringify([process.argv.slice(2), process.env.TZ, process.env.KAFKAJS_NO_PARTITIONER_WARNING]));\n';
  for (const entry of ['stack/start.ts', 'stack/test.ts', 'workers/santun.ts']) writeFileSync(join(checkout, entry), tell);
  writeFileSync(join(checkout, 'bin', 'npm'), '#!/bin/sh\necho "$@" >> npm-was-asked\nexit $NPM_ENDS_WITH\n');
  chmodSync(join(checkout, 'bin', 'npm'), 0o755);
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

function lock(version: string): void {
  writeFileSync(join(checkout, 'package-lock.json'), JSON.stringify({ packages: { '': {}, 'node_modules/a': { version } } }));
}

function bootstrap(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const path = `${join(checkout, 'bin')}${delimiter}${process.env.PATH ?? ''}`;
  return spawnSync(process.execPath, [join(checkout, 'stack', 'bootstrap.mjs'), ...args], {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, PATH: path, NPM_ENDS_WITH: '0', ...env },
  });
}

const installs = (): number => {
  const note = join(checkout, 'npm-was-asked');
  return existsSync(note)
    ? readFileSync(note, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('install')).length
    : 0;
};

test('installs on the first run, not on the second, and again when the lockfile has changed', () => {
  expect(bootstrap(['start']).status).toBe(0);
  expect(installs()).toBe(1);
  bootstrap(['start']);
  expect(installs()).toBe(1);
  lock('2.0.0');
  bootstrap(['start']);
  expect(installs()).toBe(2);
});

test('does not install over packages a developer has installed by hand when they are those of the lockfile', () => {
  mkdirSync(join(checkout, 'node_modules'));
  cpSync(join(checkout, 'package-lock.json'), join(checkout, 'node_modules', '.package-lock.json'));
  expect(bootstrap(['start']).status).toBe(0);
  expect(installs()).toBe(0);
});

test('a start leaves out what only tests need, the tests then fetch the whole, and a start after them fetches nothing', () => {
  const asked = (): string[] => readFileSync(join(checkout, 'npm-was-asked'), 'utf8').trim().split('\n');
  bootstrap(['start']);
  expect(asked()).toEqual([expect.stringContaining('--omit=dev')]);
  bootstrap(['test']);
  expect(asked()).toEqual([expect.anything(), expect.not.stringContaining('--omit=dev')]);
  bootstrap(['start']);
  bootstrap(['test']);
  expect(installs()).toBe(2);
});

test('a failed installation is not taken for a finished one', () => {
  const failed = bootstrap(['start'], { NPM_ENDS_WITH: '7' });
  expect(failed.status).toBe(1);
  expect(failed.stderr).toContain('npm install failed with 7');
  bootstrap(['start']);
  expect(installs()).toBe(2);
});

test.each([
  { mode: 'start', args: [], seen: [] },
  { mode: 'demo', args: [], seen: ['demo'] },
  { mode: 'test', args: [], seen: [] },
  { mode: 'santun', args: ['explain', 'JKM-1'], seen: ['explain', 'JKM-1'] },
])('$mode runs its program in UTC with its arguments and keeps standard output for it', ({ mode, args, seen }) => {
  const { stdout } = bootstrap([mode, ...args]);
  expect(JSON.parse(stdout)).toEqual([seen, 'UTC', '1']);
});

test('hands on the exit code of the program', () => {
  writeFileSync(join(checkout, 'stack', 'test.ts'), 'process.exit(3);\n');
  expect(bootstrap(['test']).status).toBe(3);
});

test('an unknown mode is answered with the known ones', () => {
  const { status, stderr } = bootstrap(['strat']);
  expect(status).toBe(1);
  expect(stderr).toContain('start | demo | test | santun');
});
