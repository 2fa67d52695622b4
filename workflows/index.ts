/** The bundle's public list: what workers register. */
export { calendarRollout } from './calendar-rollout.workflow.ts';
export { claim } from './claim.workflow.ts';
export { payout } from './payout.workflow.ts';
export { reconcile } from './reconcile.workflow.ts';
export { scholarship } from './scholarship.workflow.ts';
export { scholarshipYears } from './scholarship-years.workflow.ts';
export { sweep } from './sweep.workflow.ts';
