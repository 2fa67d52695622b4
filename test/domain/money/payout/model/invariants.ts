import { isLateCompensation } from '#domain/claim/payout-lines.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import type { System } from './system.ts';
import { type Item, referenceOf, type World } from './world.ts';

const isOut = ({ state }: Item): boolean => state === 'paid' || state === 'extra';
const sum = (items: readonly Item[]): number => items.reduce((total, { amount }) => total + amount, 0);

/** What is wrong with this world, in a sentence; undefined when nothing is. */
export function brokenRule(world: World, system: System): string | undefined {
  return system.bug(world) ?? tooMuch(world, system) ?? notOrdered(world, system) ?? saidPaid(world, system);
}

/**
 * Confirmed ≤ entitled, per line and over the claim. What the bank pays after it had refused it is its own broken word: no order of steps on
 * our side can take that back.
 */
function tooMuch(world: World, { claims }: System): string | undefined {
  const { payouts } = claims.state(world.claim);
  const paid = Object.entries(world.bank).map(([reference, items]) => [Number.parseInt(reference, 10), sum(items.filter(isPaid))] as const);
  for (const line of new Set(paid.map(([one]) => one))) {
    const payoutId = claims.lines.valueOf(line);
    const entitled = payouts.find((payout) => payout.payoutId === payoutId)?.amount ?? 0;
    const out = paid.reduce((total, [one, amount]) => total + (one === line ? amount : 0), 0);
    if (out > entitled) return `${payoutId} was paid ${out}, entitled are ${entitled}`;
  }
  const released = payouts.filter((payout) => isLateCompensation(payout) && payout.issue > 0);
  const entitled = world.approved + released.reduce((total, { amount }) => total + amount, 0);
  const out = paid.reduce((total, [, amount]) => total + amount, 0);
  return out > entitled ? `the claim was paid ${out}, entitled are ${entitled}` : undefined;
}

function isPaid({ state }: Item): boolean {
  return state === 'paid';
}

/** Every order at the bank is one that two persons gave: that amount, to that account. */
function notOrdered(world: World, { claims }: System): string | undefined {
  const given = world.orders.map((order) => claims.orders.valueOf(order));
  for (const [reference, items] of Object.entries(world.bank)) {
    for (const { amount, to } of items) {
      const isGiven = given.some(
        (order) =>
          referenceOf(claims.lines.numberOf(order.payoutId), order.issue) === reference &&
          order.amount === amount &&
          order.accountRef.replace(/\D/g, '').padStart(10, '1') === to,
      );
      if (!isGiven) return `nobody ordered ${amount} to ${to} under ${reference}`;
    }
  }
  return undefined;
}

/** Neither our book nor the claim says paid where that money never went out. */
function saidPaid(world: World, { claims, store }: System): string | undefined {
  const wentOut = (line: number, issue: number): readonly Item[] =>
    (world.bank[referenceOf(line, issue)] ?? []).filter((item) => isOut(item) || item.state === 'reversed');
  for (const number of Object.values(world.docs)) {
    const { payout } = store.documents.valueOf(number);
    if (payout.state !== 'confirmed') continue;
    if (wentOut(claims.lines.numberOf(payout.id), payout.issue).length === 0) return `the book says ${payout.id} is paid, and nothing was`;
  }
  const { payouts, causes } = claims.state(world.claim);
  for (const { payoutId, issue, state, amount } of payouts) {
    if (state !== 'confirmed') continue;
    const line = claims.lines.numberOf(payoutId);
    const earlier = Array.from({ length: issue }, (_, index) => wentOut(line, index + 1)).flat();
    if (!earlier.some((item) => item.amount === amount)) return `the claim says ${payoutId} is paid with ${amount}, and that was not`;
    const isBack = (one: number) => causes.includes(`bank/${payoutId}:${one}:reversed`);
    const standing = Array.from({ length: issue }, (_, index) => index + 1).filter((one) => !isBack(one) && wentOut(line, one).length > 0);
    if (standing.length === 0) return `the claim says ${payoutId} is paid, and has heard itself that this came back`;
  }
  return undefined;
}

/** Nothing is on its way, and the family has exactly what it is entitled to, or two persons have decided that it gets nothing more. */
export function isGoodEnd(world: World, { claims }: System): boolean {
  const claim = claims.state(world.claim);
  const isQuiet = world.flows.length === 0 && world.ghosts.length === 0 && world.words.length === 0;
  if (!isQuiet || !isFinal(claim.status)) return false;
  const hasAll = claim.payouts
    .filter(({ state }) => state === 'confirmed')
    .every(({ payoutId, amount }) => {
      const line = claims.lines.numberOf(payoutId);
      const items = Object.entries(world.bank).filter(([reference]) => Number.parseInt(reference, 10) === line);
      return sum(items.flatMap(([, all]) => all).filter(isOut)) >= amount;
    });
  return hasAll;
}
