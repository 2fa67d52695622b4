import { remember } from '#domain/cause.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import { changedAfter } from '#domain/seen.ts';
import type { ClaimId } from './claim-number.ts';
import { evolveClocks, isClockFact } from './evolve-clocks.ts';
import { correct, repeatReport } from './evolve-event.ts';
import { heardNews, prepared } from './evolve-news.ts';
import { evolvePayouts, isPayoutFact } from './evolve-payouts.ts';
import { makePoint, sendBack, withoutProposals } from './evolve-points.ts';
import { beginAgain, convert, decidersOf } from './evolve-turns.ts';
import type { Fact } from './facts.ts';
import { withHolders, withReport } from './parties.ts';
import { canBePaid } from './payees.ts';
import type { ClaimState, Payee, PointState } from './state.ts';
import type { Point } from './statuses.ts';

type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

/** Folds one fact. Total: an unknown fact is a bug and throws; time and actor come from the fact, never from outside. */
export function evolve(state: ClaimState | undefined, fact: Fact, claimId: ClaimId): ClaimState {
  if (state === undefined) {
    if (fact.type !== 'claim.registered') throw new Error(`a claim begins with claim.registered, not ${fact.type}`);
    return register(claimId, fact);
  }
  const { changedAt: _before, ...next } = apply(state, fact);
  const causes = withCause(state.causes, fact.cause);
  return { ...next, seq: state.seq + 1, ...changedAfter(state, fact), updatedAt: fact.at, causes };
}

export function fold(claimId: ClaimId, facts: Iterable<Fact>, from?: ClaimState): ClaimState | undefined {
  let state = from;
  for (const fact of facts) state = evolve(state, fact, claimId);
  return state;
}

function register(claimId: ClaimId, fact: FactOf<'claim.registered'>): ClaimState {
  const { type: _type, at, actor, cause, receipt: _receipt, reportId, papers, holders, ...told } = fact;
  const registered: ClaimState = {
    ...told,
    claimId,
    seq: 1,
    status: 'registered',
    generation: 1,
    updatedAt: at,
    reportIds: [reportId],
    submitters: withSubmitters([], told.institutionId, actor),
    papers: papers.map((paper) => ({ ...paper, verdict: 'unseen' })),
    waived: [],
    requested: [],
    payees: {},
    points: {},
    proposals: {},
    rejectedBy: [],
    payouts: [],
    clocks: [],
    holds: [],
    rungs: [],
    causes: [cause],
  };
  return holders ? withHolders(registered, holders, holders[0]) : registered;
}

function apply(state: ClaimState, fact: Fact): ClaimState {
  if (isClockFact(fact)) return evolveClocks(state, fact);
  if (isPayoutFact(fact)) return evolvePayouts(state, fact);
  switch (fact.type) {
    case 'claim.registered':
      throw new Error(`claim ${state.claimId} is registered already`);
    case 'claim.report-repeated':
      return repeat(state, fact);
    case 'claim.event-corrected':
      return looked(correct(state, fact));
    case 'claim.documents-attached':
      return attach(state, fact);
    case 'claim.input-turned-away':
      return state;
    case 'claim.documents-verified':
      return verify(state, fact);
    case 'claim.completeness-requested':
      return { ...state, status: 'collecting', requested: fact.papers };
    case 'claim.document-waived': {
      const waived = { ...state, waived: [...state.waived, { paper: fact.paper, reason: fact.reason }] };
      return state.status === 'verifying' ? makePoint(waived, 'completeness', fact.actor) : looked(waived);
    }
    case 'claim.membership-changed':
      return heardNews(state, fact);
    case 'claim.readiness-found':
      return prepared(state, fact);
    case 'claim.checked':
      return { ...state, checks: { at: fact.at, results: fact.checks } };
    case 'claim.relation-found':
      return { ...state, relations: [...(state.relations ?? []), fact.relation] };
    case 'claim.completed':
      return { ...makePoint(state, 'completeness', fact.actor), status: 'verifying', requested: [] };
    case 'claim.completeness-revoked': {
      const { completeness: _void, ...points } = state.points;
      return { ...withoutProposals(state, 'revocation'), status: 'collecting', requested: fact.papers, points };
    }
    case 'claim.proposed': {
      const proposal = { by: fact.actor, at: fact.at, proposal: fact.proposal };
      return { ...state, proposals: { ...state.proposals, [fact.key]: proposal } };
    }
    case 'claim.cause-triaged':
      return {
        ...makePoint(looked(state), 'programme', fact.actor),
        programme: fact.programme,
        ...(fact.wageBase === undefined ? {} : { wageBase: fact.wageBase }),
      };
    case 'claim.injury-assessed':
      return { ...makePoint(looked(state), 'injury', fact.actor), injury: fact.injury };
    case 'claim.treatment-concluded':
      return { ...looked(state), treatment: { outcome: fact.outcome, on: fact.on } };
    case 'claim.converted-to-death':
      return convert(state, fact);
    case 'claim.heirs-resolved':
      return resolve(state, fact);
    case 'claim.payee-confirmed': {
      const { personId, accountRef, holderMatch, shared } = fact;
      const payee: Payee = { personId, accountRef, holderMatch, maker: fact.actor.id, ...(shared === undefined ? {} : { shared }) };
      const payees = { ...state.payees, [fact.payeeClass]: payee };
      return { ...makePoint(state, 'payee', fact.actor), payees };
    }
    case 'claim.recommended':
      return recommend(state, fact);
    case 'claim.points-decided':
      return { ...state, points: decided(state, fact) };
    case 'claim.returned':
      return { ...state, status: fact.points.includes('completeness') ? 'collecting' : 'verifying' };
    case 'claim.approved':
      return { ...state, status: 'approved', rejectedBy: [] };
    case 'claim.rejected':
    case 'claim.lapsed':
      return { ...state, status: fact.type === 'claim.lapsed' ? 'lapsed' : 'rejected', rejectedBy: decidersOf(state) };
    case 'claim.withdrawn':
      return { ...state, status: 'withdrawn' };
    case 'claim.appealed':
      return beginAgain(state);
    case 'claim.reopened': {
      const again = beginAgain(state);
      return fact.ground === 'payment-reversed' ? { ...again, points: sendBack(again, 'payee', 'account-mismatch') } : again;
    }
    case 'claim.paid':
      return { ...state, status: 'paid' };
    case 'claim.closed':
      return { ...state, status: 'closed' };
    case 'claim.compensation-unknown': {
      const { clock, generation } = fact;
      // One that had closed before anybody noticed waits again.
      const status = state.status === 'closed' ? 'paid' : state.status;
      return { ...state, status, compensationUnknown: { clock, generation, round: state.generation, since: fact.at } };
    }
    default: {
      const unknown: never = fact;
      throw new Error(`unknown fact ${JSON.stringify((unknown as Fact).type)}`);
    }
  }
}

function repeat(state: ClaimState, fact: FactOf<'claim.report-repeated'>): ClaimState {
  const { reportId, institutionId, actor, joined } = fact;
  const repeated = {
    ...repeatReport(state, fact),
    reportIds: [...state.reportIds, reportId],
    submitters: withSubmitters(state.submitters, institutionId, actor),
  };
  return joined ? withReport(withHolders(repeated, joined.holders), fact, { reportId, reportedAt: joined.reportedAt }) : repeated;
}

function attach(state: ClaimState, fact: FactOf<'claim.documents-attached'>): ClaimState {
  const papers = fact.papers.map((paper) => ({ ...paper, verdict: 'unseen' as const }));
  return { ...looked(state), papers: [...state.papers, ...papers] };
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
  const next: ClaimState = { ...looked(state), papers };
  // Papers judged after completeness change what completeness rests on: its approval, if it has one, was of other papers.
  return state.status === 'verifying' ? makePoint(next, 'completeness', fact.actor) : next;
}

function resolve(state: ClaimState, fact: FactOf<'claim.heirs-resolved'>): ClaimState {
  const next = { ...makePoint(state, 'heirs', fact.actor), people: fact.people, heirs: fact.outcome };
  const standing = Object.entries(state.payees).filter(([payeeClass, payee]) => canBePaid(next, payeeClass, payee.personId));
  if (standing.length === Object.keys(state.payees).length) return next;
  // Another payee: the confirmed account was somebody else's and must be confirmed anew.
  return { ...next, payees: Object.fromEntries(standing), points: sendBack(next, 'payee', 'account-mismatch') };
}

function recommend(state: ClaimState, fact: FactOf<'claim.recommended'>): ClaimState {
  if (fact.outcome === 'reject') {
    const { reason, text } = fact;
    return { ...makePoint(state, 'rejection', fact.actor), status: 'recommended', recommendation: { outcome: 'reject', reason, text } };
  }
  const { outcome, pack, lines, total } = fact;
  return { ...makePoint(state, 'amount', fact.actor), status: 'recommended', recommendation: { outcome, pack, lines, total } };
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

/** Somebody works on it: no longer merely registered. */
function looked(state: ClaimState): ClaimState {
  return state.status === 'registered' ? { ...state, status: 'collecting' } : state;
}

function withSubmitters(known: readonly string[], institutionId: string, reporter: ActorRef): readonly string[] {
  return [...new Set([...known, institutionId, reporter.id])];
}

function withCause(causes: readonly string[], cause: string): readonly string[] {
  return causes.includes(cause) ? causes : remember(causes, cause);
}
