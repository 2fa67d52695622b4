import { readBankEnv } from './env.ts';
import { startBank } from './start.ts';

const bank = await startBank(readBankEnv());

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void bank.close().then(() => process.exit(0)));
}
process.stdout.write(`${JSON.stringify({ ready: true, url: bank.url })}\n`);
