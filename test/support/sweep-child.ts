import { createSweepActivities } from '#activities/sweep.activities.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import { createClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import { connectTemporal } from '#adapters/temporal/connection.ts';
import { createPayoutGateway } from '#adapters/temporal/payout-gateway.ts';
import { startWorker } from '#adapters/temporal/worker.ts';
import { taskQueues } from '#workflows/workflow-ids.ts';
import { realNow } from './real-clock.ts';

/** A sweeper in a process of its own, to be killed: it reads `batches` batches of two claims, says so, and waits for its end. */
export type SweepChildSettings = {
  readonly address: string;
  readonly mongoUrl: string;
  readonly prefix: string;
  readonly workflowsPath: string;
  readonly batches: number;
};
export const CHILD_HOLDS = 'holding';

async function main(): Promise<void> {
  const { address, mongoUrl, prefix, workflowsPath, batches } = JSON.parse(process.argv[2] ?? '{}') as SweepChildSettings;
  const stores = createStores(await connectMongo(mongoUrl), { personKey: 'unused-here' });
  const temporal = await connectTemporal(address, 'default');
  const queues = taskQueues(prefix);
  async function* openClaims(after?: string) {
    let read = 0;
    for await (const batch of stores.claims.openClaims(after, 2)) {
      if (read === batches) {
        process.send?.(CHILD_HOLDS);
        await new Promise(() => undefined);
      }
      read += 1;
      yield batch;
    }
  }
  const activities = createSweepActivities({
    ...stores,
    claims: { ...stores.claims, openClaims },
    running: createClaimGateway(temporal.client, queues),
    payments: createPayoutGateway(temporal.client, queues),
    now: realNow,
  });
  await startWorker({ address, namespace: 'default', taskQueue: queues.sweeper, workflowsPath, activities });
}

process.on('disconnect', () => process.exit());
void main();
