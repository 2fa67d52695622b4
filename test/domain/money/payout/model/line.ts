import { advance, orderPayout, type Payout, type PayoutEvent } from '#domain/money/payout/payout.ts';
import { payoutId } from '#domain/money/payout/payout-id.ts';
import { isRefusal } from '#domain/refusal.ts';

/** What the bank really did with the orders of one issue. */
type Fate = { readonly paid: number; readonly reversed: number; readonly refused: boolean };
/** `inTransit`: what became of the order that our side is waiting for. */
export type World = {
  readonly payout: Payout;
  readonly fates: readonly Fate[];
  readonly inTransit: 'nothing' | 'never-left' | 'lost' | 'taken' | 'refused';
};
export type Advance = (payout: Payout, event: PayoutEvent) => ReturnType<typeof advance>;
export type Verdict = { readonly worlds: number; readonly broken?: World };

const NO_FATE: Fate = { paid: 0, reversed: 0, refused: false };
const twoPeople = { maker: 'maker', checker: 'checker' };

export const START: World = { payout: orderPayout(payoutId('M', 1, 'b', 'p', 'c')), fates: [], inTransit: 'nothing' };

/** Breadth first over every choice of the bank, the line, the people and of a crash. Equal worlds are visited once, so the depth is cheap. */
export function explore(depth: number, step: Advance = advance): Verdict {
  const seen = new Set<string>([JSON.stringify(START)]);
  let frontier: readonly World[] = [START];
  for (let level = 0; level < depth; level++) {
    const next: World[] = [];
    for (const world of frontier.flatMap((from) => successors(from, step))) {
      if (unreversed(world) > 1 || believesWrongly(world)) return { worlds: seen.size, broken: world };
      const key = JSON.stringify(world);
      if (seen.has(key)) continue;
      seen.add(key);
      next.push(world);
    }
    frontier = next;
  }
  return { worlds: seen.size };
}

export function unreversed({ fates }: World): number {
  return fates.reduce((sum, { paid, reversed }) => sum + paid - reversed, 0);
}

/** Our book says paid, and nothing ever was. */
function believesWrongly({ payout, fates }: World): boolean {
  return payout.state === 'confirmed' && fates.every(({ paid }) => paid === 0);
}

function successors(world: World, step: Advance): readonly World[] {
  return [...ownActs(world, step), ...replies(world, step), ...answers(world, step), ...bankActs(world), ...people(world, step)];
}

function ownActs(world: World, step: Advance): readonly World[] {
  const inquiry = [...tell(world, { type: 'holder-matched' }, step), ...tell(world, { type: 'account-refused' }, step)];
  // A bank that has forgotten its duplicates takes whatever arrives: nothing but our own machine stands between two payments.
  const sends = tell(world, { type: 'sending-begun', at: 0 }, step).flatMap((sending) => [
    { ...sending, inTransit: 'never-left' as const },
    { ...sending, inTransit: 'lost' as const },
    { ...withFate(sending, (fate) => ({ ...fate, paid: fate.paid + 1 })), inTransit: 'taken' as const },
    { ...withFate(sending, (fate) => ({ ...fate, refused: true })), inTransit: 'refused' as const },
  ]);
  return [...inquiry, ...sends];
}

/** What is heard of the order in transit: the truth or nothing. A crash is hearing nothing. */
function replies(world: World, step: Advance): readonly World[] {
  const { issue } = world.payout;
  const heard: Readonly<Record<World['inTransit'], readonly PayoutEvent[]>> = {
    nothing: [],
    'never-left': [{ type: 'not-sent', issue }],
    lost: [],
    taken: [{ type: 'confirmed', issue, bankReference: 'B' }],
    refused: [{ type: 'refused', issue }],
  };
  if (world.inTransit === 'nothing' || world.payout.state !== 'sending') return [];
  const events: readonly PayoutEvent[] = [...heard[world.inTransit], { type: 'fell-silent', issue }];
  return events.flatMap((event) => tell({ ...world, inTransit: 'nothing' }, event, step));
}

/** The bank is asked, or its statement arrives, about any issue. */
function answers(world: World, step: Advance): readonly World[] {
  if (world.payout.state === 'sending') return [];
  return world.fates.flatMap((fate, index) => [
    ...tell(world, truth(fate, index + 1), step),
    ...tell(world, { type: 'fell-silent', issue: index + 1 }, step),
  ]);
}

function truth({ paid, reversed, refused }: Fate, issue: number): PayoutEvent {
  if (paid > reversed) return { type: 'confirmed', issue, bankReference: 'B' };
  if (paid > 0) return { type: 'reversed', issue, bankReference: 'B' };
  return refused ? { type: 'refused', issue } : { type: 'not-found', issue };
}

function bankActs(world: World): readonly World[] {
  return world.fates.flatMap((fate, index) =>
    fate.paid > fate.reversed ? [{ ...world, fates: world.fates.with(index, { ...fate, reversed: fate.reversed + 1 }) }] : [],
  );
}

/** Two people settle and reopen; they read the statement of the issue in question. */
function people(world: World, step: Advance): readonly World[] {
  const fate = world.fates[world.payout.issue - 1] ?? NO_FATE;
  const settled: PayoutEvent =
    fate.paid > fate.reversed ? { type: 'resolved-paid', bankReference: 'B', ...twoPeople } : { type: 'resolved-unpaid', ...twoPeople };
  return [...tell(world, settled, step), ...tell(world, { type: 'reopened', ...twoPeople }, step)];
}

function tell(world: World, event: PayoutEvent, step: Advance): readonly World[] {
  const payout = step(world.payout, event);
  return isRefusal(payout) ? [] : [{ ...world, payout }];
}

function withFate(world: World, change: (fate: Fate) => Fate): World {
  const index = world.payout.issue - 1;
  const fates = [...world.fates];
  while (fates.length <= index) fates.push(NO_FATE);
  fates[index] = change(fates[index] ?? NO_FATE);
  return { ...world, fates };
}
