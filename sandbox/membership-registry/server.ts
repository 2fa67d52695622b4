import { readMembershipRegistryEnv } from './env.ts';
import { startMembershipRegistry } from './start.ts';

const registry = await startMembershipRegistry(readMembershipRegistryEnv());

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void registry.close().then(() => process.exit(0)));
}
process.stdout.write(`${JSON.stringify({ ready: true, url: registry.url })}\n`);
