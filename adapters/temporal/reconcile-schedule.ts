import { type Client, type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';
import { RECONCILE_WORKFLOW, reconcileScheduleId, type TaskQueues } from '#workflows/workflow-ids.ts';
import { keepSchedule } from './keep-schedule.ts';

/** One start makes good for every day missed, so of several missed starts one is enough. */
const CATCHUP_WINDOW = '1 day';
const ZONE = 'Asia/Makassar';

/** `at` is the wall clock of NTT, `HH:MM`. Any number of processes may do so, at every start. */
export async function keepReconcileSchedule(client: Client, queues: TaskQueues, at: string): Promise<void> {
  await keepSchedule(client, scheduleOf(queues, at));
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
