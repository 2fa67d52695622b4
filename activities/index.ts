import { createPayoutActivities, type PayoutDeps } from './payout.activities.ts';
import { createRecordActivities, type RecordDeps } from './record.activities.ts';

/** Everything workflows may ask for, made from real things at the door of a process. */
export function createActivities(deps: RecordDeps & PayoutDeps) {
  return { ...createRecordActivities(deps), ...createPayoutActivities(deps) };
}

export type Activities = ReturnType<typeof createActivities>;
