import { fastForward } from '#adapters/temporal/time-skipping.ts';
import { delay } from '#stack/wait.ts';
import { claimWorkflowId, payoutWorkflowId } from '#workflows/workflow-ids.ts';
import { runningWorkflows, type Told } from './gather.ts';
import { EXPECTED } from './stories.ts';
import type { Watch } from './watch.ts';
import type { ChaosWorld } from './world.ts';

/** An unknown payment is asked about after one, five, fifteen minutes, then hours: nobody waits that long here. */
const LONGER_THAN_NEXT_QUESTION_MS = 16 * 60_000;
const LOOK_EVERY_MS = 1_000;

type Unsettled = { readonly _id: string; readonly payout: { readonly state: string; readonly issue: number } };

/** Lets everything come to rest; false when it has not within the time. */
export async function drain(world: ChaosWorld, watch: Watch, told: readonly Told[], limit: AbortSignal): Promise<boolean> {
  while (!limit.aborted) {
    try {
      if (hasEnded(watch, told) && !(await isAnythingRunning(world, told))) return true;
      await askNow(world);
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

/** The time of payments that wait to ask the bank again passes for them alone. */
async function askNow({ reader, temporal }: ChaosWorld): Promise<void> {
  const unknown = await reader
    .collection<Unsettled>('payouts')
    .find({ 'payout.state': 'unknown' }, { projection: { 'payout.state': 1, 'payout.issue': 1 } })
    .toArray();
  await Promise.all(
    unknown.map(({ _id, payout }) =>
      fastForward(temporal, payoutWorkflowId(_id, payout.issue), LONGER_THAN_NEXT_QUESTION_MS).catch(() => undefined),
    ),
  );
}
