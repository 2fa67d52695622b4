import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bundle, bundleOf, strangersIn } from './bundle.ts';
import { PLANTED, ROOT } from './cruise.ts';

const BUNDLE_LIMIT_MS = 60_000;

describe('the workflow bundle', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await bundleOf(join(ROOT, 'workflows', 'index.ts'), ROOT);
    process.stdout.write(`workflow bundle: ${Math.round(bundle.codeBytes / 1024)} KB of code, ${bundle.sources.length} files\n`);
  }, BUNDLE_LIMIT_MS);

  test('carries the claim workflow and the rules it runs', () => {
    expect(bundle.sources).toEqual(expect.arrayContaining(['workflows/claim.workflow.ts', 'domain/claim/decide.ts']));
  });

  test('carries no zod, no texts, no adapters, no calendar tables: only workflows, domain and what Temporal brings', () => {
    expect(strangersIn(bundle.sources)).toEqual([]);
  });

  test('exports exactly the workflows which workflows/index.ts lists', () => {
    const list = readFileSync(join(ROOT, 'workflows', 'index.ts'), 'utf8');
    const listed = [...list.matchAll(/^export \{([^}]+)\} from '\.\/[\w-]+\.workflow\.ts';$/gm)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    );
    expect(listed).not.toEqual([]);
    expect(Object.keys(bundle.workflows).toSorted()).toEqual(listed.toSorted());
    expect(Object.values(bundle.workflows).map((workflow) => typeof workflow)).toEqual(listed.map(() => 'function'));
  });

  test('leaves out no *.workflow.ts file', () => {
    const files = readdirSync(join(ROOT, 'workflows')).filter((name) => name.endsWith('.workflow.ts'));
    expect(files.filter((name) => !bundle.sources.includes(`workflows/${name}`))).toEqual([]);
  });
});

describe('the check of the bundle', () => {
  test(
    'finds zod in a bundle that carries it',
    async () => {
      const { sources } = await bundleOf(join(PLANTED, 'workflows', 'workflows-use-temporal-only.ts'), PLANTED);
      expect(strangersIn(sources).some((source) => source.includes('node_modules/zod/'))).toBe(true);
    },
    BUNDLE_LIMIT_MS,
  );

  test(
    'sees a Node built-in: the bundler refuses it',
    async () => {
      await expect(bundleOf(join(PLANTED, 'workflows', 'workflows-import-domain.ts'), PLANTED)).rejects.toThrow(
        /Webpack|disallowed modules/,
      );
    },
    BUNDLE_LIMIT_MS,
  );

  test.each(['adapters/bank/port.ts', 'locales/id.json', 'schemas/events/shared.ts', 'domain/time/calendar/packs/ntt-2026.ts'])(
    'calls %s a stranger',
    (source) => {
      expect(strangersIn(['workflows/claim.workflow.ts', source])).toEqual([source]);
    },
  );
});
