import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { ClaimStatus } from '#domain/claim/statuses.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import type { World } from '../support/world.ts';
import { TOLD_AT } from './claims-at.ts';

/** A claim number of its own for each `n` below 656,100. */
export function claimNumber(n: number): ClaimId {
  return claimIdFromDigest([n % 30, Math.floor(n / 30) % 30, Math.floor(n / 900) % 30, Math.floor(n / 27_000) % 30, 0, 0, 0, 0, 0, 0]);
}

/** Puts a claim into the store as it would read there, with no workflow behind it: for what only reads. */
export async function seedClaim(world: World, status: ClaimStatus, more: Partial<ClaimState>): Promise<ClaimState> {
  const { claim } = TOLD_AT[status]();
  const state = { ...claim, ...more };
  await world.stores.claims.save(state, 'seeded');
  return state;
}

export async function keepCalendar(world: World): Promise<void> {
  await world.stores.calendars.activate(NTT_2026);
}
