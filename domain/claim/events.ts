import type { Instant } from '../calendar/instant.ts';
import { withSwitches } from '../rules/switches.ts';
import { type ClockContext, startClock, stopPromises } from './clocks.ts';
import { attachDocuments } from './decisions/papers.ts';
import type { ActorRef, Fact, FactBody } from './facts.ts';
import type { ClaimPaper } from './parts.ts';
import type { ClaimState } from './state.ts';

/** What the outside tells a claim. It has happened already, so it cannot be refused; a repeat or a stale word changes nothing. */
export type ClaimEventBody =
  | { readonly type: 'deathReported'; readonly registration: Omit<Extract<FactBody, { type: 'claim.registered' }>, 'type'> }
  | { readonly type: 'documentsAdded'; readonly papers: readonly ClaimPaper[] }
  | { readonly type: 'payoutChanged'; readonly payoutId: string; readonly issue: number; readonly outcome: PayoutOutcome };

export type PayoutOutcome =
  | { readonly state: 'confirmed'; readonly bankReference: string; readonly paidAt: Instant }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'unknown'; readonly why: string };

export type ClaimEvent = ClaimEventBody & { readonly eventId: string; readonly actor: ActorRef };

/** The facts an event adds to a claim; `claim` is undefined only before its first report. */
export function receive(claim: ClaimState | undefined, event: ClaimEvent, context: ClockContext): readonly Fact[] {
  if (claim?.causes.includes(event.eventId)) return [];
  return hear(claim, event, context).map((body) => ({ ...body, at: context.at, actor: event.actor, cause: event.eventId }));
}

function hear(claim: ClaimState | undefined, event: ClaimEvent, context: ClockContext): readonly FactBody[] {
  if (event.type === 'deathReported') return reported(claim, event.registration, context);
  if (!claim) throw new Error(`${event.type} for a claim nobody reported`);
  if (event.type === 'documentsAdded') return attachDocuments(claim, event);
  return settled(claim, event, context);
}

function reported(
  claim: ClaimState | undefined,
  registration: Extract<ClaimEvent, { type: 'deathReported' }>['registration'],
  { at, switches }: ClockContext,
): readonly FactBody[] {
  if (claim) {
    const { reportId, institutionId, branchId, papers } = registration;
    if (claim.reportIds.includes(reportId)) return [];
    return [{ type: 'claim.report-repeated', reportId, institutionId, branchId }, ...attachDocuments(claim, { papers })];
  }
  const promise = withSwitches(switches)['sla.partnerPromise'].start === 'reported' ? [startClock('partner-promise', at)] : [];
  return [{ type: 'claim.registered', ...registration }, startClock('first-look', at), ...promise];
}

function settled(claim: ClaimState, event: Extract<ClaimEvent, { type: 'payoutChanged' }>, { at }: ClockContext): readonly FactBody[] {
  const { payoutId, issue, outcome } = event;
  const payout = claim.payouts.find((candidate) => candidate.payoutId === payoutId && candidate.issue === issue);
  if (!payout || payout.state === 'confirmed' || payout.state === 'refused') return [];
  switch (outcome.state) {
    case 'unknown':
      return payout.state === 'unknown' ? [] : [{ type: 'payout.unknown', payoutId, issue, why: outcome.why }];
    case 'refused':
      return [{ type: 'payout.refused', payoutId, issue, reason: outcome.reason }];
    case 'confirmed': {
      const { bankReference, paidAt } = outcome;
      const confirmed: FactBody = { type: 'payout.confirmed', payoutId, issue, bankReference, paidAt };
      return [confirmed, ...paidInFull(claim, payoutId, at)];
    }
  }
}

/** The claim is paid when the bank has confirmed every line, never before and never by silence. */
function paidInFull(claim: ClaimState, justConfirmed: string, at: Instant): readonly FactBody[] {
  const isDone = claim.payouts.every((payout) => payout.payoutId === justConfirmed || payout.state === 'confirmed');
  if (!isDone || claim.recommendation?.outcome !== 'pay') return [];
  return [{ type: 'claim.paid', total: claim.recommendation.total }, ...stopPromises(claim, at), { type: 'claim.closed' }];
}
