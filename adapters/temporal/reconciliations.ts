import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { within } from '#adapters/within.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { RECONCILE_WORKFLOW, reconcileDayId, type TaskQueues } from '#workflows/workflow-ids.ts';

export type Reconciliations = ReturnType<typeof createReconciliations>;

/** Runs of single days, asked for by people. */
export function createReconciliations(client: Client, queues: Pick<TaskQueues, 'sweeper'>) {
  return {
    /** Starts the run of a day, or joins the one that is under way, and waits for its end. `waiting` after so long without one. */
    async run(day: Day, patienceMs: number): Promise<'done' | 'waiting'> {
      const workflowId = reconcileDayId(queues, day);
      try {
        await client.workflow.start(RECONCILE_WORKFLOW, { workflowId, taskQueue: queues.sweeper, args: [[day]] });
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
      const ended = client.workflow.getHandle(workflowId).result();
      return within(
        ended.then(() => 'done' as const),
        patienceMs,
        () => 'waiting' as const,
      );
    },
  };
}
