import { type ClockContext, isRunning, legalClockOf, stopEverything, stopPromises, stopRunning } from './clocks.ts';
import { isSince } from './edition.ts';
import { evolve } from './evolve.ts';
import type { Fact, FactBody } from './facts.ts';
import { holdChanges } from './holds.ts';
import { lastPaidAt, lateMoney, paidAtRevised, unknownPriced } from './late-money.ts';
import { isInFlight, isLateCompensation, isPaidInFull } from './payout-lines.ts';
import type { ClaimState } from './state.ts';
import { isFinal } from './statuses.ts';

type Rule = (claim: ClaimState, context: ClockContext, facts: readonly Fact[]) => readonly FactBody[];

/** What follows from the state alone, whoever brought it about; in this order, each on the state the one before left. */
const RULES: readonly Rule[] = [paidInFull, paidAtRevised, unknownPriced, settledForGood, endsItsClocks, holdChanges];

/** The facts, and those they entail. */
export function withConsequences(
  claim: ClaimState,
  facts: readonly Fact[],
  stamp: (body: FactBody) => Fact,
  context: ClockContext,
): readonly Fact[] {
  const all = [...facts];
  let state = facts.reduce((before, fact) => evolve(before, fact, claim.claimId), claim);
  for (const rule of RULES) {
    for (const body of rule(state, context, facts)) {
      const fact = stamp(body);
      state = evolve(state, fact, claim.claimId);
      all.push(fact);
    }
  }
  return all;
}

/**
 * The claim is paid when the bank has confirmed every line it owes, never before and never by silence. Orders that died under an earlier
 * recommendation owe nothing.
 */
function paidInFull(claim: ClaimState, context: ClockContext): readonly FactBody[] {
  const { recommendation, status } = claim;
  if (recommendation?.outcome !== 'pay' || status === 'paid' || isFinal(status)) return [];
  const ordered = claim.payouts.filter(({ generation }) => generation === claim.generation);
  if (status !== 'approved' && ordered.length === 0) return [];
  if (!isPaidInFull(claim, recommendation)) return [];
  const paid: FactBody = { type: 'claim.paid', total: recommendation.total };
  return [paid, ...stopRunning(claim, ['second-eyes'], context.at), ...stoppedByPayment(claim, context)];
}

/** The clocks stop when the bank paid, not when we heard of it: a night between the two is nobody's lateness. */
function stoppedByPayment(claim: ClaimState, context: ClockContext): readonly FactBody[] {
  const { at } = context;
  const running = claim.clocks.find((ledger) => isRunning(ledger, legalClockOf(claim)));
  if (!isSince(context, 2)) return [...stopPromises(claim, at), ...(running ? lateMoney(claim, running, claim.generation, context) : [])];
  const paidAt = lastPaidAt(claim, at);
  const stops = stopPromises(claim, paidAt).map((fact) => ({ ...fact, heardAt: at }));
  const stopped = running && { ...running, stoppedAt: Math.max(paidAt, running.startedAt), heardAt: at };
  return [...stops, ...(stopped ? lateMoney(claim, stopped, claim.generation, context) : [])];
}

/** Nothing is left to pay or to decide. A rejected review of a claim that has been paid leaves it paid. */
function settledForGood(claim: ClaimState): readonly FactBody[] {
  if (claim.status === 'rejected') return claim.payouts.some(({ state }) => state === 'confirmed') ? [{ type: 'claim.closed' }] : [];
  if (claim.status !== 'paid' || claim.compensationUnknown) return [];
  const isSettled = ({ state }: { readonly state: string }): boolean => state === 'confirmed' || state === 'declined';
  return claim.payouts.filter(isLateCompensation).every(isSettled) && !isInFlight(claim) ? [{ type: 'claim.closed' }] : [];
}

function endsItsClocks(claim: ClaimState, { at }: ClockContext): readonly FactBody[] {
  return isFinal(claim.status) ? stopEverything(claim, at) : [];
}
