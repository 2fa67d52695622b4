import type { CalendarsStore } from '#adapters/mongo/calendars-store.ts';
import type { ClaimsStore } from '#adapters/mongo/claims-store.ts';
import type { EntitlementsStore } from '#adapters/mongo/entitlements-store.ts';
import type { NoticesStore } from '#adapters/mongo/notices-store.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { PayoutOrdered } from '#domain/claim/facts.ts';
import { givenReadings } from '#domain/claim/readings.ts';
import { type EntitlementId, entitlementIdOf } from '#domain/entitlement-id.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { PayoutOwner } from '#domain/money/payout/owner.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import { AMOUNT_CHANGES, type AmountChange } from '#domain/scholarship/entitlement/amount-changes.ts';
import { passTime } from '#domain/scholarship/entitlement/course.ts';
import { approvalCause, type NoScholarship, openingsOf } from '#domain/scholarship/entitlement/open-from-claim.ts';
import { nextLookAt } from '#domain/scholarship/entitlement/proof-clock.ts';
import { isSettled, lineOf } from '#domain/scholarship/entitlement/state.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { notYet } from './failures.ts';
import { noticesOf } from './scholarship-notices.ts';

export type ScholarshipDeps = {
  readonly claims: Pick<ClaimsStore, 'find'>;
  readonly entitlements: Pick<EntitlementsStore, 'open' | 'change' | 'list'>;
  readonly notices: Pick<NoticesStore, 'keep'>;
  readonly calendars: Pick<CalendarsStore, 'active'>;
  readonly amountChanges?: readonly AmountChange[];
};

export type ScholarshipOrder = { readonly claimId: ClaimId; readonly payout: PayoutOrdered; readonly owner: PayoutOwner };

/** `nextAt`: when to look again if nobody says anything; absent while only people or the bank can move the year. */
export type YearStep = { readonly isSettled: boolean; readonly nextAt?: Instant; readonly order?: ScholarshipOrder };

export type Opened = {
  readonly opened: readonly EntitlementId[];
  readonly why?: NoScholarship;
  readonly withoutBirthDate: readonly string[];
};

/** Two, whatever the people of the claim turn out to be later. */
const MOST_CHILDREN = 2;

export function createScholarshipActivities(deps: ScholarshipDeps) {
  const { claims, entitlements, notices, calendars, amountChanges = AMOUNT_CHANGES } = deps;
  return {
    /** Opens the scholarships of an approved claim. May run any number of times: a child's is opened once, for ever. */
    async openEntitlements(asked: { readonly claimId: ClaimId; readonly switches?: Partial<Switches> }): Promise<Opened> {
      const claim = (await claims.find(asked.claimId))?.state;
      if (!claim) throw notYet(`claim ${asked.claimId} is not on record yet`);
      const { openings, why, withoutBirthDate } = openingsOf(claim, asked.switches ?? givenReadings(claim));
      const there = new Set((await entitlements.list({ claimId: asked.claimId }, MOST_CHILDREN)).map(({ id }) => id));
      const { id: actorId, role } = SYSTEM_ACTOR;
      const stamp = { at: claim.updatedAt, actor: { id: actorId, role }, cause: approvalCause(claim) };
      const opened: EntitlementId[] = [];
      for (const opening of openings) {
        const id = entitlementIdOf(opening.claimId, opening.childId);
        if (!there.has(id) && there.size >= MOST_CHILDREN) continue;
        await entitlements.open(id, { type: 'entitlement.opened', ...opening, ...stamp });
        there.add(id);
        opened.push(id);
      }
      return { opened, withoutBirthDate, ...(why === undefined ? {} : { why }) };
    },

    /**
     * Lets time pass for one school year: it is asked for, reminded of, closed. Answers what the workflow has to do and when to look again.
     * May run any number of times; `at` is the workflow's own time.
     */
    async advanceYear(year: {
      readonly entitlementId: EntitlementId;
      readonly schoolYear: number;
      readonly at: Instant;
    }): Promise<YearStep> {
      const { entitlementId, schoolYear, at } = year;
      const context = { at, calendar: await calendars.active(), changes: amountChanges };
      let changed = await entitlements.change(entitlementId, (one) => passTime(one, schoolYear, context));
      while (changed.fact) changed = await entitlements.change(entitlementId, (one) => passTime(one, schoolYear, context));
      const { state } = changed;
      const line = lineOf(state, schoolYear);
      if (!line) return { isSettled: false };
      await notices.keep(noticesOf(state, line));
      if (isSettled(line)) return { isSettled: true };
      const nextAt = nextLookAt(state, line, context.calendar, at);
      const isOwed = line.state === 'ordered' && line.payout !== undefined;
      const owner: PayoutOwner = { type: 'scholarship', entitlementId };
      return {
        isSettled: false,
        ...(nextAt === undefined ? {} : { nextAt }),
        ...(isOwed && line.payout ? { order: { claimId: state.claimId as ClaimId, payout: line.payout, owner } } : {}),
      };
    },
  };
}
