import { ActivityFailure, log, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { RECONCILING } from './lib/activity-options.ts';

const { findDaysToReconcile, reconcileDay } = proxyActivities<Activities>(RECONCILING);

/**
 * Matches banking days with the bank's statements, oldest first. A schedule starts it without days (adapters/temporal/reconcile-schedule.ts)
 * for all that are missing; a person with the day asked for. A day the bank stays silent about is left to the next run, and does not hold up
 * the others.
 */
export async function reconcile(asked?: readonly Day[]): Promise<void> {
  for (const day of asked ?? (await findDaysToReconcile())) {
    try {
      await reconcileDay(day);
    } catch (error) {
      if (asked || !(error instanceof ActivityFailure)) throw error;
      log.warn('a banking day could not be matched', { day });
    }
  }
}
