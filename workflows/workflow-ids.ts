import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { CalendarVersion } from '#domain/time/calendar/pack.ts';

/** Workflow ids are business keys, never random: the server itself then refuses a second execution. */
const CLAIM = 'claim:';
const PAYOUT = 'payout:';

export function claimWorkflowId(claimId: ClaimId): string {
  return `${CLAIM}${claimId}`;
}

export function claimIdOf(workflowId: string): ClaimId {
  return workflowId.slice(CLAIM.length) as ClaimId;
}

/** Whose workflow it is: a claim, or a payment of one. Of others, such as a school year, the id itself says it. */
export function subjectOf(workflowId: string): { readonly claimId: string; readonly payoutId?: string } {
  if (workflowId.startsWith(CLAIM)) return { claimId: claimIdOf(workflowId) };
  if (!workflowId.startsWith(PAYOUT)) return { claimId: workflowId };
  const payoutId = workflowId.slice(PAYOUT.length).replace(/:\d+$/, '');
  return { claimId: payoutId.split('.')[0] ?? payoutId, payoutId };
}

/** Each issue of a payout is an execution of its own; a later one exists only after the bank refused the earlier for good. */
export function payoutWorkflowId(payoutId: string, issue: number): string {
  return issue === 1 ? `payout:${payoutId}` : `payout:${payoutId}:${issue}`;
}

/** Type of the workflow that carries an activated calendar to the open claims. */
export const CALENDAR_ROLLOUT_WORKFLOW = 'calendarRollout';

/** A version is rolled out once. */
export function calendarRolloutId({ id, version }: CalendarVersion): string {
  return `calendar:${id}:${version}`;
}

/**
 * Claims and payouts are worked on by different processes, so that a slow bank never holds up a decision; so is the sweeper, which must be
 * well when they are not.
 */
export type TaskQueues = { readonly claims: string; readonly payouts: string; readonly sweeper: string };

export function taskQueues(prefix: string): TaskQueues {
  return { claims: `${prefix}-claims`, payouts: `${prefix}-payouts`, sweeper: `${prefix}-sweeper` };
}

/** One sweep for each installation on a server: the prefix of its queues tells them apart. */
export function sweepScheduleId({ sweeper }: Pick<TaskQueues, 'sweeper'>): string {
  return `sweep:${sweeper}`;
}

/** Type of the workflow that matches banking days with the bank's statements. */
export const RECONCILE_WORKFLOW = 'reconcile';

export function reconcileScheduleId({ sweeper }: Pick<TaskQueues, 'sweeper'>): string {
  return `reconcile:${sweeper}`;
}

/** The run of one day that somebody asked for. */
export function reconcileDayId({ sweeper }: Pick<TaskQueues, 'sweeper'>, day: string): string {
  return `reconcile:${sweeper}:${day}`;
}

/** A year taken up again, because proof came late or money came back, is another execution. */
export function scholarshipWorkflowId(entitlementId: string, { schoolYear, round }: { schoolYear: number; round: number }): string {
  const id = `scholarship:${entitlementId}:${schoolYear}`;
  return round === 1 ? id : `${id}:${round}`;
}

export function scholarshipScheduleId({ sweeper }: Pick<TaskQueues, 'sweeper'>): string {
  return `scholarships:${sweeper}`;
}
