import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { CalendarVersion } from '#domain/time/calendar/pack.ts';
import { CALENDAR_ROLLOUT_WORKFLOW, calendarRolloutId, type TaskQueues } from '#workflows/workflow-ids.ts';

export type CalendarRollouts = ReturnType<typeof createCalendarRollouts>;

export function createCalendarRollouts(client: Client, queues: Pick<TaskQueues, 'claims'>) {
  return {
    /** Once per version, however often it is asked; one that failed or was ended by hand may be started again. */
    async start(calendar: CalendarVersion): Promise<void> {
      try {
        await client.workflow.start(CALENDAR_ROLLOUT_WORKFLOW, {
          workflowId: calendarRolloutId(calendar),
          taskQueue: queues.claims,
          args: [{ calendar }],
          workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
        });
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    },
  };
}
