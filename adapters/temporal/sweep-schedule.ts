import { type Client, ScheduleAlreadyRunning, type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';
import { SWEEP_WORKFLOW } from '#workflows/messages.ts';
import { sweepScheduleId, type TaskQueues } from '#workflows/workflow-ids.ts';

/** Passes missed for longer than this are not made up for: the next one sees everything they would have seen. */
const CATCHUP_WINDOW = '1 minute';

/** Makes the schedule of the sweeper, or brings the one that is there up to date. Any number of processes may do so, at every start. */
export async function keepSweepSchedule(client: Client, queues: TaskQueues, everyMs: number): Promise<void> {
  const wanted = scheduleOf(queues, everyMs);
  try {
    await client.schedule.create(wanted);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const { spec, action, policies } = wanted;
    // Its state is kept: a schedule that somebody paused stays paused until somebody resumes it.
    await client.schedule.getHandle(wanted.scheduleId).update(({ state }) => ({ spec, action, state, ...(policies ? { policies } : {}) }));
  }
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
