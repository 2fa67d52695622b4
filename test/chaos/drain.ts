import { fastForward } from '#adapters/temporal/time-skipping.ts';
import { delay } from '#stack/wait.ts';
import { claimWorkflowId, payoutWorkflowId } from '#workflows/workflow-ids.ts';
import { runningWorkflows, type Told } from './gather.ts';
import { EXPECTED } from './stories.ts';
import type { Watch } from './watch.ts';
import type { ChaosWorld } from './world.ts';

/** An unknown payment is asked about, and one the bank never had is sent again, after one, five, fifteen minutes, then hours. */
const LONGER_THAN_NEXT_TRY_MS = 16 * 60_000;
const WAITING = ['unknown', 'not-found', 'inquired'];
const LOOK_EVERY_MS = 1_000;

type Unsettled = { readonly _id: string; readonly payout: { readonly state: string; readonly issue: number } };

/** Lets everything come to rest; false when it has not within the time. */
export async function drain(world: ChaosWorld, watch: Watch, told: readonly Told[], limit: AbortSignal): Promise<boolean> {
  while (!limit.aborted) {
    try {
      if (hasEnded(watch, told) && !(await isAnythingRunning(world, told))) return true;
      await hasten(world);
    } catch {
      // Whoever did not answer is asked again.
    }
    await delay(LOOK_EVERY_MS, limit);
  }
  return false;
}

function hasEnded(watch: Watch, told: readonly Told[]): boolean {
  return told.every(({ story, claimId }) => watch.status(claimId) === EXPECTED[story.kind].ends);
}

async function isAnythingRunning(world: ChaosWorld, told: readonly Told[]): Promise<boolean> {
  const open = new Set(told.filter(({ story }) => !isOver(story.kind)).map(({ claimId }) => claimWorkflowId(claimId)));
  return [...(await runningWorkflows(world))].some((id) => !open.has(id));
}

function isOver(kind: keyof typeof EXPECTED): boolean {
  const { ends } = EXPECTED[kind];
  return ends === 'closed' || ends === 'rejected' || ends === 'withdrawn';
}

/** The time of payments that wait for their next try at the bank passes for them alone. */
async function hasten({ reader, temporal }: ChaosWorld): Promise<void> {
  const waiting = await reader
    .collection<Unsettled>('payouts')
    .find({ 'payout.state': { $in: WAITING } }, { projection: { 'payout.state': 1, 'payout.issue': 1 } })
    .toArray();
  await Promise.all(
    waiting.map(({ _id, payout }) =>
      fastForward(temporal, payoutWorkflowId(_id, payout.issue), LONGER_THAN_NEXT_TRY_MS).catch(() => undefined),
    ),
  );
}
