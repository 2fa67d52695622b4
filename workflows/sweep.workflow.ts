import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { SweepCounts } from '#activities/sweep-counts.ts';
import { SWEEPING } from './lib/activity-options.ts';

const { sweepDeadlines } = proxyActivities<Activities>(SWEEPING);

/** One pass over every open claim; a schedule starts it (adapters/temporal/sweep-schedule.ts). */
export async function sweep(): Promise<SweepCounts> {
  return sweepDeadlines();
}
