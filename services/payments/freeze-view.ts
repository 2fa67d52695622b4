import type { Stores } from '#adapters/mongo/stores.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { railFor } from '#domain/money/payout/channel.ts';
import { type Freeze, isInForce, lastStep } from '#domain/money/payout/freeze.ts';
import { type Wait, waitBeforeLeaving } from '#domain/money/payout/leaving.ts';
import { type Instant, toIso } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';

export function toFreezeView(freeze: Freeze, at: Instant) {
  const { step } = lastStep(freeze);
  return {
    freezeId: freeze.freezeId,
    from: toIso(freeze.from),
    until: toIso(freeze.until),
    state: step,
    stateText: text(`freeze.${step}`),
    inForce: isInForce(freeze, at),
    steps: freeze.steps.map(({ at: when, ...rest }) => ({ ...rest, at: toIso(when) })),
  };
}

/** Without `until` nobody knows: the calendar of that year is missing. */
export type PayoutWait = { readonly why: Wait['why']; readonly text: string; readonly until?: string };

/** What holds the orders of a claim that have not left, by payout id: a freeze, the hours of the rail, or a year without calendar. */
export async function waitsOf(claim: ClaimState, stores: Pick<Stores, 'freezes' | 'calendars'>, at: Instant) {
  const ordered = claim.payouts.filter(({ state }) => state === 'ordered');
  const waits = new Map<string, PayoutWait>();
  if (ordered.length === 0) return waits;
  const [freezes, calendar] = await Promise.all([stores.freezes.notOver(at), stores.calendars.active()]);
  for (const { payoutId, amount, exempted } of ordered) {
    const wait = waitBeforeLeaving(railFor(amount).hours, exempted ? [] : freezes, calendar, at);
    if (!wait) continue;
    const until = wait.until === undefined ? {} : { until: toIso(wait.until) };
    waits.set(payoutId, { why: wait.why, text: text(`payout.wait.${wait.why}`), ...until });
  }
  return waits;
}
