import { connectTemporal } from '#adapters/temporal/connection.ts';
import { makeAllCurrent } from '#adapters/temporal/deployments.ts';
import { readEnv } from '#config/env.ts';
import { taskQueues } from '#workflows/workflow-ids.ts';

const WITHIN_MS = 60_000;

/** What `santun deploy` does, for a system that has just been started here. */
export async function deployWorkers(
  santun: Readonly<Record<string, string>>,
  deployments?: readonly (keyof ReturnType<typeof taskQueues>)[],
): Promise<void> {
  const env = readEnv(santun);
  if (env.SANTUN_WORKER_VERSIONING === 'off') return;
  const queues = taskQueues(env.SANTUN_TASK_QUEUE);
  const names = deployments ?? (Object.keys(queues) as (keyof typeof queues)[]);
  const temporal = await connectTemporal(env.SANTUN_TEMPORAL_ADDRESS, env.SANTUN_TEMPORAL_NAMESPACE);
  try {
    await makeAllCurrent(
      temporal,
      env.SANTUN_BUILD_ID,
      names.map((name) => queues[name]),
      { withinMs: WITHIN_MS },
    );
  } finally {
    await temporal.close();
  }
}
