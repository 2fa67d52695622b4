import { isNotRunning } from '#adapters/temporal/claim-gateway.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimEvent } from '#domain/claim/events.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import type { IntakeDeps } from './deps.ts';

/** Claims of a participant that still hear: those on record, and those being reported at this moment. */
export type HearingClaims = { readonly onRecord: readonly ClaimState[]; readonly inTheMaking: readonly ClaimId[]; readonly since: number };

/**
 * A report is noted with its participant before anything is read for it; news is written before anybody looks here. So of a report and
 * news that meet, at least one sees the other.
 */
export async function hearingClaims({ claims, participants }: IntakeDeps, participantId: string): Promise<HearingClaims> {
  // Noted before recorded, so asked for in this order: a claim that is recorded in between is found all the same.
  const { claimIds = [], reportedAt: since = 0 } = (await participants.find(participantId)) ?? {};
  const all = [...new Set([...(await claims.openOf(participantId)), ...claimIds])];
  const found = await Promise.all(all.map((claimId) => claims.find(claimId)));
  const onRecord = found.flatMap((claim) => (claim && !isFinal(claim.state.status) ? [claim.state] : []));
  return { onRecord, inTheMaking: all.filter((_claimId, index) => found[index] === undefined), since };
}

/** Told to each; a claim that has been noted and does not run yet is waited for, by coming again. Answers which of those heard it. */
export async function tellHearing(
  deps: IntakeDeps,
  { onRecord, inTheMaking, since }: HearingClaims,
  event: ClaimEvent,
): Promise<readonly ClaimId[]> {
  for (const { claimId } of onRecord) await deps.running.tell(claimId, event);
  const heard: ClaimId[] = [];
  for (const claimId of inTheMaking) if (await tellInTheMaking(deps, claimId, since, event)) heard.push(claimId);
  return heard;
}

/** A report that has not become a claim by then never will under this event: its repeat reads what was written meanwhile. */
const PATIENCE_MS = 10 * 60_000;

async function tellInTheMaking({ running, now }: IntakeDeps, claimId: ClaimId, since: number, event: ClaimEvent): Promise<boolean> {
  try {
    await running.tell(claimId, event);
    return true;
  } catch (error) {
    if (!isNotRunning(error)) throw error;
    if (now() - since < PATIENCE_MS) throw new Error(`claim ${claimId} is about to begin`, { cause: error });
    return false;
  }
}
