import type { Client } from '@temporalio/client';
import { countActions } from './actions.ts';

export type HistoryCost = { readonly actions: number; readonly events: number };

/** What one execution cost together with the children it started. */
export async function costOf(client: Client, workflowId: string): Promise<HistoryCost> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const own = { actions: countActions(events ?? []), events: events?.length ?? 0 };
  const children = (events ?? []).flatMap(
    ({ childWorkflowExecutionStartedEventAttributes: started }) => started?.workflowExecution?.workflowId ?? [],
  );
  const costs = await Promise.all(children.map((child) => costOf(client, child)));
  return costs.reduce((sum, cost) => ({ actions: sum.actions + cost.actions, events: sum.events + cost.events }), own);
}

/** The mean over the executions named. */
export async function meanCost(client: Client, workflowIds: readonly string[]): Promise<HistoryCost> {
  const costs = await Promise.all(workflowIds.map((id) => costOf(client, id)));
  const mean = (pick: (cost: HistoryCost) => number): number => costs.reduce((sum, cost) => sum + pick(cost), 0) / costs.length;
  return { actions: mean((cost) => cost.actions), events: mean((cost) => cost.events) };
}
