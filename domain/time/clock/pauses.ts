import type { Instant } from '#domain/time/calendar/instant.ts';
import type { PauseGround } from './grounds.ts';
import type { ClockLedger } from './ledger.ts';

/** A stretch in which a clock stands still, whatever the grounds; `to` is Infinity while nobody knows. */
export type Standstill = { readonly from: Instant; readonly to: Instant };

/**
 * The pauses that hold this clock, merged so that overlaps count once, within its life up to `horizon`.
 * With an infinite horizon an open pause never ends; with `asOf` it lasts until then.
 */
export function standstills(ledger: ClockLedger, pausedBy: readonly PauseGround[], horizon: Instant): Standstill[] {
  if (ledger.pauses.length === 0) return [];
  const clipped = ledger.pauses
    .filter((pause) => pausedBy.includes(pause.ground))
    .map((pause) => ({ from: Math.max(pause.from, ledger.startedAt), to: Math.min(pause.to ?? Number.POSITIVE_INFINITY, horizon) }))
    .filter((pause) => pause.from < pause.to)
    .sort((one, other) => one.from - other.from);
  const merged: Standstill[] = [];
  for (const pause of clipped) {
    const last = merged.at(-1);
    if (last && pause.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, pause.to) };
    else merged.push(pause);
  }
  return merged;
}

/** Since when the clock has been standing still at `at`, without a break; undefined while it runs. The end of a pause is no longer paused. */
export function pausedSince(ledger: ClockLedger, pausedBy: readonly PauseGround[], at: Instant): Instant | undefined {
  const holds = ledger.pauses.some(
    (pause) => pausedBy.includes(pause.ground) && pause.from <= at && (pause.to === undefined || pause.to > at),
  );
  if (!holds) return undefined;
  const last = standstills(ledger, pausedBy, at).at(-1);
  return last?.to === at ? last.from : at;
}
