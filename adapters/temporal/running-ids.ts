import type { Client } from '@temporalio/client';

/** Which of these run, by one question to Temporal's index, which lags. Our ids are plain words without quotes. */
export async function runningIds(client: Client, workflowIds: readonly string[]): Promise<ReadonlySet<string>> {
  const running = new Set<string>();
  if (workflowIds.length === 0) return running;
  const query = `WorkflowId IN (${workflowIds.map((id) => `'${id}'`).join(', ')}) AND ExecutionStatus = 'Running'`;
  for await (const { workflowId } of client.workflow.list({ query, pageSize: workflowIds.length })) running.add(workflowId);
  return running;
}
