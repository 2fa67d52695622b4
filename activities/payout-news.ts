import type { CalendarsStore } from '#adapters/mongo/calendars-store.ts';
import type { ClaimsStore } from '#adapters/mongo/claims-store.ts';
import type { EntitlementsStore } from '#adapters/mongo/entitlements-store.ts';
import { type ClaimGateway, isNotRunning } from '#adapters/temporal/claim-gateway.ts';
import type { ScholarshipGateway } from '#adapters/temporal/scholarship-gateway.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { type ClaimEvent, hasHeard, type PayoutOutcome } from '#domain/claim/events.ts';
import type { PayoutOrdered } from '#domain/claim/facts.ts';
import { givenReadings } from '#domain/claim/readings.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import { bookedId, newsId } from '#domain/money/payout/news-id.ts';
import type { PayoutOwner } from '#domain/money/payout/owner.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import { AMOUNT_CHANGES } from '#domain/scholarship/entitlement/amount-changes.ts';
import { hearPayout } from '#domain/scholarship/entitlement/course.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { notYet } from './failures.ts';

export type PayoutNewsDeps = {
  readonly running: Pick<ClaimGateway, 'tell' | 'tellEnded'>;
  readonly claims: Pick<ClaimsStore, 'find' | 'participantOf'>;
  readonly entitlements: Pick<EntitlementsStore, 'change' | 'find'>;
  readonly calendars: Pick<CalendarsStore, 'active' | 'ofClaim'>;
  /** Without it the year looks for itself at the next daily pass. */
  readonly scholarships?: Pick<ScholarshipGateway, 'wake'>;
  readonly now: () => number;
};

/** Our clock and the bank's differ, and an answer takes a moment: a verdict does not hang on seconds. */
const AS_GOOD_AS_EQUAL_MS = 60_000;

export type Booked = { readonly payoutId: string; readonly issue: number; readonly bankReference: string; readonly bookedAt: Instant };

type Told = { readonly claimId: ClaimId; readonly order: PayoutOrdered; readonly owner?: PayoutOwner };

/** Tells whoever ordered it what became of a payout. Repeatable: what was heard is dropped. Telling throws until it has been heard. */
export function createPayoutNews({ running, claims, entitlements, calendars, scholarships, now }: PayoutNewsDeps) {
  /** A claim that ended without knowing wakes from its record: money that arrived, or came back, must be on it. */
  async function tellClaim({ claimId, order }: Told, outcome: PayoutOutcome): Promise<void> {
    const event = toClaimEvent(order, outcome);
    try {
      await running.tell(claimId, event);
    } catch (error) {
      if (!isNotRunning(error)) throw error;
      const state = (await claims.find(claimId))?.state;
      if (!state || !isFinal(state.status)) throw notYet(`claim ${claimId} does not run and has to hear of ${event.eventId}`);
      if (hasNothingToHear(state, event, outcome)) return;
      await running.tellEnded({ claimId, calendar: await calendars.ofClaim(state), switches: givenReadings(state), state }, event);
    }
  }

  /** On record first, whether or not the year's workflow runs; that one only looks again. */
  async function tellScholarship({ entitlementId }: PayoutOwner, order: PayoutOrdered, outcome: PayoutOutcome): Promise<void> {
    const context = { at: now(), calendar: await calendars.active(), changes: AMOUNT_CHANGES };
    const { state } = await entitlements.change(entitlementId, (one) => hearPayout(one, order, outcome, context));
    const line = state.years.find(({ payout }) => payout?.payoutId === order.payoutId);
    if (line) await scholarships?.wake(entitlementId, line);
  }

  /** Another instant of the same payment, as the bank's books show it; no owner but a claim has a deadline hanging on it. */
  async function tellBooked(claimId: ClaimId, { payoutId, issue, bankReference, bookedAt }: Booked): Promise<boolean> {
    const state = (await claims.find(claimId))?.state;
    const line = state?.payouts.find((payout) => payout.payoutId === payoutId && payout.issue === issue);
    if (!state || line?.bankReference !== bankReference || line.settledAt === undefined) return false;
    if (Math.abs(bookedAt - line.settledAt) < AS_GOOD_AS_EQUAL_MS || bookedAt === line.saidAt) return false;
    const { id, role } = SYSTEM_ACTOR;
    const outcome: PayoutOutcome = { state: 'confirmed', bankReference, paidAt: bookedAt };
    const eventId = bookedId({ payoutId, issue }, bookedAt);
    const event: ClaimEvent = { type: 'payoutChanged', eventId, actor: { id, role }, payoutId, issue, outcome };
    if (state.causes.includes(eventId)) return false;
    try {
      await running.tell(claimId, event);
    } catch (error) {
      if (!isNotRunning(error)) throw error;
      if (!isFinal(state.status)) throw notYet(`claim ${claimId} does not run and has to hear when ${payoutId} was booked`);
      await running.tellEnded({ claimId, calendar: await calendars.ofClaim(state), switches: {}, state }, event);
    }
    return true;
  }

  return {
    tellBooked,

    tellOwner: (told: Told, outcome: PayoutOutcome): Promise<void> =>
      told.owner ? tellScholarship(told.owner, told.order, outcome) : tellClaim(told, outcome),

    /** Whether it is on the owner's record that the money of this order came back. */
    async hasHeardReversal({ claimId, order: { payoutId, issue }, owner }: Told): Promise<boolean> {
      if (!owner) {
        const state = (await claims.find(claimId))?.state;
        return state !== undefined && hasHeard(state, reversalOf(payoutId, issue));
      }
      const years = (await entitlements.find(owner.entitlementId))?.years ?? [];
      return years.some(({ payout, reversedIssue }) => payout?.payoutId === payoutId && reversedIssue === issue);
    },
  };
}

function toClaimEvent({ payoutId, issue: ordered }: PayoutOrdered, outcome: PayoutOutcome): ClaimEvent {
  const issue = outcome.state === 'confirmed' ? (outcome.order?.issue ?? ordered) : ordered;
  const { id, role } = SYSTEM_ACTOR;
  const eventId = newsId({ payoutId, issue }, outcome);
  return { type: 'payoutChanged', eventId, actor: { id, role }, payoutId, issue, outcome };
}

/** An earlier try may have told it and died before it could say so; and of money that did not move an ended claim needs no word. */
function hasNothingToHear(claim: ClaimState, event: ClaimEvent, { state }: PayoutOutcome): boolean {
  return state === 'refused' || state === 'unknown' || hasHeard(claim, event);
}

function reversalOf(payoutId: string, issue: number) {
  const outcome = { state: 'reversed', why: '' } as const;
  return { type: 'payoutChanged', eventId: newsId({ payoutId, issue }, outcome), payoutId, issue, outcome } as const;
}
