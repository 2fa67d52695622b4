import { readCivilRegistryEnv } from './env.ts';
import { startCivilRegistry } from './start.ts';

const registry = await startCivilRegistry(readCivilRegistryEnv());

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void registry.close().then(() => process.exit(0)));
}
process.stdout.write(`${JSON.stringify({ ready: true, url: registry.url })}\n`);
