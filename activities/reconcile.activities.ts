import { cancellationSignal, heartbeat, log } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { ReconciliationCasesStore } from '#adapters/mongo/reconciliation-cases-store.ts';
import { bankDayOf, daysToReconcile, isOver } from '#domain/money/reconciliation/bank-day.ts';
import { addDays, type Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { createReconcileDay, type DayCounts, type ReconcileDayDeps } from './reconcile-day.ts';

export type ReconcileDeps = ReconcileDayDeps & {
  readonly reconciliationCases: Pick<ReconciliationCasesStore, 'openDays'>;
  readonly now: () => Instant;
};

const DAYS_BACK = 90;

export function createReconcileActivities(deps: ReconcileDeps) {
  const { reconciliations, reconciliationCases, now } = deps;
  const reconcile = createReconcileDay(deps);
  return {
    /** The days a nightly run has to do, in the order in which to do them. */
    async findDaysToReconcile(): Promise<readonly Day[]> {
      const since = addDays(bankDayOf(now()), -DAYS_BACK);
      const [done, open] = await Promise.all([reconciliations.daysDone(since), reconciliationCases.openDays(since)]);
      return daysToReconcile(done, open, now());
    },

    /** Matches one banking day that is over. May run any number of times. */
    async reconcileDay(day: Day): Promise<DayCounts> {
      if (!isOver(day, now())) throw ApplicationFailure.nonRetryable(`the bank's day ${day} is not over`, 'day-not-over');
      const counts = await reconcile(day, () => {
        cancellationSignal().throwIfAborted();
        heartbeat();
      });
      if (counts.differences > 0) log.warn('reconciliation found differences', { day, counts });
      return counts;
    },
  };
}
