import { basename } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { cruise, FOLDERS, PLANTED, ROOT, sourceFiles, violationsOf, wallRules } from './cruise.ts';

const CRUISE_LIMIT_MS = 60_000;
const rules = wallRules();

describe('the walls between the folders', () => {
  let tree: ICruiseResult;
  beforeAll(async () => {
    tree = await cruise(ROOT);
  }, CRUISE_LIMIT_MS);

  test('no file imports what its folder may not', () => {
    expect(violationsOf(tree)).toEqual([]);
  });

  test('the checker read the tree: with a TypeScript it does not know it would read nothing and be content', () => {
    expect(tree.summary.totalCruised).toBeGreaterThan(100);
    expect(tree.summary.totalDependenciesCruised ?? 0).toBeGreaterThan(tree.summary.totalCruised);
  });

  test.each(FOLDERS.filter((folder) => sourceFiles(ROOT, folder).length > 0))('every source file of %s was read', (folder) => {
    const visited = new Set(tree.modules.map(({ source }) => source));
    expect(sourceFiles(ROOT, folder).filter((file) => !visited.has(file))).toEqual([]);
  });

  test('every folder of the server has something to read', () => {
    const server = [
      ...['domain', 'schemas', 'workflows', 'activities', 'adapters', 'services', 'api', 'cli', 'boot', 'workers'],
      ...['config', 'sandbox', 'stack', 'bench'],
    ];
    expect(server.filter((folder) => !tree.modules.some(({ source }) => source.startsWith(`${folder}/`)))).toEqual([]);
  });
});

describe('the rules themselves, over a planted tree', () => {
  let planted: ICruiseResult;
  beforeAll(async () => {
    planted = await cruise(PLANTED);
  }, CRUISE_LIMIT_MS);

  test.each(rules.map(({ name }) => name))('%s fails exactly once, in the file named after it', (name) => {
    const offenders = planted.summary.violations.filter(({ rule }) => rule.name === name).map(({ from }) => basename(from, '.ts'));
    expect(offenders).toEqual([name]);
  });

  test('nothing fails that was not planted, so that what is allowed on purpose stays allowed', () => {
    expect(planted.summary.violations.map(({ rule }) => rule.name).toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
  });

  test.each(rules)('$name is an error and says why in a sentence', ({ name, comment }) => {
    expect(comment).toMatch(/^\S.{20,}\.$/);
    expect(planted.summary.violations.find(({ rule }) => rule.name === name)?.rule.severity).toBe('error');
  });
});
