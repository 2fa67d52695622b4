import { readIdentityEnv } from './env.ts';
import { startIdentity } from './start.ts';

const identity = await startIdentity(readIdentityEnv());

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void identity.close().then(() => process.exit(0)));
}
process.stdout.write(`${JSON.stringify({ ready: true, url: identity.issuer })}\n`);
