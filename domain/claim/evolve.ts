import { openClock, stopClock } from '../clock/ledger.ts';
import type { ReturnReason } from '../reason-codes.ts';
import type { ClaimId } from './claim-number.ts';
import { isRunning, nextGeneration } from './clocks.ts';
import type { ActorRef, Fact } from './facts.ts';
import { canBePaid } from './payees.ts';
import type { ClaimState, PayoutState, PointState } from './state.ts';
import type { ClaimStatus, Point } from './statuses.ts';

const REMEMBERED_CAUSES = 200;

type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

/** Folds one fact. Total: an unknown fact is a bug and throws; time and actor come from the fact, never from outside. */
export function evolve(state: ClaimState | undefined, fact: Fact, claimId: ClaimId): ClaimState {
  if (state === undefined) {
    if (fact.type !== 'claim.registered') throw new Error(`a claim begins with claim.registered, not ${fact.type}`);
    return register(claimId, fact);
  }
  const next = apply(state, fact);
  return { ...next, seq: state.seq + 1, updatedAt: fact.at, causes: remember(state.causes, fact.cause) };
}

export function fold(claimId: ClaimId, facts: Iterable<Fact>, from?: ClaimState): ClaimState | undefined {
  let state = from;
  for (const fact of facts) state = evolve(state, fact, claimId);
  return state;
}

function register(claimId: ClaimId, fact: FactOf<'claim.registered'>): ClaimState {
  const { type: _type, at, actor, cause, reportId, papers, ...told } = fact;
  return {
    ...told,
    claimId,
    seq: 1,
    status: 'registered',
    generation: 1,
    updatedAt: at,
    reportIds: [reportId],
    submitters: withSubmitters([], told.institutionId, actor),
    papers: papers.map((paper) => ({ ...paper, verdict: 'unseen' })),
    requested: [],
    payees: {},
    points: {},
    payouts: [],
    clocks: [],
    rungs: [],
    causes: [cause],
  };
}

function apply(state: ClaimState, fact: Fact): ClaimState {
  switch (fact.type) {
    case 'claim.registered':
      throw new Error(`claim ${state.claimId} is registered already`);
    case 'claim.report-repeated':
      return {
        ...state,
        reportIds: [...state.reportIds, fact.reportId],
        submitters: withSubmitters(state.submitters, fact.institutionId, fact.actor),
      };
    case 'claim.documents-attached':
      return attach(state, fact);
    case 'claim.documents-verified':
      return verify(state, fact);
    case 'claim.completeness-requested':
      return { ...state, status: 'collecting', requested: fact.papers };
    case 'claim.completed':
      return { ...withPoint(state, 'completeness', fact.actor), status: 'verifying', requested: [] };
    case 'claim.cause-triaged':
      return { ...withPoint(state, 'programme', fact.actor), programme: fact.programme };
    case 'claim.heirs-resolved':
      return resolve(state, fact);
    case 'claim.payee-confirmed': {
      const { personId, accountRef, holderMatch } = fact;
      const payees = { ...state.payees, [fact.payeeClass]: { personId, accountRef, holderMatch, maker: fact.actor.id } };
      return { ...withPoint(state, 'payee', fact.actor), payees };
    }
    case 'claim.recommended':
      return recommend(state, fact);
    case 'claim.points-decided':
      return { ...state, points: decided(state, fact) };
    case 'claim.returned':
      return { ...state, status: fact.points.includes('completeness') ? 'collecting' : 'verifying' };
    case 'claim.approved':
      return { ...state, status: 'approved' };
    case 'claim.rejected':
      return { ...state, status: 'rejected' };
    case 'payout.ordered':
      return { ...state, status: 'paying', payouts: [...withoutPayout(state, fact.payout.payoutId), { ...fact.payout, state: 'ordered' }] };
    case 'payout.unknown':
      return withPayout(state, fact.payoutId, { state: 'unknown' });
    case 'payout.confirmed':
      return withPayout(state, fact.payoutId, { state: 'confirmed', bankReference: fact.bankReference, settledAt: fact.paidAt });
    case 'payout.refused':
      return refusePayout(state, fact);
    case 'claim.paid':
      return { ...state, status: 'paid' };
    case 'claim.closed':
      return { ...state, status: 'closed' };
    case 'sla.clock-started':
      return { ...state, clocks: [...state.clocks, openClock(fact.clock, nextGeneration(state, fact.clock), fact.startedAt)] };
    case 'sla.clock-stopped':
      return { ...state, clocks: state.clocks.map((clock) => (isRunning(clock, fact.clock) ? stopClock(clock, fact.stoppedAt) : clock)) };
    case 'sla.rung-reached': {
      const mustAcknowledge = fact.requires.includes('acknowledge');
      return { ...state, rungs: [...state.rungs, { key: fact.rungKey, dueAt: fact.dueAt, firedAt: fact.at, mustAcknowledge }] };
    }
    case 'sla.escalation-acknowledged': {
      const seen = { acknowledgedBy: fact.actor, acknowledgedAt: fact.at };
      return { ...state, rungs: state.rungs.map((rung) => (rung.key === fact.rungKey ? { ...rung, ...seen } : rung)) };
    }
    default: {
      const unknown: never = fact;
      throw new Error(`unknown fact ${JSON.stringify((unknown as Fact).type)}`);
    }
  }
}

function attach(state: ClaimState, fact: FactOf<'claim.documents-attached'>): ClaimState {
  const papers = fact.papers.map((paper) => ({ ...paper, verdict: 'unseen' as const }));
  return { ...state, status: state.status === 'registered' ? 'collecting' : state.status, papers: [...state.papers, ...papers] };
}

function verify(state: ClaimState, fact: FactOf<'claim.documents-verified'>): ClaimState {
  const verdicts = new Map(fact.verdicts.map((verdict) => [verdict.documentId, verdict]));
  const papers = state.papers.map((paper) => {
    const verdict = verdicts.get(paper.documentId);
    if (!verdict) return paper;
    const { reason: _old, ...rest } = paper;
    return verdict.verdict === 'ok'
      ? { ...rest, verdict: 'ok' as const }
      : { ...rest, verdict: 'refused' as const, reason: verdict.reason };
  });
  const next: ClaimState = { ...state, status: state.status === 'registered' ? 'collecting' : state.status, papers };
  // Papers judged after completeness change what completeness rests on: its approval, if it has one, was of other papers.
  return state.status === 'verifying' ? withPoint(next, 'completeness', fact.actor) : next;
}

function resolve(state: ClaimState, fact: FactOf<'claim.heirs-resolved'>): ClaimState {
  const next = { ...withPoint(state, 'heirs', fact.actor), people: fact.people, heirs: fact.outcome };
  const standing = Object.entries(state.payees).filter(([payeeClass, payee]) => canBePaid(fact.outcome, payeeClass, payee.personId));
  if (standing.length === Object.keys(state.payees).length) return next;
  // Another payee: the confirmed account was somebody else's and must be confirmed anew.
  return { ...next, payees: Object.fromEntries(standing), points: sentBack(next, 'payee', 'account-mismatch') };
}

function recommend(state: ClaimState, fact: FactOf<'claim.recommended'>): ClaimState {
  if (fact.outcome === 'reject') {
    const { reason, text } = fact;
    return { ...withPoint(state, 'rejection', fact.actor), status: 'recommended', recommendation: { outcome: 'reject', reason, text } };
  }
  const { outcome, pack, lines, total } = fact;
  return { ...withPoint(state, 'amount', fact.actor), status: 'recommended', recommendation: { outcome, pack, lines, total } };
}

function decided(state: ClaimState, fact: FactOf<'claim.points-decided'>): ClaimState['points'] {
  const points: Partial<Record<Point, PointState>> = { ...state.points };
  for (const decision of fact.decisions) {
    const point = points[decision.point];
    if (!point) continue;
    const base = { maker: point.maker, makers: point.makers, checker: fact.actor };
    if (decision.verdict === 'approve') points[decision.point] = { ...base, verdict: 'approved' };
    else {
      const { reason, text } = decision;
      points[decision.point] = { ...base, verdict: 'returned', reason, ...(text === undefined ? {} : { text }) };
    }
  }
  return points;
}

/** The bank refused for good: the account must be confirmed again, by the maker, and seen again by a second person. */
function refusePayout(state: ClaimState, fact: FactOf<'payout.refused'>): ClaimState {
  const next = withPayout(state, fact.payoutId, { state: 'refused' });
  const dead = state.payouts.find((payout) => payout.payoutId === fact.payoutId);
  const payees = Object.fromEntries(Object.entries(state.payees).filter(([payeeClass]) => payeeClass !== dead?.payeeClass));
  return { ...next, status: afterRefusal(state.status), payees, points: sentBack(state, 'payee', 'account-mismatch') };
}

/** A claim whose papers were sent back meanwhile stays there: only a new completeness leads out. */
function afterRefusal(status: ClaimStatus): ClaimStatus {
  return status === 'collecting' ? 'collecting' : 'verifying';
}

function sentBack(state: ClaimState, point: Point, reason: ReturnReason): ClaimState['points'] {
  const before = state.points[point];
  if (!before) return state.points;
  const { maker, makers } = before;
  return { ...state.points, [point]: { maker, makers, verdict: 'returned', reason } };
}

/** Made again is undecided again, and whoever made it before does not become its checker. */
function withPoint(state: ClaimState, point: Point, maker: ActorRef): ClaimState {
  const makers = [...new Set([...(state.points[point]?.makers ?? []), maker.id])];
  return { ...state, points: { ...state.points, [point]: { maker, makers, verdict: 'open' } } };
}

function withSubmitters(known: readonly string[], institutionId: string, reporter: ActorRef): readonly string[] {
  return [...new Set([...known, institutionId, reporter.id])];
}

function withPayout(state: ClaimState, payoutId: string, change: Partial<PayoutState>): ClaimState {
  return { ...state, payouts: state.payouts.map((payout) => (payout.payoutId === payoutId ? { ...payout, ...change } : payout)) };
}

function withoutPayout(state: ClaimState, payoutId: string): readonly PayoutState[] {
  return state.payouts.filter((payout) => payout.payoutId !== payoutId);
}

function remember(causes: readonly string[], cause: string): readonly string[] {
  return causes.includes(cause) ? causes : [...causes, cause].slice(-REMEMBERED_CAUSES);
}
