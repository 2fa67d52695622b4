import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDERS, ROOT, sourceFiles } from './cruise.ts';
import { findingsIn, type Habit } from './scan.ts';

const scanned = (paths: readonly string[]) =>
  paths.flatMap((file) => findingsIn(file, readFileSync(join(ROOT, file), 'utf8')).map((finding) => ({ file, ...finding })));
const files = FOLDERS.flatMap((folder) => sourceFiles(ROOT, folder));
const findings = scanned(files);
const testFiles = sourceFiles(ROOT, 'test');
const findingsInTests = scanned(testFiles);

function where(habit: Habit, allowed: RegExp, among = findings): readonly string[] {
  const guilty = among.filter((finding) => finding.habit === habit && !allowed.test(finding.file));
  return guilty.map(({ file, line, code }) => `${file}:${line} ${code}`);
}

const NOWHERE = /^$/;
const WINGS = ['claim', 'format', 'law', 'money', 'people', 'scholarship', 'time'];
const MAY_READ_ENVIRONMENT = /^(config\/env\.ts$|sandbox\/[^/]+\/env\.ts$|(stack|bench)\/)/;
/** Workflows, where Temporal makes it safe, and the doors. How long something takes is asked of `performance.now()`, which nobody sets. */
const MAY_READ_CLOCK =
  /^(workflows|adapters|api|cli|boot|web|workers|bench)\/|^sandbox\/(bank|identity)\/start\.ts$|^stack\/(start|live-feed|health|cache)\.ts$/;
const CLOCK_OF_TESTS = /^test\/support\/real-clock\.ts$/;
const MAY_USE_CHANCE = /^(?!(domain|schemas|workflows|activities|locales|config)\/)/;

/** Rooms that have names; bench and test are reached by nobody and have none. */
const NAMED = files.filter((file) => !file.startsWith('bench/'));

describe('one way to write an import', () => {
  test('a neighbour in the same folder is `./…`, everybody else is called by the name of the room', () => {
    const upwards = NAMED.filter((file) => /(?:from|import)\s*\(?\s*'\.\.\//.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(upwards).toEqual([]);
  });
});

describe('the wings of the domain', () => {
  test('are these; what all of them use lies at the door', () => {
    const inside = readdirSync(join(ROOT, 'domain'), { withFileTypes: true });
    expect(inside.filter((entry) => entry.isDirectory()).map(({ name }) => name)).toEqual(WINGS);
  });
});

describe('habits which no type and no wall would stop', () => {
  test('no code asks for the local time, the zone or the language of the machine it runs on', () => {
    expect(where('local-time', NOWHERE)).toEqual([]);
  });

  test('environment variables are read in config/env.ts, by the parts of the sandbox for themselves, and by what tries things', () => {
    expect(where('environment', MAY_READ_ENVIRONMENT)).toEqual([]);
  });

  test('rules, schemas, activities, texts, the sandbox and the stack are told what time it is', () => {
    expect(where('clock', MAY_READ_CLOCK)).toEqual([]);
  });

  test('no test knows what day it is: what needs the real clock asks test/support/real-clock.ts, and the rest of its story follows', () => {
    expect(where('clock', CLOCK_OF_TESTS, findingsInTests)).toEqual([]);
    expect(testFiles.length).toBeGreaterThan(200);
    expect(findingsInTests.filter(({ file }) => CLOCK_OF_TESTS.test(file)).map(({ habit }) => habit)).toContain('clock');
  });

  test('rules, workflows and activities leave nothing to chance: ids follow from what they name', () => {
    expect(where('chance', MAY_USE_CHANCE)).toEqual([]);
  });

  test('the scan read the whole tree and finds what is there on purpose', () => {
    expect(files.length).toBeGreaterThan(200);
    const inEnv = findings.filter(({ file }) => file === 'config/env.ts').map(({ habit }) => habit);
    expect(new Set(inEnv)).toEqual(new Set(['environment']));
    expect(findings.filter(({ file }) => file.startsWith('workflows/')).map(({ habit }) => habit)).toContain('clock');
  });
});

describe('the scan itself', () => {
  test.each<[string, readonly Habit[]]>([
    ['date.getHours()', ['local-time']],
    ['date\n  .getDate()', ['local-time']],
    ['date?.getDay()', ['local-time']],
    ["date['getMonth']()", ['local-time']],
    ['const read = date.getFullYear', ['local-time']],
    ['date.getTimezoneOffset()', ['local-time']],
    ["amount.toLocaleString('id-ID')", ['local-time']],
    ['date.setHours(0)', ['local-time']],
    ['new Date(2026, 0, 31)', ['local-time']],
    ['new Date()', ['clock']],
    ['new Date', ['clock']],
    ['Date()', ['clock']],
    ['Date.now()', ['clock']],
    ['f({ now: Date.now })', ['clock']],
    ['Math.random()', ['chance']],
    ['process.env.A', ['environment']],
    ["process['env']", ['environment']],
    ['globalThis.process.env', ['environment']],
    ['const { env } = process', ['environment']],
    ["import { env as e } from 'node:process'", ['environment']],
    ['date.getUTCHours() + new Date(0).getUTCDate() + Date.UTC(2026, 0, 1)', []],
    ['// Date.now() and process.env\nconst text = "new Date() and getHours()"', []],
    ['settings.env + process.pid', []],
  ])('in `%s` finds %j', (code, habits) => {
    expect(findingsIn('planted.ts', code).map(({ habit }) => habit)).toEqual(habits);
  });
});
