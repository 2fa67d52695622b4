import type { Instant } from '#domain/time/calendar/instant.ts';

/** Sandbox only: a claim that the time machine moved ahead of the wall clock is shown at its own time, never at one before its last fact. */
export function ownAsOf(now: Instant, claim: { readonly updatedAt: Instant }): Instant {
  return Math.max(now, claim.updatedAt);
}
