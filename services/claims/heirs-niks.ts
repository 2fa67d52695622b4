import type { CommandBody } from '#domain/claim/commands.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { sharedNiks } from '#domain/people/identity/shared-nik.ts';
import type { Needs } from '#services/deps.ts';

type Heirs = Extract<CommandBody, { type: 'resolveHeirs' }>;

/** NIKs are in the readiness file only; the claim is told which of its people share one, never the number. */
export async function withSharedNiks(claim: ClaimState, body: Heirs, { stores }: Needs<'readiness'>): Promise<Heirs> {
  const [prepared] = claim.readinessFileId === undefined ? [] : await stores.readiness.findByIds([claim.readinessFileId]);
  const shared = prepared ? sharedNiks(prepared.file) : [];
  return shared.length === 0 ? body : { ...body, sharedNiks: shared };
}
