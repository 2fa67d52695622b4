import { withSwitches } from '#domain/law/rules/switches.ts';
import { rupiah, sumRupiah } from '#domain/money/money.ts';
import { payoutId } from '#domain/money/payout/payout-id.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { ClockId } from '#domain/time/clock/definitions.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { lateAmount } from '#domain/time/clock/late.ts';
import type { ClockLedger } from '#domain/time/clock/ledger.ts';
import { type ClockContext, computable, legalClockOf } from './clocks.ts';
import { isSince } from './edition.ts';
import type { Fact, FactBody } from './facts.ts';
import { type LateShare, lateShares } from './late-shares.ts';
import { isLateCompensation } from './payout-lines.ts';
import { readingsFor } from './readings.ts';
import type { ClaimState, PayoutState } from './state.ts';

/**
 * When the last of what the claim owes was paid by the bank, whoever heard of it when. What an earlier release took over from the bank was
 * not bounded, so nothing lies after the hearing here either.
 */
export function lastPaidAt({ payouts }: ClaimState, heardAt: Instant): Instant {
  const paid = payouts.filter((payout) => payout.state === 'confirmed' && !isLateCompensation(payout));
  const instants = paid.flatMap(({ settledAt }) => (settledAt === undefined ? [] : [settledAt]));
  return instants.length === 0 ? heardAt : Math.min(Math.max(...instants), heardAt);
}

/**
 * One hundredth of the cash for each day late, per payee, as the law prices it: calculated by us, released by two persons. What is not
 * computable is said to be unknown, never taken for nothing.
 */
export function lateMoney(claim: ClaimState, legal: ClockLedger, round: number, context: ClockContext): readonly FactBody[] {
  const reading = withSwitches(readingsFor(context));
  if (!reading['late.autoPropose']) return [];
  const paid = claim.payouts.filter(({ generation, state }) => generation === round && state === 'confirmed');
  const shares = lateShares(
    paid.filter((payout) => !isLateCompensation(payout)),
    reading['late.base'],
  );
  if (shares.length === 0) return [];
  const lateDays = computable(() => deriveClock(legal, context.calendar, context.at, reading).lateDays, undefined);
  if (lateDays === undefined) {
    if (!isSince(context, 2)) return [];
    const { clock, generation } = legal;
    const isKnown = claim.compensationUnknown?.clock === clock && claim.compensationUnknown.generation === generation;
    return isKnown ? [] : [{ type: 'claim.compensation-unknown', clock, generation, why: 'calendar-year-missing' }];
  }
  return shares.flatMap((share) => proposed(claim, share, lateDays, round));
}

/** What has been released or declined stays as two persons decided it; only what still waits for them follows the new verdict. */
function proposed(claim: ClaimState, { payeeClass, base }: LateShare, lateDays: number, round: number): readonly FactBody[] {
  const own = claim.payouts.filter((one) => one.generation === round && one.payeeClass === payeeClass && isLateCompensation(one));
  const held = own.find(({ state }) => state === 'held');
  const decided = sumRupiah(own.filter(({ state }) => state !== 'held').map((one) => one.amount));
  const amount = rupiah(Math.max(0, lateAmount(base, lateDays) - decided));
  if (amount === 0) return held ? [{ type: 'payout.dropped', payoutId: held.payoutId, why: 'not-late' }] : [];
  if (held?.amount === amount && held.lateDays === lateDays) return [];
  const programme = held?.programme ?? claim.programme ?? 'jkm';
  const lines = [{ benefit: 'late.compensation', amount }] as const;
  const id = held?.payoutId ?? freeId(claim, round, programme, payeeClass);
  const payout = { payoutId: id, programme, payeeClass, amount, lines };
  if (held) return [{ type: 'payout.repriced', payout, was: held.amount, lateDays }];
  return [{ type: 'payout.held', payout, why: 'late-compensation', lateDays, ...(round === claim.generation ? {} : { round }) }];
}

/** Beside what has been decided already a further day late is a proposal of its own. */
function freeId({ claimId, payouts }: ClaimState, round: number, programme: string, payeeClass: PayoutState['payeeClass']): string {
  for (let part = 1; ; part += 1) {
    const id = payoutId(claimId, round, `late-${programme}`, part === 1 ? 'once' : `once-${part}`, payeeClass);
    if (!payouts.some((payout) => payout.payoutId === id)) return id;
  }
}

/** The bank's books showed another instant: the clocks that payment stopped are judged by it, and what is not released yet is priced anew. */
export function paidAtRevised(claim: ClaimState, context: ClockContext, facts: readonly Fact[]): readonly FactBody[] {
  if (!facts.some(({ type }) => type === 'payout.paid-at-revised') || !isPaid(claim)) return [];
  const paidAt = lastPaidAt(claim, context.at);
  // A verdict of an earlier generation stands: another payment has taken its place.
  const stopped = claim.clocks.filter(({ round }) => round === claim.generation);
  const revised = stopped
    .map((ledger) => ({ ledger, stoppedAt: Math.max(paidAt, ledger.startedAt) }))
    .filter(({ ledger, stoppedAt }) => ledger.stoppedAt !== stoppedAt)
    .map(({ ledger, stoppedAt }) => ({ ...ledger, stoppedAt, was: ledger.stoppedAt ?? stoppedAt }));
  const legal = revised.find(({ clock }) => clock === legalClockOf(claim));
  return [
    ...revised.map(({ clock, generation, stoppedAt, was }) => verdict({ clock, generation, stoppedAt }, was, 'paid-at')),
    // What is unknown is priced by the rule after this one, by the verdict just given.
    ...(legal && !claim.compensationUnknown ? lateMoney(claim, legal, claim.generation, context) : []),
  ];
}

/** A calendar that reaches far enough tells what could not be computed when the bank had paid. */
export function unknownPriced(claim: ClaimState, context: ClockContext): readonly FactBody[] {
  const unknown = claim.compensationUnknown;
  const legal = unknown && claim.clocks.find(({ clock, generation }) => clock === unknown.clock && generation === unknown.generation);
  if (!unknown || !legal || !isComputable(legal, context)) return [];
  const together = claim.clocks.filter((ledger) => ledger.stoppedAt === legal.stoppedAt && ledger.heardAt === legal.heardAt);
  const judged = together.filter((ledger) => ledger === legal || isComputable(ledger, context));
  return [
    ...judged.map((ledger) => verdict(ledger, ledger.stoppedAt ?? context.at, 'calendar')),
    ...lateMoney(claim, legal, unknown.round, context),
  ];
}

/** A claim that an earlier release closed without knowing: noticed when another calendar is told. Which clock a later generation had is unsaid. */
export function unnoticedUnknown(claim: ClaimState, context: ClockContext): readonly FactBody[] {
  const { generation, payouts, compensationUnknown } = claim;
  if (!isPaid(claim) || compensationUnknown || generation > 1 || payouts.some(isCompensationOf(generation))) return [];
  const legal = lastOfEach(claim).find(({ clock }) => clock === legalClockOf(claim));
  return legal?.stoppedAt === undefined || isComputable(legal, context) ? [] : lateMoney(claim, legal, claim.generation, context);
}

function isCompensationOf(round: number): (payout: PayoutState) => boolean {
  return (payout) => payout.generation === round && isLateCompensation(payout);
}

function isPaid({ status, recommendation }: ClaimState): boolean {
  return (status === 'paid' || status === 'closed') && recommendation?.outcome === 'pay';
}

function isComputable(ledger: ClockLedger, context: ClockContext): boolean {
  const { at, calendar } = context;
  return computable(() => deriveClock(ledger, calendar, at, withSwitches(readingsFor(context))) !== undefined, false);
}

function lastOfEach({ clocks }: ClaimState): readonly ClockLedger[] {
  return [...new Map(clocks.map((ledger) => [ledger.clock, ledger])).values()];
}

function verdict(
  { clock, generation, stoppedAt }: { readonly clock: ClockId; readonly generation: number; readonly stoppedAt?: Instant },
  was: Instant,
  why: 'paid-at' | 'calendar',
): FactBody {
  return { type: 'sla.verdict-revised', clock, generation, stoppedAt: stoppedAt ?? was, was, why };
}
