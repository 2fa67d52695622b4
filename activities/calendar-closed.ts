import type { CalendarsStore } from '#adapters/mongo/calendars-store.ts';
import type { OpenClaimsStore } from '#adapters/mongo/open-claims-store.ts';
import type { ClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import type { ClaimEvent } from '#domain/claim/events.ts';
import { unnoticedUnknown } from '#domain/claim/late-money.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { CalendarVersion } from '#domain/time/calendar/pack.ts';

export type ClosedClaimsDeps = {
  readonly calendars: Pick<CalendarsStore, 'find'>;
  readonly openClaims: Pick<OpenClaimsStore, 'closedUnjudged'>;
  readonly running: Pick<ClaimGateway, 'tellEnded'>;
  readonly now: () => number;
};

const BATCH = 100;

/**
 * Claims that a release before 0.3.0 closed without knowing whether they were paid in time wake for the calendar that may tell. `step` is
 * called after each batch and may throw to end the pass; whoever was told is on the new calendar and is not met again.
 */
export function createClosedClaims({ calendars, openClaims, running, now }: ClosedClaimsDeps) {
  async function wakes(state: ClaimState, event: ClaimEvent): Promise<boolean> {
    const calendar = await calendars.find(state.calendar.id, state.calendar.version);
    if (!calendar || unnoticedUnknown(state, { at: now(), calendar, switches: {} }).length === 0) return false;
    await running.tellEnded({ claimId: state.claimId, calendar, switches: {}, state }, event);
    return true;
  }

  return async function tellUnjudged(calendar: CalendarVersion, event: ClaimEvent, step: () => void): Promise<number> {
    let told = 0;
    for (let after = ''; ; ) {
      const batch = await openClaims.closedUnjudged(after, BATCH, calendar);
      for (const state of batch) told += (await wakes(state, event)) ? 1 : 0;
      step();
      const last = batch.at(-1);
      if (!last || batch.length < BATCH) return told;
      after = last.claimId;
    }
  };
}
