import { heardBefore } from '#domain/cause.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { bytesOf, MOST_INPUT_BYTES, MOST_MEMBERSHIPS, MOST_PAID_MONTHS, MOST_REPORTS, sortPapers } from './bounds.ts';
import { recalculated } from './calendar-change.ts';
import type { CheckResult } from './checks/checks.ts';
import { type ClockContext, startClock, startSuspicion, stopClockAt, stopRunning } from './clocks.ts';
import { withConsequences } from './consequences.ts';
import { beginAgain, clocksOfNewRound } from './decisions/endings.ts';
import { attachTold, awayOf, oncePerDocument } from './decisions/papers.ts';
import { isSince } from './edition.ts';
import { agreesWith } from './event-days.ts';
import { fold } from './evolve.ts';
import type { Fact, FactBody, PayoutOrdered } from './facts.ts';
import { unnoticedUnknown } from './late-money.ts';
import { isOvertaken, reachOf } from './membership-news.ts';
import { afterTold, type MembershipTold } from './memberships.ts';
import { broughtBy } from './parties.ts';
import type { ClaimPaper, RelationFound } from './parts.ts';
import { isAlive, isLateCompensation } from './payout-lines.ts';
import { type PreparedFile, readinessFound } from './readiness-found.ts';
import { relationFound } from './relations.ts';
import type { ClaimState, PayoutState } from './state.ts';
import { isFinal } from './statuses.ts';

export type Registration = Omit<Extract<FactBody, { type: 'claim.registered' }>, 'type'>;

/** What the outside tells a claim. It has happened already, so it cannot be refused; a repeat or a stale word changes nothing. */
export type ClaimEventBody =
  | { readonly type: 'deathReported'; readonly registration: Registration }
  | { readonly type: 'accidentReported'; readonly registration: Registration }
  | { readonly type: 'documentsAdded'; readonly papers: readonly ClaimPaper[] }
  | { readonly type: 'membershipChanged'; readonly told: MembershipTold }
  | { readonly type: 'readinessFound'; readonly file: PreparedFile }
  | { readonly type: 'checksDone'; readonly checks: readonly CheckResult[] }
  | { readonly type: 'relationFound'; readonly relation: RelationFound }
  | { readonly type: 'calendarChanged'; readonly calendar: CalendarPack; readonly reason: string }
  | { readonly type: 'payoutChanged'; readonly payoutId: string; readonly issue: number; readonly outcome: PayoutOutcome };

export type PayoutOutcome =
  /** `order`: an earlier one than the line stands at, which the bank had refused and paid after all. */
  | {
      readonly state: 'confirmed';
      readonly bankReference: string;
      /** By the bank's clock and books; told again with another instant, it corrects the one before. */
      readonly paidAt: Instant;
      /** When the transfer left us: the bank cannot have paid it before. */
      readonly sentAt?: Instant;
      readonly order?: PayoutOrdered;
    }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'unknown'; readonly why: string; readonly attempt?: number }
  | { readonly state: 'reversed'; readonly why: string };

type Confirmed = Extract<PayoutOutcome, { state: 'confirmed' }>;
type PaidAt = { readonly paidAt: Instant; readonly saidAt?: Instant };
type Report = Extract<ClaimEvent, { type: 'deathReported' | 'accidentReported' }>;
/** `eventId`: in the name space of its teller (domain/cause.ts). */
export type ClaimEvent = ClaimEventBody & { readonly eventId: string; readonly actor: ActorRef };

/** The facts an event adds to a claim; `claim` is undefined only before its first report. */
export function receive(claim: ClaimState | undefined, event: ClaimEvent, context: ClockContext): readonly Fact[] {
  if (claim && hasHeard(claim, event)) return [];
  const stamp = (body: FactBody): Fact => ({ ...body, at: context.at, actor: event.actor, cause: event.eventId });
  const facts = orTurnedAway(claim, hear(claim, event, context).map(stamp), event, stamp, context);
  // What another calendar entails is computed by that calendar.
  const isMoved = isSince(context, 2) && event.type === 'calendarChanged';
  const consequential = isMoved ? { ...context, calendar: event.calendar } : context;
  return claim && facts.length > 0 ? withConsequences(claim, facts, stamp, consequential) : facts;
}

/** Of what partners and registries tell, nothing makes the claim larger than it may be; the bank, the calendar and our own are always heard. */
function orTurnedAway(
  claim: ClaimState | undefined,
  facts: readonly Fact[],
  event: ClaimEvent,
  stamp: (body: FactBody) => Fact,
  context: ClockContext,
): readonly Fact[] {
  if (!claim || facts.length === 0 || !isSince(context, 2) || !isInput(event)) return facts;
  const after = fold(claim.claimId, facts, claim) ?? claim;
  const size = bytesOf(after);
  if (size <= MOST_INPUT_BYTES || size <= bytesOf(claim)) return facts;
  return turnedAway(event).map(stamp);
}

type Input = Extract<ClaimEvent, { type: 'deathReported' | 'accidentReported' | 'documentsAdded' | 'membershipChanged' }>;
/** A readiness file comes once and is bounded itself: no flood may keep a family from its own. */
const INPUTS: readonly ClaimEvent['type'][] = ['deathReported', 'accidentReported', 'documentsAdded', 'membershipChanged'];

function isInput(event: ClaimEvent): event is Input {
  return INPUTS.includes(event.type);
}

function turnedAway(event: Input): readonly FactBody[] {
  if (event.type === 'membershipChanged') return [MEMBERSHIP_AWAY];
  if (event.type === 'documentsAdded') return awayOf(event.papers, 'claim-full');
  return reportAway(event.registration);
}

/** The membership itself stays in the readiness file, where it is read again. */
const MEMBERSHIP_AWAY = { type: 'claim.input-turned-away', what: 'membership', why: 'claim-full' } as const satisfies FactBody;

function reportAway({ reportId, institutionId, branchId, papers }: Registration): readonly FactBody[] {
  return [{ type: 'claim.input-turned-away', what: 'report', why: 'claim-full', reportId, institutionId, branchId, papers }];
}

/**
 * Whether the claim has heard this before. Before ids had spaces somebody may have used up the bank's: whether money arrived or came back, the
 * payment itself says better than a bare id.
 */
export function hasHeard({ causes, payouts = [] }: Heard, event: Pick<ClaimEvent, 'eventId' | 'type'> & Partial<Paid>): boolean {
  const heard = heardBefore(causes, event.eventId) !== 'new';
  if (!heard || event.type !== 'payoutChanged' || causes.includes(event.eventId)) return heard;
  return showsOutcome(payouts, event);
}

type Heard = Pick<ClaimState, 'causes'> & Partial<Pick<ClaimState, 'payouts'>>;
type Paid = Pick<Extract<ClaimEvent, { type: 'payoutChanged' }>, 'payoutId' | 'issue' | 'outcome'>;

function showsOutcome(payouts: ClaimState['payouts'], { payoutId, issue = 1, outcome }: Partial<Paid>): boolean {
  const line = payouts.find((one) => one.payoutId === payoutId);
  if (!line || line.issue > issue || (outcome?.state !== 'confirmed' && outcome?.state !== 'reversed')) return true;
  return line.state === 'reversed' || (outcome.state === 'confirmed' && line.state === 'confirmed');
}

function hear(claim: ClaimState | undefined, event: ClaimEvent, context: ClockContext): readonly FactBody[] {
  if (event.type === 'deathReported' || event.type === 'accidentReported') return reported(claim, event.registration, context);
  if (!claim) throw new Error(`${event.type} for a claim nobody reported`);
  return hearMore(claim, event, context);
}

function hearMore(claim: ClaimState, event: Exclude<ClaimEvent, Report>, context: ClockContext): readonly FactBody[] {
  switch (event.type) {
    case 'documentsAdded':
      return attachTold(claim, { papers: broughtBy(claim, event.actor.institution, event.papers, context) }, context);
    case 'membershipChanged':
      return isFinal(claim.status) ? [] : membershipChanged(claim, event.told, context);
    case 'readinessFound':
      return readinessFound(claim, event.file);
    case 'checksDone':
      return isFinal(claim.status) || isSame(claim.checks?.results, event.checks) ? [] : [{ type: 'claim.checked', checks: event.checks }];
    case 'relationFound':
      return relationFound(claim, event.relation);
    case 'calendarChanged': {
      const facts = recalculated(claim, event, context);
      return facts.length > 0 && isSince(context, 2) ? [...facts, ...unnoticedUnknown(claim, context)] : facts;
    }
    case 'payoutChanged':
      return settled(claim, event, context);
  }
}

function membershipChanged(claim: ClaimState, told: MembershipTold, context: ClockContext): readonly FactBody[] {
  const reach = told.type === 'news' ? { [told.news.kpj]: reachOf({ ...told.news, ignored: [] }) } : undefined;
  const overtaken = Object.entries(reach ?? {}).some(([kpj, one]) => isOvertaken(one, claim.membershipReach?.[kpj]));
  const memberships = afterTold(claim.memberships, told);
  if (overtaken || isSame(claim.memberships, memberships)) return [];
  const isTooMuch = memberships.length > MOST_MEMBERSHIPS || memberships.some(({ paidMonths }) => paidMonths.length > MOST_PAID_MONTHS);
  if (isTooMuch && isSince(context, 2)) return [MEMBERSHIP_AWAY];
  return [{ type: 'claim.membership-changed', memberships, ...(reach === undefined ? {} : { reach }) }];
}

function reported(claim: ClaimState | undefined, registration: Registration, context: ClockContext): readonly FactBody[] {
  if (claim) {
    const { reportId, institutionId, branchId } = registration;
    if (claim.reportIds.includes(reportId)) return [];
    if (claim.reportIds.length >= MOST_REPORTS && isSince(context, 2)) return reportAway(registration);
    const papers = broughtBy(claim, institutionId, registration.papers, context);
    const said = { ...saidBy(claim, registration, context), ...joinedBy(registration, context) };
    const repeated: FactBody = { type: 'claim.report-repeated', reportId, institutionId, branchId, ...said };
    return [repeated, ...attachTold(claim, { papers }, context)];
  }
  const { at, switches } = context;
  const promise = withSwitches(switches)['sla.partnerPromise'].start === 'reported' ? [startClock('partner-promise', at)] : [];
  const papers = oncePerDocument(registration.papers);
  const { reused } = sortPapers({ papers: [] }, registration.papers);
  const away = isSince(context, 2) ? awayOf(reused, 'document-id-reused') : [];
  const registered: FactBody = { type: 'claim.registered', ...registration, papers };
  return [registered, ...away, startClock('first-look', at), ...promise, ...stageOneClocks(registration, context)];
}

/** Two reports of one death may name two days: both are kept, and people settle it. */
function saidBy(claim: ClaimState, { kind, eventOn, accident, reportedAt }: Registration, context: ClockContext) {
  if (!isSince(context, 2)) return {};
  const happenedAt = accident === undefined ? {} : { happenedAt: accident.happenedAt };
  const stated = { kind, eventOn, ...happenedAt, reportedAt };
  return { stated, ...(agreesWith(claim, stated) ? {} : ({ differs: true } as const)) };
}

/** From 0.3.0 on, whoever reports stands to the claim, whoever was first. */
function joinedBy({ reportedAt, holders = [] }: Registration, context: ClockContext) {
  return isSince(context, 2) ? { joined: { reportedAt, holders } } : {};
}

/** The time for the stage I report runs from the accident; what came with the report, or before it, has its verdict at once. */
function stageOneClocks({ accident, papers, eventOn }: Registration, context: ClockContext): readonly FactBody[] {
  const { at } = context;
  if (!accident) return [];
  const { happenedAt, suspected } = accident;
  const isHere = papers.some(({ paper }) => paper === 'accident-report-1');
  const stageOneAt = accident.stageOneAt ?? (isHere ? at : undefined);
  const started = startClock('stage-1-report', happenedAt);
  if (stageOneAt === undefined) return [started];
  const received = Math.max(stageOneAt, happenedAt);
  return [started, stopClockAt('stage-1-report', received), ...(suspected ? startSuspicion(eventOn, received, context) : [])];
}

function settled(claim: ClaimState, event: Extract<ClaimEvent, { type: 'payoutChanged' }>, context: ClockContext): readonly FactBody[] {
  const { payoutId, issue, outcome } = event;
  if (outcome.state === 'confirmed' && outcome.order) return paidUnderEarlierOrder(claim, outcome.order, outcome, context);
  const payout = claim.payouts.find((candidate) => candidate.payoutId === payoutId && candidate.issue === issue);
  if (!payout || payout.state === 'held' || payout.state === 'declined' || payout.state === 'reversed') return [];
  if (outcome.state === 'reversed') return isAlive(payout) ? reversed(claim, payoutId, issue, outcome.why, context) : [];
  // A bank that takes back its no is believed: better known than paid again.
  if (outcome.state === 'confirmed') {
    const told = paidAtOf(outcome, payout, context);
    if (payout.state === 'confirmed') return isSince(context, 2) ? bookedOtherwise(payout, outcome, told) : [];
    return [{ type: 'payout.confirmed', payoutId, issue, bankReference: outcome.bankReference, ...told }];
  }
  if (payout.state === 'confirmed' || !isAlive(payout)) return [];
  if (outcome.state === 'unknown') {
    const { why, attempt } = outcome;
    const isKnown = payout.state === 'unknown' && payout.attempt === attempt;
    return isKnown ? [] : [{ type: 'payout.unknown', payoutId, issue, why, ...(attempt === undefined ? {} : { attempt }) }];
  }
  return [{ type: 'payout.refused', payoutId, issue, reason: outcome.reason }, ...stopRunning(claim, ['second-eyes'], context.at)];
}

/** Better known than paid again: the line becomes what the bank paid, as long as its own order has not been answered. */
function paidUnderEarlierOrder(claim: ClaimState, order: PayoutOrdered, outcome: Confirmed, context: ClockContext): readonly FactBody[] {
  const { payoutId, issue } = order;
  const isWaiting = claim.payouts.some((one) => one.payoutId === payoutId && one.issue > issue && one.state === 'ordered');
  if (!isWaiting) return [];
  const told = paidAtOf(outcome, {}, context);
  return [{ type: 'payout.confirmed', payoutId, issue, bankReference: outcome.bankReference, ...told, order }];
}

/** The bank's instant, between the sending and the hearing; what its clock said beyond them is noted. */
function paidAtOf({ paidAt, sentAt }: Confirmed, { orderedAt }: { readonly orderedAt?: Instant }, context: ClockContext): PaidAt {
  if (!isSince(context, 2)) return { paidAt };
  const earliest = Math.max(orderedAt ?? Number.NEGATIVE_INFINITY, sentAt ?? Number.NEGATIVE_INFINITY);
  const bounded = Math.min(Math.max(paidAt, earliest), context.at);
  return bounded === paidAt ? { paidAt } : { paidAt: bounded, saidAt: paidAt };
}

/** The same payment with another instant, as on the bank's statement. Another payment under the same order is a matter for reconciliation. */
function bookedOtherwise(payout: PayoutState, { bankReference, paidAt: told }: Confirmed, { paidAt, saidAt }: PaidAt): readonly FactBody[] {
  const { payoutId, issue, settledAt, saidAt: saidBefore } = payout;
  if (bankReference !== payout.bankReference || settledAt === undefined) return [];
  if (told === (saidBefore ?? settledAt) || paidAt === settledAt) return [];
  return [{ type: 'payout.paid-at-revised', payoutId, issue, paidAt, ...(saidAt === undefined ? {} : { saidAt }), was: settledAt }];
}

/** The line reopens, by people and four eyes only. A claim that had ended, or was paid, begins a new generation with a clock of its own. */
function reversed(claim: ClaimState, payoutId: string, issue: number, why: string, context: ClockContext): readonly FactBody[] {
  const fact: FactBody = { type: 'payout.reversed', payoutId, issue, why };
  // Of a claim that is recommended nobody waits for the second eyes any more; a compensation that came back waits for a release again.
  if (claim.status !== 'paid' && !isFinal(claim.status)) return [fact, ...stopRunning(claim, ['second-eyes'], context.at)];
  // What the claim itself owed stays paid: only the compensation is decided again.
  if ((claim.status === 'paid' || claim.status === 'closed') && isCompensation(claim, payoutId)) return [fact];
  const again = isSince(context, 2) ? clocksOfNewRound(claim, context) : beginAgain(claim, context);
  // A deadline nobody can compute is no reason to forget that the money came back.
  return [fact, { type: 'claim.reopened', ground: 'payment-reversed', reason: why }, ...('refused' in again ? [] : again)];
}

function isCompensation({ payouts }: ClaimState, payoutId: string): boolean {
  return payouts.some((payout) => payout.payoutId === payoutId && isLateCompensation(payout));
}

/** Both come from the same code, so equal content is equal text. */
function isSame<T>(before: readonly T[] | undefined, now: readonly T[]): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}
