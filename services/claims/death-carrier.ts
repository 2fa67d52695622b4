import type { Command } from '#domain/claim/commands.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Needs } from '#services/deps.ts';

const RULE = 'rules.md section 3: JKM and JKK are never paid for the same death';

/** A death is carried by one claim: an accident that becomes one must not pay beside a report of the same death. */
export function bringsDeath(commands: readonly Command[]): boolean {
  return commands.some((command) => command.type === 'concludeTreatment' && command.outcome === 'died');
}

/** Takes the death over for this claim, or says which claim carries it. Repeatable. */
export async function carryDeath(
  { participantId, claimId }: Pick<ClaimState, 'participantId' | 'claimId'>,
  { stores, now }: Needs<'deaths' | 'claims', 'now'>,
): Promise<Refusal | undefined> {
  const carrier = await stores.deaths.carriedBy(participantId, claimId, now());
  if (carrier.claimId === claimId) return undefined;
  const other = (await stores.claims.find(carrier.claimId))?.state;
  const isFree = other?.status === 'withdrawn' && (await stores.deaths.handOver(participantId, carrier.claimId, claimId, now()));
  if (isFree) return undefined;
  const text = `Kematian peserta ini sudah dibawa klaim ${carrier.claimId}. Tarik dahulu klaim itu, lalu catat lagi di sini.`;
  return refuse('point-open', text, RULE);
}

/** The rules refused what would have made this claim a death: whoever reports the death next carries it. */
export async function letDeathGo(claim: ClaimState, { stores }: Needs<'deaths'>): Promise<void> {
  if (claim.kind === 'accident') await stores.deaths.letGo(claim.participantId, claim.claimId);
}
