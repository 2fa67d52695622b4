import { type CalendarDeps, createCalendarActivities } from './calendar.activities.ts';
import { type ChecksDeps, createCheckActivities } from './checks.activities.ts';
import { createPayoutActivities, type PayoutDeps } from './payout.activities.ts';
import { createReconcileActivities, type ReconcileDeps } from './reconcile.activities.ts';
import { createRecordActivities, type RecordDeps } from './record.activities.ts';
import { createScholarshipActivities, type ScholarshipDeps } from './scholarship.activities.ts';
import { createScholarshipYearsActivities, type ScholarshipYearsDeps } from './scholarship-years.activities.ts';
import { createSweepActivities, type SweepDeps } from './sweep.activities.ts';

/** Everything workflows may ask for, made from real things at the door of a process. */
export function createActivities(
  deps: RecordDeps & PayoutDeps & SweepDeps & CalendarDeps & ChecksDeps & ReconcileDeps & ScholarshipDeps & ScholarshipYearsDeps,
) {
  return {
    ...createRecordActivities(deps),
    ...createPayoutActivities(deps),
    ...createSweepActivities(deps),
    ...createCalendarActivities(deps),
    ...createCheckActivities(deps),
    ...createReconcileActivities(deps),
    ...createScholarshipActivities(deps),
    ...createScholarshipYearsActivities(deps),
  };
}

export type Activities = ReturnType<typeof createActivities>;
