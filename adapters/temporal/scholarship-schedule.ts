import { type Client, type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { SCHOLARSHIP_YEARS_WORKFLOW } from '#workflows/messages.ts';
import { scholarshipScheduleId, type TaskQueues } from '#workflows/workflow-ids.ts';
import { keepSchedule } from './keep-schedule.ts';

/** One pass makes good for every one that was missed. */
const CATCHUP_WINDOW = '1 day';
const ZONE = 'Asia/Makassar';

/** On the first day of the school year, and every day for what was missed or is new. Any number of processes may keep it, at every start. */
export async function keepScholarshipSchedule(client: Client, queues: TaskQueues, at: string): Promise<void> {
  await keepSchedule(client, scheduleOf(queues, at));
}

function scheduleOf(queues: TaskQueues, at: string): ScheduleOptions {
  const scheduleId = scholarshipScheduleId(queues);
  const { startMonth, startDay } = withSwitches()['scholarship.year'];
  const [hour, minute] = [Number(at.slice(0, 2)), Number(at.slice(3))];
  // The schedule's own number of a month is a name in the client's types.
  const month = MONTHS[startMonth - 1] ?? 'JULY';
  return {
    scheduleId,
    spec: {
      calendars: [
        { month, dayOfMonth: startDay, hour: 0, minute: 5, comment: 'hari pertama tahun ajaran' },
        { hour, minute, comment: 'setiap hari' },
      ],
      timezone: ZONE,
    },
    action: {
      type: 'startWorkflow',
      workflowType: SCHOLARSHIP_YEARS_WORKFLOW,
      workflowId: scheduleId,
      taskQueue: queues.sweeper,
      args: [],
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: CATCHUP_WINDOW },
  };
}

const MONTHS = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
] as const;
