import { type Client, ScheduleAlreadyRunning, type ScheduleOptions } from '@temporalio/client';

/** Makes a schedule, or brings the one that is there up to date. Any number of processes may do so, at every start. */
export async function keepSchedule(client: Client, wanted: ScheduleOptions): Promise<void> {
  try {
    await client.schedule.create(wanted);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const { spec, action, policies } = wanted;
    // Its state is kept: a schedule that somebody paused stays paused until somebody resumes it.
    await client.schedule.getHandle(wanted.scheduleId).update(({ state }) => ({ spec, action, state, ...(policies ? { policies } : {}) }));
  }
}
