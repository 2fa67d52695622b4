import type { Instant } from '#domain/time/calendar/instant.ts';
import { sendBack, withoutProposals } from './evolve-points.ts';
import type { Fact } from './facts.ts';
import { isLateCompensation } from './payout-lines.ts';
import type { ClaimState, PayoutState } from './state.ts';
import { type ClaimStatus, isFinal } from './statuses.ts';

type PayoutFact = Extract<Fact, { type: `payout.${string}` }>;
type FactOf<T extends PayoutFact['type']> = Extract<PayoutFact, { type: T }>;

export function isPayoutFact(fact: Fact): fact is PayoutFact {
  return fact.type.startsWith('payout.');
}

/** What became of a transfer. Total: a fact about a payout nobody ordered changes nothing. */
export function evolvePayouts(state: ClaimState, fact: PayoutFact): ClaimState {
  switch (fact.type) {
    case 'payout.held': {
      const { payout, lateDays } = fact;
      const held: PayoutState = { ...payout, state: 'held', issue: 0, generation: fact.round ?? state.generation, lateDays };
      return { ...state, status: stillOwing(state.status), payouts: [...state.payouts, held] };
    }
    case 'payout.repriced': {
      // What one person wanted done with it was about another amount.
      const { payout, lateDays } = fact;
      return withPayout(withoutProposals(state, `release:${payout.payoutId}:`), payout.payoutId, { ...payout, lateDays });
    }
    case 'payout.dropped': {
      const rest = withoutProposals(state, `release:${fact.payoutId}:`);
      return { ...rest, payouts: state.payouts.filter(({ payoutId }) => payoutId !== fact.payoutId) };
    }
    case 'payout.paid-at-revised': {
      const revised = ({ saidAt: _before, ...payout }: PayoutState): PayoutState => ({ ...payout, settledAt: fact.paidAt, ...said(fact) });
      return { ...state, payouts: state.payouts.map((payout) => (payout.payoutId === fact.payoutId ? revised(payout) : payout)) };
    }
    case 'payout.ordered':
      return order(state, fact);
    case 'payout.declined':
      return withPayout(withoutProposals(state, `release:${fact.payoutId}`), fact.payoutId, { state: 'declined' });
    case 'payout.unknown':
      // What one person found was about the send before.
      return withPayout(withoutProposals(state, `finding:${fact.payoutId}:`), fact.payoutId, {
        state: 'unknown',
        ...(fact.attempt === undefined ? {} : { attempt: fact.attempt }),
      });
    case 'payout.resolved':
      // The payout itself is told, and its word, like the bank's, then moves the line.
      return withoutProposals(state, `finding:${fact.payoutId}:`);
    case 'payout.exempted':
      return withPayout(withoutProposals(state, `exemption:${fact.payoutId}:`), fact.payoutId, { exempted: true });
    case 'payout.confirmed':
      return withPayout(withoutWaiting(state, fact), fact.payoutId, {
        ...fact.order,
        state: 'confirmed',
        bankReference: fact.bankReference,
        settledAt: fact.paidAt,
        ...said(fact),
      });
    case 'payout.refused':
      return lose(state, fact, 'refused');
    case 'payout.reversed':
      return lose(state, fact, 'reversed');
  }
}

function said({ saidAt }: { readonly saidAt?: Instant }): { readonly saidAt?: Instant } {
  return saidAt === undefined ? {} : { saidAt };
}

/** A claim that had closed waits for two persons again when money turns out to be owed. */
function stillOwing(status: ClaimStatus): ClaimStatus {
  return status === 'closed' ? 'paid' : status;
}

function order(state: ClaimState, { payout, orderedAt }: FactOf<'payout.ordered'>): ClaimState {
  const before = state.payouts.find(({ payoutId }) => payoutId === payout.payoutId);
  const others = state.payouts.filter(({ payoutId }) => payoutId !== payout.payoutId);
  const generation = before?.generation ?? state.generation;
  const late = before?.lateDays === undefined ? {} : { lateDays: before.lateDays };
  const status: ClaimStatus = state.status === 'paid' ? 'paid' : 'paying';
  const since = orderedAt === undefined ? {} : { orderedAt };
  const ordered: PayoutState = { ...payout, ...late, ...since, generation, state: 'ordered' };
  return { ...withoutProposals(state, `release:${payout.payoutId}`), status, payouts: [...others, ordered] };
}

/** The account did not take, or did not keep, the money: it is confirmed again, by a maker, and seen again by a second person. */
function lose(state: ClaimState, fact: FactOf<'payout.refused' | 'payout.reversed'>, to: 'refused' | 'reversed'): ClaimState {
  const lost = state.payouts.find((payout) => payout.payoutId === fact.payoutId);
  const next = withPayout(withoutWaiting(state, fact), fact.payoutId, { state: to });
  const payees = Object.fromEntries(Object.entries(state.payees).filter(([payeeClass]) => payeeClass !== lost?.payeeClass));
  if (lost && isLateCompensation(lost) && (state.status === 'paid' || state.status === 'closed'))
    return { ...next, status: 'paid', payees };
  return { ...next, status: afterLoss(state.status), payees, points: sendBack(state, 'payee', 'account-mismatch') };
}

/** The bank has spoken: what one person wanted said about this order needs no second any more. */
function withoutWaiting(state: ClaimState, { payoutId }: FactOf<'payout.confirmed' | 'payout.refused' | 'payout.reversed'>): ClaimState {
  return withoutProposals(withoutProposals(state, `exemption:${payoutId}:`), `finding:${payoutId}:`);
}

/** A claim whose papers were sent back meanwhile stays there, and one that has ended is reopened by a fact of its own. */
function afterLoss(status: ClaimStatus): ClaimStatus {
  return status === 'collecting' || status === 'paid' || isFinal(status) ? status : 'verifying';
}

function withPayout(state: ClaimState, payoutId: string, change: Partial<PayoutState>): ClaimState {
  return { ...state, payouts: state.payouts.map((payout) => (payout.payoutId === payoutId ? { ...payout, ...change } : payout)) };
}
