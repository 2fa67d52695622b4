import type { Instant } from '../calendar/instant.ts';
import { withSwitches } from '../rules/switches.ts';
import { type ClockContext, startClock, stopPromises, stopRunning } from './clocks.ts';
import { attachDocuments, oncePerDocument } from './decisions/papers.ts';
import type { ActorRef, Fact, FactBody } from './facts.ts';
import type { ClaimPaper } from './parts.ts';
import { isAlive, payoutLines } from './payout-lines.ts';
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
  const papers = oncePerDocument(registration.papers);
  return [{ type: 'claim.registered', ...registration, papers }, startClock('first-look', at), ...promise];
}

function settled(claim: ClaimState, event: Extract<ClaimEvent, { type: 'payoutChanged' }>, { at }: ClockContext): readonly FactBody[] {
  const { payoutId, issue, outcome } = event;
  const payout = claim.payouts.find((candidate) => candidate.payoutId === payoutId && candidate.issue === issue);
  if (!payout || payout.state === 'confirmed' || !isAlive(payout)) return [];
  switch (outcome.state) {
    case 'unknown':
      return payout.state === 'unknown' ? [] : [{ type: 'payout.unknown', payoutId, issue, why: outcome.why }];
    case 'refused':
      return [{ type: 'payout.refused', payoutId, issue, reason: outcome.reason }, ...stopRunning(claim, ['second-eyes'], at)];
    case 'confirmed': {
      const { bankReference, paidAt } = outcome;
      const confirmed: FactBody = { type: 'payout.confirmed', payoutId, issue, bankReference, paidAt };
      return [confirmed, ...paidInFull(claim, payoutId, at)];
    }
  }
}

/**
 * The claim is paid when the bank has confirmed every line it owes, never before and never by silence. Orders that died under an earlier
 * recommendation owe nothing.
 */
function paidInFull(claim: ClaimState, justConfirmed: string, at: Instant): readonly FactBody[] {
  const { recommendation } = claim;
  if (recommendation?.outcome !== 'pay') return [];
  const confirmed = new Set(claim.payouts.filter(({ state }) => state === 'confirmed').map(({ payoutId }) => payoutId));
  confirmed.add(justConfirmed);
  if (!payoutLines(claim, recommendation).every(({ payoutId }) => confirmed.has(payoutId))) return [];
  return [{ type: 'claim.paid', total: recommendation.total }, ...stopPromises(claim, at), { type: 'claim.closed' }];
}
