import { readMessagesEnv } from './env.ts';
import { startMessages } from './start.ts';

const provider = await startMessages(readMessagesEnv());

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void provider.close().then(() => process.exit(0)));
}
process.stdout.write(`${JSON.stringify({ ready: true, url: provider.url })}\n`);
