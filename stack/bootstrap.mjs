// The door of `npm start`, `npm test`, `npm run demo` and `npm run santun`: works on a fresh checkout, before anything is installed.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, modernNode, NODE_FLAGS, runInForeground } from './install.mjs';

const ENTRIES = { start: 'stack/start.ts', demo: 'stack/start.ts', test: 'stack/test.ts', santun: 'workers/santun.ts' };

async function main() {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const [mode = '', ...rest] = process.argv.slice(2);
  const entry = ENTRIES[mode];
  if (entry === undefined) throw new Error(`Say what to run: node stack/bootstrap.mjs ${Object.keys(ENTRIES).join(' | ')}`);
  // Standard output belongs to the program: `npm run santun` may be piped.
  await ensureInstalled(root, (line) => console.error(line), { withTests: mode === 'test' });
  const args = mode === 'demo' ? ['demo', ...rest] : rest;
  return runInForeground(modernNode(root), [...NODE_FLAGS, join(root, entry), ...args], root);
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
