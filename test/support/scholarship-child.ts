import { createScholarshipActivities } from '#activities/scholarship.activities.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import { startWorker } from '#adapters/temporal/worker.ts';
import { taskQueues } from '#workflows/workflow-ids.ts';

/** A claims worker in a process of its own, to be killed: it records the first turn of a year, says so, and never answers. */
export type ScholarshipChildSettings = {
  readonly address: string;
  readonly mongoUrl: string;
  readonly prefix: string;
  readonly workflowsPath: string;
};

async function main(): Promise<void> {
  const { address, mongoUrl, prefix, workflowsPath } = JSON.parse(process.argv[2] ?? '{}') as ScholarshipChildSettings;
  const stores = createStores(await connectMongo(mongoUrl), { personKey: 'unused-here' });
  const { advanceYear } = createScholarshipActivities(stores);
  const activities = {
    async advanceYear(year: Parameters<typeof advanceYear>[0]): Promise<void> {
      await advanceYear(year);
      process.send?.('recorded');
      await new Promise(() => undefined);
    },
  };
  await startWorker({ address, namespace: 'default', taskQueue: taskQueues(prefix).claims, workflowsPath, activities });
}

process.on('disconnect', () => process.exit());
void main();
