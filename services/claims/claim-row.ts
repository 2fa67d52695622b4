import { maySeeMoney } from '#domain/access.ts';
import { checklistOf, claimTypeOf } from '#domain/claim/checklist.ts';
import { urgentRisk } from '#domain/claim/reports/at-risk.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { Actor } from '#domain/people/actor.ts';
import { type Instant, toIso } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { text } from '#locales/text.ts';
import { clocksFor } from './claim-view.ts';
import { tightest, toClockRow } from './clock-view.ts';
import { standingOf } from './party-view.ts';
import { whoActs } from './who-acts.ts';

/** A claim in a list: who has it, what is missing, until when. No arithmetic, no family; those are a click away. */
export function toClaimRow(claim: ClaimState, actor: Actor, calendar: CalendarPack, asOf: Instant) {
  const { missing } = checklistOf(claim, toLocal(asOf, calendar.zone).day, {});
  const clocks = clocksFor(actor, claim).map((ledger) => toClockRow(ledger, calendar, asOf));
  const clock = tightest(clocks);
  const open = clocks.filter(({ state }) => state !== 'stopped').length;
  return {
    claimId: claim.claimId,
    status: claim.status,
    statusText: text(`status.${claim.status}`),
    holder: text(`ball.${whoActs(claim.status, missing)}`),
    kind: claim.kind,
    eventOn: claim.eventOn,
    ...standingOf(claim, actor),
    updatedAt: toIso(claim.updatedAt),
    generation: claim.generation,
    seq: claim.seq,
    missingPapers: missing.length,
    ...(clock === undefined ? {} : { clock, otherClocks: open - 1 }),
    ...(maySeeMoney(actor)
      ? { type: claimTypeOf(claim), programme: claim.programme, amount: amountOf(claim), risk: urgentRisk(claim, calendar, asOf) }
      : {}),
  };
}

function amountOf({ recommendation }: ClaimState): number | undefined {
  return recommendation?.outcome === 'pay' ? recommendation.total : undefined;
}
