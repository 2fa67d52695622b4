import type { Client } from '@temporalio/client';
import type { TaskQueues } from '#workflows/workflow-ids.ts';

/** The server itself says so of a workflow whose task has failed, or not ended in time, several times in a row. */
const PROBLEMS = "TemporalReportedProblems IN ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')";

/** Workflows of ours that run and cannot go on: every try to work on them fails. At most `limit`. */
export async function failingIds(client: Client, { claims, payouts }: TaskQueues, limit = 1_000): Promise<readonly string[]> {
  const query = `${PROBLEMS} AND ExecutionStatus = 'Running' AND TaskQueue IN ('${claims}', '${payouts}')`;
  const failing: string[] = [];
  for await (const { workflowId } of client.workflow.list({ query, pageSize: 100 })) {
    failing.push(workflowId);
    if (failing.length >= limit) break;
  }
  return failing;
}
