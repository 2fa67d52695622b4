import { createHash } from 'node:crypto';
import {
  type Client,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Command } from '#domain/claim/commands.ts';
import { EDITION } from '#domain/claim/edition.ts';
import type { ClaimEvent } from '#domain/claim/events.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { type Accepted, CLAIM_WORKFLOW, type ClaimInput, getState, inbound, submit, wake } from '#workflows/messages.ts';
import { claimIdOf, claimWorkflowId, subjectOf, type TaskQueues } from '#workflows/workflow-ids.ts';
import { failingIds } from './failing-ids.ts';
import { runningIds } from './running-ids.ts';

/** What callers say of a claim that begins a run; where payments go and which rules it begins with is ours to add. */
type GivenInput = Omit<ClaimInput, 'payoutsQueue' | 'edition'>;

/** The claim or payment whose workflow it is; under `claimId` the workflow's own id where it is neither. */
export type FailingWork = ReturnType<typeof subjectOf>;

export type ClaimGateway = ReturnType<typeof createClaimGateway>;

/** How the rest of Santun speaks to running claims. Callers know claims and commands, never workflows, signals or updates. */
export function createClaimGateway(client: Client, queues: TaskQueues) {
  return {
    /** Starts the claim, or tells the running one. One atomic call, so a crash between the two cannot happen. */
    async report(input: GivenInput, event: ClaimEvent): Promise<'told' | 'ended'> {
      try {
        await client.workflow.signalWithStart(CLAIM_WORKFLOW, {
          workflowId: claimWorkflowId(input.claimId),
          taskQueue: queues.claims,
          args: [{ ...input, payoutsQueue: queues.payouts, edition: EDITION }],
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

    /**
     * Gives the commands of one sitting, all or none, and waits until their facts are recorded. The refusal of the rules comes back as a
     * value.
     */
    async submit(claimId: ClaimId, ...commands: readonly Command[]): Promise<Accepted | Refusal> {
      const handle = client.workflow.getHandle(claimWorkflowId(claimId));
      return orRefusal(handle.executeUpdate(submit, { args: [commands], updateId: updateIdOf(commands) }));
    },

    /**
     * The same for a claim that has ended: it wakes from its record, and sleeps again when the rules refuse. One atomic call. `state` must have
     * been read after the claim was seen not to run: an older record would begin a second history, which the journal refuses.
     */
    async submitToEnded(input: GivenInput & { readonly state: ClaimState }, ...commands: readonly Command[]) {
      const startWorkflowOperation = new WithStartWorkflowOperation(CLAIM_WORKFLOW, {
        workflowId: claimWorkflowId(input.claimId),
        taskQueue: queues.claims,
        args: [{ ...input, payoutsQueue: queues.payouts, edition: EDITION }],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      });
      const args: [readonly Command[]] = [commands];
      return orRefusal(client.workflow.executeUpdateWithStart(submit, { args, updateId: updateIdOf(commands), startWorkflowOperation }));
    },

    /** Tells a claim that may have ended what cannot be left unsaid (money that came back): it wakes from its record. */
    async tellEnded(input: GivenInput & { readonly state: ClaimState }, event: ClaimEvent): Promise<void> {
      await client.workflow.signalWithStart(CLAIM_WORKFLOW, {
        workflowId: claimWorkflowId(input.claimId),
        taskQueue: queues.claims,
        args: [{ ...input, payoutsQueue: queues.payouts, edition: EDITION }],
        signal: inbound,
        signalArgs: [event],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      });
    },

    async tell(claimId: ClaimId, event: ClaimEvent): Promise<void> {
      await client.workflow.getHandle(claimWorkflowId(claimId)).signal(inbound, event);
    },

    async wake(claimId: ClaimId): Promise<void> {
      await client.workflow.getHandle(claimWorkflowId(claimId)).signal(wake);
    },

    /** Starts a claim again from its recorded state, when nothing runs under its number; a running one is left alone. */
    async revive(input: GivenInput & { readonly state: ClaimState }): Promise<'revived' | 'runs'> {
      try {
        await client.workflow.start(CLAIM_WORKFLOW, {
          workflowId: claimWorkflowId(input.claimId),
          taskQueue: queues.claims,
          args: [{ ...input, payoutsQueue: queues.payouts, edition: EDITION }],
          // Not USE_EXISTING, which does not say whether it started anything.
          workflowIdConflictPolicy: 'FAIL',
        });
        return 'revived';
      } catch (error) {
        if (error instanceof WorkflowExecutionAlreadyStartedError) return 'runs';
        throw error;
      }
    },

    /** Which of these run, by one question to Temporal's index. The index lags: ask `isRunning` before acting on an absence. */
    async runningAmong(claimIds: readonly ClaimId[]): Promise<ReadonlySet<string>> {
      const running = await runningIds(client, claimIds.map(claimWorkflowId));
      return new Set([...running].map(claimIdOf));
    },

    /** Of all that is worked on for claims, what fails whenever it is. The index lags by seconds. */
    async failing(): Promise<readonly FailingWork[]> {
      return (await failingIds(client, queues)).map(subjectOf);
    },

    async isRunning(claimId: ClaimId): Promise<boolean> {
      try {
        return (await client.workflow.getHandle(claimWorkflowId(claimId)).describe()).status.name === 'RUNNING';
      } catch (error) {
        if (isNotRunning(error)) return false;
        throw error;
      }
    },

    /** What the workflow holds, for comparing with the record. */
    async stateOf(claimId: ClaimId): Promise<ClaimState | undefined> {
      return client.workflow.getHandle(claimWorkflowId(claimId)).query(getState);
    },
  };
}

async function orRefusal(answer: Promise<Accepted>): Promise<Accepted | Refusal> {
  try {
    return await answer;
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal) return refusal;
    throw error;
  }
}

/**
 * The server drops a repeat of the very same sitting, by the same person with the same content; whatever only shares an id with it is for
 * the claim to judge.
 */
function updateIdOf(commands: readonly Command[]): string {
  if (commands.length === 0) throw new TypeError('a sitting without a decision');
  return createHash('sha256').update(JSON.stringify(commands)).digest('hex');
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
