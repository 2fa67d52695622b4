import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { lookAgain, PAYOUT_WORKFLOW, type PayoutInput } from '#workflows/messages.ts';
import { payoutWorkflowId, type TaskQueues } from '#workflows/workflow-ids.ts';
import { isNotRunning } from './claim-gateway.ts';
import { runningIds } from './running-ids.ts';

/** One order, with everything its execution needs. */
export type Payment = PayoutInput;
export type PayoutGateway = ReturnType<typeof createPayoutGateway>;

/** How the rest of Santun speaks to running payments. */
export function createPayoutGateway(client: Client, queues: Pick<TaskQueues, 'payouts'>) {
  return {
    /** What held it may be gone. One that waits for nothing, or has ended, is left alone. */
    async wake(payoutId: string, issue: number): Promise<void> {
      try {
        await client.workflow.getHandle(payoutWorkflowId(payoutId, issue)).signal(lookAgain);
      } catch (error) {
        if (!isNotRunning(error)) throw error;
      }
    },

    /** Those that do not run, by one question to Temporal's index. The index lags: `revive` leaves alone what runs all the same. */
    async notRunning(payments: readonly Payment[]): Promise<readonly Payment[]> {
      const running = await runningIds(client, payments.map(workflowIdOf));
      return payments.filter((payment) => !running.has(workflowIdOf(payment)));
    },

    /** Starts a payment again whose workflow died; one that runs, or came to its end, is left alone. Safe: it looks before it sends. */
    async revive(input: Payment): Promise<'revived' | 'left-alone'> {
      try {
        await client.workflow.start(PAYOUT_WORKFLOW, {
          workflowId: workflowIdOf(input),
          taskQueue: queues.payouts,
          args: [input],
          workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
          workflowIdConflictPolicy: 'FAIL',
        });
        return 'revived';
      } catch (error) {
        if (error instanceof WorkflowExecutionAlreadyStartedError) return 'left-alone';
        throw error;
      }
    },
  };
}

function workflowIdOf({ payout: { payoutId, issue } }: Payment): string {
  return payoutWorkflowId(payoutId, issue);
}
