import type { StandingCounts } from '#adapters/metrics/port.ts';
import type { OpenClaim } from '#adapters/mongo/claims-store.ts';
import { type ToldStanding, toldStanding } from '#domain/time/clock/told-standing.ts';

export const NOBODY_STANDS: StandingCounts = { safe: 0, soon: 0, late: 0 };

export function addStandings(counts: StandingCounts, batch: readonly OpenClaim[]): StandingCounts {
  const added: Record<ToldStanding, number> = { ...counts };
  for (const claim of batch) {
    const standing = standingOf(claim);
    if (standing !== undefined) added[standing] += 1;
  }
  return added;
}

/** Undefined of a record that cannot be read: the pass notes an incident about it. */
function standingOf({ state }: OpenClaim): ToldStanding | undefined {
  try {
    return toldStanding(state.clocks, state.rungs);
  } catch {
    return undefined;
  }
}
