import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Command } from '#domain/claim/commands.ts';
import type { ClaimEvent } from '#domain/claim/events.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { type Accepted, CLAIM_WORKFLOW, type ClaimInput, getState, inbound, submit, wake } from '#workflows/messages.ts';
import { claimWorkflowId, type TaskQueues } from '#workflows/workflow-ids.ts';

export type ClaimGateway = ReturnType<typeof createClaimGateway>;

/** How the rest of Santun speaks to running claims. Callers know claims and commands, never workflows, signals or updates. */
export function createClaimGateway(client: Client, queues: TaskQueues) {
  return {
    /** Starts the claim, or tells the running one. One atomic call, so a crash between the two cannot happen. */
    async report(input: Omit<ClaimInput, 'payoutsQueue'>, event: ClaimEvent): Promise<'told' | 'ended'> {
      try {
        await client.workflow.signalWithStart(CLAIM_WORKFLOW, {
          workflowId: claimWorkflowId(input.claimId),
          taskQueue: queues.claims,
          args: [{ ...input, payoutsQueue: queues.payouts }],
          signal: inbound,
          signalArgs: [event],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        });
        return 'told';
      } catch (error) {
        if (error instanceof WorkflowExecutionAlreadyStartedError) return 'ended';
        throw error;
      }
    },

    /** Gives a command and waits until its facts are recorded. The refusal of the rules comes back as a value. */
    async submit(claimId: ClaimId, command: Command): Promise<Accepted | Refusal> {
      try {
        const handle = client.workflow.getHandle(claimWorkflowId(claimId));
        return await handle.executeUpdate(submit, { args: [command], updateId: command.commandId });
      } catch (error) {
        const refusal = refusalIn(error);
        if (refusal) return refusal;
        throw error;
      }
    },

    async tell(claimId: ClaimId, event: ClaimEvent): Promise<void> {
      await client.workflow.getHandle(claimWorkflowId(claimId)).signal(inbound, event);
    },

    async wake(claimId: ClaimId): Promise<void> {
      await client.workflow.getHandle(claimWorkflowId(claimId)).signal(wake);
    },

    /** What the workflow holds, for comparing with the record. */
    async stateOf(claimId: ClaimId): Promise<ClaimState | undefined> {
      return client.workflow.getHandle(claimWorkflowId(claimId)).query(getState);
    },
  };
}

function refusalIn(error: unknown): Refusal | undefined {
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return undefined;
  const [refusal] = error.cause.details ?? [];
  return isRefusal(refusal) ? refusal : undefined;
}

/** The claim's workflow has ended, or never was. */
export function isNotRunning(error: unknown): boolean {
  return error instanceof WorkflowNotFoundError;
}
