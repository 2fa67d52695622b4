import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOnce, cacheRoot } from '#stack/cache.ts';
import { createProgress } from '#stack/progress.ts';
import { realNow } from '../support/real-clock.ts';

let folder: string;
let target: string;
const progress = createProgress('test', () => undefined);
let builds: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'santun-cache-'));
  target = join(folder, 'server-1.0');
  builds = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => progress.close());

async function build(into: string): Promise<void> {
  builds += 1;
  mkdirSync(into);
  await new Promise((resolve) => setImmediate(resolve));
  writeFileSync(join(into, 'binary'), 'whole');
}

test('a server is built once and then taken from the cache', async () => {
  await buildOnce(target, progress, build);
  await buildOnce(target, progress, build);
  expect(builds).toBe(1);
  expect(readFileSync(join(target, 'binary'), 'utf8')).toBe('whole');
});

test('two runs at once build it once, and both get the whole of it', async () => {
  const folders = await Promise.all([buildOnce(target, progress, build), buildOnce(target, progress, build)]);
  expect(folders).toEqual([target, target]);
  expect(builds).toBe(1);
});

test('a build that fails leaves nothing that could be taken for a server, and the next run builds again', async () => {
  const broken = async (into: string): Promise<void> => {
    mkdirSync(into);
    throw new Error('no network');
  };
  await expect(buildOnce(target, progress, broken)).rejects.toThrow('no network');
  expect(existsSync(target)).toBe(false);
  await buildOnce(target, progress, build);
  expect(readdirSync(folder)).toEqual(['server-1.0']);
});

test('what a killed run left behind is swept, and its lock holds nobody up', async () => {
  mkdirSync(`${target}.building-1`);
  writeFileSync(`${target}.lock`, '1');
  const longAgo = new Date(realNow() - 3_600_000);
  utimesSync(`${target}.lock`, longAgo, longAgo);
  await buildOnce(target, progress, build);
  expect(builds).toBe(1);
  expect(readdirSync(folder)).toEqual(['server-1.0']);
});

test('the cache lies where XDG_CACHE_HOME says, else under the home folder', () => {
  expect(cacheRoot({ XDG_CACHE_HOME: '/elsewhere' })).toBe('/elsewhere/santun');
  expect(cacheRoot({ XDG_CACHE_HOME: '' })).toMatch(/\.cache\/santun$/);
});
