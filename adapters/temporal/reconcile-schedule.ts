import { type Client, ScheduleAlreadyRunning, type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';
import { RECONCILE_WORKFLOW, reconcileScheduleId, type TaskQueues } from '#workflows/workflow-ids.ts';

/** One start makes good for every day missed, so of several missed starts one is enough. */
const CATCHUP_WINDOW = '1 day';
const ZONE = 'Asia/Makassar';

/** `at` is the wall clock of NTT, `HH:MM`. Any number of processes may do so, at every start. */
export async function keepReconcileSchedule(client: Client, queues: TaskQueues, at: string): Promise<void> {
  const wanted = scheduleOf(queues, at);
  try {
    await client.schedule.create(wanted);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const { spec, action, policies } = wanted;
    // Its state is kept: a schedule that somebody paused stays paused until somebody resumes it.
    await client.schedule.getHandle(wanted.scheduleId).update(({ state }) => ({ spec, action, state, ...(policies ? { policies } : {}) }));
  }
}

function scheduleOf(queues: TaskQueues, at: string): ScheduleOptions {
  const scheduleId = reconcileScheduleId(queues);
  const [hour, minute] = [Number(at.slice(0, 2)), Number(at.slice(3))];
  return {
    scheduleId,
    spec: { calendars: [{ hour, minute }], timezone: ZONE },
    action: { type: 'startWorkflow', workflowType: RECONCILE_WORKFLOW, workflowId: scheduleId, taskQueue: queues.sweeper, args: [] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: CATCHUP_WINDOW },
  };
}
