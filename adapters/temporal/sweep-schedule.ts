import { type Client, type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';
import { SWEEP_WORKFLOW } from '#workflows/messages.ts';
import { sweepScheduleId, type TaskQueues } from '#workflows/workflow-ids.ts';
import { keepSchedule } from './keep-schedule.ts';

/** Passes missed for longer than this are not made up for: the next one sees everything they would have seen. */
const CATCHUP_WINDOW = '1 minute';

/** Makes the schedule of the sweeper, or brings the one that is there up to date. Any number of processes may do so, at every start. */
export async function keepSweepSchedule(client: Client, queues: TaskQueues, everyMs: number): Promise<void> {
  await keepSchedule(client, scheduleOf(queues, everyMs));
}

function scheduleOf(queues: TaskQueues, everyMs: number): ScheduleOptions {
  const scheduleId = sweepScheduleId(queues);
  return {
    scheduleId,
    spec: { intervals: [{ every: everyMs }] },
    action: { type: 'startWorkflow', workflowType: SWEEP_WORKFLOW, workflowId: scheduleId, taskQueue: queues.sweeper, args: [] },
    // A pass that takes longer than the interval is the pass of the next turn too.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: CATCHUP_WINDOW },
  };
}
