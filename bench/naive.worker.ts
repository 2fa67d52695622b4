import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installRuntime, startWorker } from '#adapters/temporal/worker.ts';

/** The baseline's worker: Santun's own worker options over workflows and activities that do nothing. */
installRuntime((level, message, fields) => process.stdout.write(`${level} ${message} ${JSON.stringify(fields)}\n`));
const reminders = process.argv[3];
const worker = await startWorker({
  address: process.env.SANTUN_TEMPORAL_ADDRESS ?? '',
  namespace: 'default',
  taskQueue: process.argv[2] ?? '',
  workflowsPath: fileURLToPath(new URL('./naive.workflow.ts', import.meta.url)),
  activities: {
    step: async (n: number) => n,
    remind: async (id: string, lateMs: number) => {
      if (reminders !== undefined) appendFileSync(reminders, `${id} ${lateMs}\n`);
    },
  },
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void worker.stop());
process.stdout.write('{"ready":true}\n');
await worker.done;
process.exit(0);
