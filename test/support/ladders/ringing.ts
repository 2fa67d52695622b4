import { isRinging } from '#adapters/temporal/time-skipping.ts';
import { claimWorkflowId } from '#workflows/workflow-ids.ts';
import { until } from '../until.ts';
import type { LadderClaim } from './ladder-claim.ts';

const PATIENCE_MS = 10_000;

/** Before the time that is left is computed. A rung that never comes is left for the audit to find. */
export async function ringingEnds({ world, claimId }: LadderClaim): Promise<void> {
  const isQuiet = async (): Promise<boolean> => !(await isRinging(world.temporal, claimWorkflowId(claimId)));
  await until('the ringing to end', isQuiet, PATIENCE_MS).catch(() => undefined);
}
