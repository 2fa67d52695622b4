import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { PayoutOrdered, PayoutResolution } from '#domain/claim/facts.ts';
import type { EntitlementId } from '#domain/entitlement-id.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { resolvePayment, SCHOLARSHIP_WORKFLOW, type ScholarshipInput, wakeScholarship } from '#workflows/messages.ts';
import { payoutWorkflowId, scholarshipWorkflowId, type TaskQueues } from '#workflows/workflow-ids.ts';

type Year = { readonly schoolYear: number; readonly round: number };

export type ScholarshipGateway = ReturnType<typeof createScholarshipGateway>;

/** How the rest of Santun speaks to the years under way. */
export function createScholarshipGateway(client: Client, queues: TaskQueues) {
  function optionsOf(entitlementId: EntitlementId, year: Year, opensAt: Instant) {
    const input: ScholarshipInput = { entitlementId, schoolYear: year.schoolYear, opensAt, payoutsQueue: queues.payouts };
    return {
      workflowId: scholarshipWorkflowId(entitlementId, year),
      taskQueue: queues.claims,
      args: [input] as [ScholarshipInput],
      // A year that ended well never runs twice. One that somebody terminated does: late, never never.
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY' as const,
    };
  }

  async function orThere(starting: Promise<unknown>): Promise<'started' | 'there'> {
    try {
      await starting;
      return 'started';
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return 'there';
      throw error;
    }
  }

  return {
    start(entitlementId: EntitlementId, year: Year, opensAt: Instant): Promise<'started' | 'there'> {
      return orThere(client.workflow.start(SCHOLARSHIP_WORKFLOW, optionsOf(entitlementId, year, opensAt)));
    },

    /** Tells the year that its record has changed, starting it where it does not run. One that has ended needs no word. */
    async wake(entitlementId: EntitlementId, year: Year): Promise<void> {
      const options = optionsOf(entitlementId, year, 0);
      await orThere(client.workflow.signalWithStart(SCHOLARSHIP_WORKFLOW, { ...options, signal: wakeScholarship, signalArgs: [] }));
    },

    /** Tells a payment what two people settled. One that has ended heard the bank first, and the bank's word stands. */
    async resolve({ payoutId, issue }: Pick<PayoutOrdered, 'payoutId' | 'issue'>, resolution: PayoutResolution): Promise<void> {
      try {
        await client.workflow.getHandle(payoutWorkflowId(payoutId, issue)).signal(resolvePayment, resolution);
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    },
  };
}
