import { deriveClock } from '../clock/derive.ts';
import { lateAmount } from '../clock/late.ts';
import { sumRupiah } from '../money.ts';
import { payoutId } from '../payout/payout-id.ts';
import { withSwitches } from '../rules/switches.ts';
import { type ClockContext, computable, isRunning, legalClockOf, stopEverything, stopPromises, stopRunning } from './clocks.ts';
import { evolve } from './evolve.ts';
import type { Fact, FactBody } from './facts.ts';
import { holdChanges } from './holds.ts';
import { lateShares } from './late-shares.ts';
import { isInFlight, isLateCompensation, isPaidInFull } from './payout-lines.ts';
import { readingsFor } from './readings.ts';
import type { ClaimState } from './state.ts';
import { isFinal } from './statuses.ts';

type Rule = (claim: ClaimState, context: ClockContext) => readonly FactBody[];

/** What follows from the state alone, whoever brought it about; in this order, each on the state the one before left. */
const RULES: readonly Rule[] = [paidInFull, settledForGood, endsItsClocks, holdChanges];

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
    for (const body of rule(state, context)) {
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
  return [paid, ...stopRunning(claim, ['second-eyes'], context.at), ...stopPromises(claim, context.at), ...lateMoney(claim, context)];
}

/** One hundredth of what came late for each day late, per payee, as the law prices it: calculated by us, released by two persons. */
function lateMoney(claim: ClaimState, context: ClockContext): readonly FactBody[] {
  const { at, calendar } = context;
  const reading = withSwitches(readingsFor(context));
  const legal = claim.clocks.find((ledger) => isRunning(ledger, legalClockOf(claim)));
  if (!legal || !reading['late.autoPropose']) return [];
  const lateDays = computable(() => deriveClock(legal, calendar, at, reading).lateDays, 0);
  const paid = claim.payouts.filter(({ generation, state }) => generation === claim.generation && state === 'confirmed');
  return lateShares(paid, reading['late.base']).flatMap(({ payeeClass, base }): FactBody[] => {
    const programme = claim.programme ?? 'jkm';
    const amount = lateAmount(base, lateDays);
    if (amount === 0) return [];
    const id = payoutId(claim.claimId, claim.generation, `late-${programme}`, 'once', payeeClass);
    const lines = [{ benefit: 'late.compensation', amount }] as const;
    return [
      {
        type: 'payout.held',
        payout: { payoutId: id, programme, payeeClass, amount: sumRupiah([amount]), lines },
        why: 'late-compensation',
        lateDays,
      },
    ];
  });
}

/** Nothing is left to pay or to decide. A rejected review of a claim that has been paid leaves it paid. */
function settledForGood(claim: ClaimState): readonly FactBody[] {
  if (claim.status === 'rejected') return claim.payouts.some(({ state }) => state === 'confirmed') ? [{ type: 'claim.closed' }] : [];
  if (claim.status !== 'paid') return [];
  const isSettled = ({ state }: { readonly state: string }): boolean => state === 'confirmed' || state === 'declined';
  return claim.payouts.filter(isLateCompensation).every(isSettled) && !isInFlight(claim) ? [{ type: 'claim.closed' }] : [];
}

function endsItsClocks(claim: ClaimState, { at }: ClockContext): readonly FactBody[] {
  return isFinal(claim.status) ? stopEverything(claim, at) : [];
}
