import { randomUUID } from 'node:crypto';
import type { TemporalConnection } from '#adapters/temporal/connection.ts';

/** Lets this much of a workflow's own time pass, on the real server; resolves when it has. Other workflows and the wall clock do not notice. */
export async function fastForward({ client }: TemporalConnection, workflowId: string, ms: number): Promise<void> {
  const { workflowService } = client;
  const { namespace } = client.options;
  const id = randomUUID();
  const workflowExecution = { workflowId };
  const duration = { seconds: Math.floor(ms / 1_000) as never, nanos: (ms % 1_000) * 1_000_000 };
  await workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    updateMask: { paths: ['time_skipping_config'] },
    workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration } } },
  });
  await workflowService.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution, fastForwardId: id });
}
