import { condition } from '@temporalio/workflow';
import type { ClaimInput } from '#workflows/messages.ts';

/** A workflow bundle in which every claim is a bug: its task fails, is tried again, and fails again. */
export async function claim(input: ClaimInput): Promise<void> {
  await condition(() => {
    throw new TypeError(`${input.claimId} cannot go on`);
  });
}

export { payout } from '#workflows/payout.workflow.ts';
