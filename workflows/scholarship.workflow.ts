import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { condition, ParentClosePolicy, proxyActivities, setHandler, sleep, startChild } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { ScholarshipOrder } from '#activities/scholarship.activities.ts';
import { RECORDING } from './lib/activity-options.ts';
import { Alarm } from './lib/alarm.ts';
import { type ScholarshipInput, wakeScholarship } from './messages.ts';
import { payoutWorkflowId } from './workflow-ids.ts';

const { advanceYear } = proxyActivities<Activities>(RECORDING);

/**
 * One school year of one child, from the question for its proof until it is paid or written down why not. It holds no state of its own: what
 * people and the bank said is in the child's journal, and each turn asks there what comes next. The years before and after are other workflows.
 */
export async function scholarship({ entitlementId, schoolYear, opensAt, payoutsQueue }: ScholarshipInput): Promise<void> {
  const alarm = new Alarm();
  setHandler(wakeScholarship, () => alarm.ring());
  if (opensAt > Date.now()) await sleep(opensAt - Date.now());
  for (;;) {
    alarm.take();
    const step = await advanceYear({ entitlementId, schoolYear, at: Date.now() });
    if (step.order) await startPayout(step.order, payoutsQueue);
    if (step.isSettled && !alarm.rang) return;
    alarm.setFor(step.nextAt);
    await condition(() => alarm.rang);
  }
}

/** It outlives the year and may already run from an earlier turn: its id is its key. */
async function startPayout(order: ScholarshipOrder, taskQueue: string): Promise<void> {
  try {
    await startChild('payout', {
      workflowId: payoutWorkflowId(order.payout.payoutId, order.payout.issue),
      taskQueue,
      args: [order],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
