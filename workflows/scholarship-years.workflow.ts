import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import { SWEEPING } from './lib/activity-options.ts';

const { startSchoolYears } = proxyActivities<Activities>(SWEEPING);

/** One pass over every child with a scholarship; a schedule starts it (adapters/temporal/scholarship-schedule.ts). */
export async function scholarshipYears(): Promise<number> {
  return startSchoolYears();
}
