import { PoisonEvent } from '#adapters/kafka/faults.ts';
import type { ReceivedEvent } from '#adapters/kafka/port.ts';
import { parseClaimId } from '#domain/claim/claim-number.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import type { DocumentsAddedV1 } from '#schemas/events/documents-added.v1.ts';
import { type IntakeDeps, keepForAPerson } from './intake-deps.ts';

/** Papers for a claim the partner reported itself; anybody else's claim is to it as if it were not there. */
export async function addDocuments(deps: IntakeDeps, event: ReceivedEvent, data: DocumentsAddedV1): Promise<void> {
  const { institutionId, branchId, staffId, papers } = data;
  const claimId = parseClaimId(data.claimId);
  const claim = claimId && (await deps.claims.find(claimId))?.state;
  if (!claim || claim.institutionId !== institutionId) throw new PoisonEvent('claim-unknown', unknownClaim());
  if (isFinal(claim.status)) return keepForAPerson(deps, event, claim.claimId, institutionId);
  const actor = { id: staffId, role: 'machine', institution: institutionId, branch: branchId } as const;
  await deps.running.tell(claim.claimId, { type: 'documentsAdded', eventId: event.id, actor, papers });
}

function unknownClaim(): string {
  return 'Klaim dengan nomor itu tidak ada pada lembaga ini. Periksa nomor klaim lalu kirim ulang.';
}
