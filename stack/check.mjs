// `npm run check`: everything that needs no servers. Under a minute, or nobody will run it.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, modernNode, NODE_FLAGS, processEnv } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function main() {
  await ensureInstalled(root, (line) => console.error(line), { withTests: true });
  const startedAt = performance.now();
  const args = [...NODE_FLAGS, join(root, 'stack', 'checks.ts')];
  const { status } = spawnSync(modernNode(root), args, { cwd: root, stdio: 'inherit', env: processEnv() });
  console.log(`check: ${status === 0 ? 'all good' : 'failed'} in ${seconds(startedAt)}`);
  return status ?? 1;
}

try {
  process.exit(await main());
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
