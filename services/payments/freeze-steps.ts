import { createHash } from 'node:crypto';
import type { Stores } from '#adapters/mongo/stores.ts';
import type { PayoutGateway } from '#adapters/temporal/payout-gateway.ts';
import { refuseReused } from '#domain/cause.ts';
import { decideFreeze, type Freeze, type FreezeAct, type FreezeStep, heardPress, refuseProposal } from '#domain/money/payout/freeze.ts';
import { isRefusal } from '#domain/refusal.ts';
import { notFound, RefusedError } from '#services/errors.ts';

type Wish = Omit<FreezeStep, 'step'>;

/** The number comes from the press of the button: the same press again is the same freeze. */
export async function proposeFreeze(freezes: Stores['freezes'], period: Pick<Freeze, 'from' | 'until'>, wish: Wish): Promise<Freeze> {
  const freezeId = createHash('sha256')
    .update(JSON.stringify([wish.actor.id, wish.commandId]))
    .digest('hex')
    .slice(0, 16);
  const kept = await freezes.find(freezeId);
  if (kept) return sameProposal(kept, period, wish);
  const refusal = refuseProposal(period, wish.reason, wish.at);
  if (refusal) throw new RefusedError(refusal);
  const freeze: Freeze = { freezeId, ...period, steps: [{ ...wish, step: 'proposed' }] };
  return (await freezes.propose(freeze)) ? freeze : sameProposal(await readFreeze(freezes, freezeId), period, wish);
}

function sameProposal(kept: Freeze, { from, until }: Pick<Freeze, 'from' | 'until'>, { reason }: Wish): Freeze {
  if (kept.from === from && kept.until === until && kept.steps[0]?.reason === reason) return kept;
  throw new RefusedError(refuseReused());
}

/** Of two who press at once, one is told who was first. */
export async function stepFreeze(freezes: Stores['freezes'], freezeId: string, act: FreezeAct, wish: Wish): Promise<Freeze> {
  for (;;) {
    const freeze = await readFreeze(freezes, freezeId);
    const heard = heardPress(freeze, act, wish);
    if (heard === 'reused') throw new RefusedError(refuseReused());
    if (heard === 'repeat') return freeze;
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
