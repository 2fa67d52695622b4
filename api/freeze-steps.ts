import { createHash } from 'node:crypto';
import type { Stores } from '#adapters/mongo/stores.ts';
import type { PayoutGateway } from '#adapters/temporal/payout-gateway.ts';
import { decideFreeze, type Freeze, type FreezeAct, type FreezeStep, isRepeatedPress, refuseProposal } from '#domain/payout/freeze.ts';
import { isRefusal } from '#domain/refusal.ts';
import { notFound, RefusedError } from './http-error.ts';

type Wish = Omit<FreezeStep, 'step'>;

/** The number comes from the press of the button: the same press again is the same freeze. */
export async function proposeFreeze(freezes: Stores['freezes'], period: Pick<Freeze, 'from' | 'until'>, wish: Wish): Promise<Freeze> {
  const freezeId = createHash('sha256')
    .update(JSON.stringify([wish.actor.id, wish.commandId]))
    .digest('hex')
    .slice(0, 16);
  const kept = await freezes.find(freezeId);
  if (kept) return kept;
  const refusal = refuseProposal(period, wish.reason, wish.at);
  if (refusal) throw new RefusedError(refusal);
  const freeze: Freeze = { freezeId, ...period, steps: [{ ...wish, step: 'proposed' }] };
  return (await freezes.propose(freeze)) ? freeze : readFreeze(freezes, freezeId);
}

/** Of two who press at once, one is told who was first. */
export async function stepFreeze(freezes: Stores['freezes'], freezeId: string, act: FreezeAct, wish: Wish): Promise<Freeze> {
  for (;;) {
    const freeze = await readFreeze(freezes, freezeId);
    if (isRepeatedPress(freeze, wish)) return freeze;
    const step = decideFreeze(freeze, act, wish);
    if (isRefusal(step)) throw new RefusedError(step);
    // Otherwise somebody was quicker: decided again on what is there now.
    if (await freezes.add(freeze, step)) return { ...freeze, steps: [...freeze.steps, step] };
  }
}

/** A dead process in between costs an hour at most: every payment looks for itself that often. */
export async function wakeWaiting(payouts: Stores['payouts'], running: Pick<PayoutGateway, 'wake'>): Promise<void> {
  for await (const waiting of payouts.waiting()) await Promise.all(waiting.map(({ _id, payout }) => running.wake(_id, payout.issue)));
}

async function readFreeze(freezes: Stores['freezes'], freezeId: string): Promise<Freeze> {
  const freeze = await freezes.find(freezeId);
  if (!freeze) throw notFound();
  return freeze;
}
