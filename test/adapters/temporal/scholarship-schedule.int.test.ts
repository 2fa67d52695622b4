import { connectTemporal, type TemporalConnection } from '#adapters/temporal/connection.ts';
import { keepScholarshipSchedule } from '#adapters/temporal/scholarship-schedule.ts';
import { scholarshipScheduleId, taskQueues } from '#workflows/workflow-ids.ts';
import { freshName, testStack } from '../../support/stack.ts';

let temporal: TemporalConnection;
const queues = taskQueues(freshName('scholarships'));
beforeAll(async () => {
  temporal = await connectTemporal(testStack().temporalAddress, 'default');
});
afterAll(async () => {
  await temporal.client.schedule.getHandle(scholarshipScheduleId(queues)).delete();
  await temporal.close();
});

test('school years are looked for at their first hour and every day, and a pause by people outlasts a restart', async () => {
  await keepScholarshipSchedule(temporal.client, queues, '06:00');
  const schedule = temporal.client.schedule.getHandle(scholarshipScheduleId(queues));
  const { info } = await schedule.describe();
  const [first, second] = info.nextActionTimes.map((time) => time.getTime());
  // 06:00 in NTT is 22:00 UTC.
  const hours = info.nextActionTimes.map((time) => time.toISOString().slice(11, 16));
  expect(hours).toContain('22:00');
  expect((second ?? 0) - (first ?? 0)).toBeLessThanOrEqual(86_400_000);
  await schedule.pause('libur panjang');
  await keepScholarshipSchedule(temporal.client, queues, '07:30');
  const after = await schedule.describe();
  expect(after.state.paused).toBe(true);
  expect(after.spec.calendars?.map(({ hour, minute }) => [hour, minute])).toEqual(
    expect.arrayContaining([[expect.arrayContaining([expect.objectContaining({ start: 7 })]), expect.anything()]]),
  );
});
