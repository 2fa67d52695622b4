import { PoisonEvent } from '#adapters/kafka/faults.ts';
import type { ReceivedEvent } from '#adapters/kafka/port.ts';
import type { WaitingPapers } from '#adapters/mongo/waiting-papers-store.ts';
import { eventCause, ownIdOf } from '#domain/cause.ts';
import { refuseImpossibleDay, refuseReusedDocument, refuseTooManyPapers, sortPapers } from '#domain/claim/bounds.ts';
import { type ClaimId, parseClaimId } from '#domain/claim/claim-number.ts';
import { isParty } from '#domain/claim/parties.ts';
import type { ClaimPaper } from '#domain/claim/parts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import type { DocumentsAddedV1 } from '#schemas/events/documents-added.v1.ts';
import { type IntakeDeps, keepForAPerson, toldAtOf } from './deps.ts';

/** Papers for a claim the partner reported or prepared for; anybody else's claim is to it as if it were not there. */
export async function addDocuments(deps: IntakeDeps, event: ReceivedEvent, data: DocumentsAddedV1): Promise<void> {
  const claimId = parseClaimId(data.claimId);
  if (!claimId) throw claimUnknown();
  const { institutionId, branchId, staffId, papers } = data;
  const waitingSince = deps.now();
  // The id of an event is its source’s: two partners may well use the same.
  const cause = eventCause(event.source, event.id);
  const toldAt = toldAtOf(event, waitingSince);
  const told: WaitingPapers = { _id: cause, claimId, institutionId, branchId, staffId, papers, toldAt, waitingSince };
  const claim = await claimOf(deps, claimId);
  if (!claim) return keepUntilReported(deps, told);
  if (!isParty(claim, institutionId)) throw claimUnknown();
  await refuseAtTheDoor(deps, claim, papers);
  await givePapers(deps, claim, told);
  // Of an earlier try, which did not find the claim.
  await deps.waitingPapers.remove(cause);
}

/** What came before the report that it belongs to. Read after the report was given, so that papers told at the same time are not missed. */
export async function giveWaitingPapers(deps: IntakeDeps, claimId: ClaimId): Promise<void> {
  const waiting = await deps.waitingPapers.ofClaim(claimId);
  if (waiting.length === 0) return;
  const claim = await claimOf(deps, claimId);
  if (!claim) throw new Error(`claim ${claimId} is not on record yet`);
  for (const told of waiting) {
    // Somebody else's: they stay for a person, who sees them waiting.
    if (!isParty(claim, told.institutionId)) continue;
    await givePapers(deps, claim, told);
    await deps.waitingPapers.remove(told._id);
  }
}

async function keepUntilReported(deps: IntakeDeps, told: WaitingPapers): Promise<void> {
  if (!(await deps.waitingPapers.keep(told))) {
    throw new PoisonEvent('claim-unknown', `${UNKNOWN} Terlalu banyak berkas lembaga ini menunggu klaim yang belum dilaporkan.`);
  }
  // Looked at again after keeping: whoever reports the claim looks for waiting papers after reporting, so one of the two sees the other.
  if (await deps.running.isRunning(told.claimId)) throw new Error(`claim ${told.claimId} is being registered`);
  if (await claimOf(deps, told.claimId)) await giveWaitingPapers(deps, told.claimId);
}

async function givePapers(deps: IntakeDeps, claim: ClaimState, told: WaitingPapers): Promise<void> {
  const { _id: id, institutionId, branchId, staffId, papers, toldAt } = told;
  if (isFinal(claim.status)) {
    const event = { id: ownIdOf(id), type: 'documents.added.v1', time: toIso(toldAt) } as const;
    return keepForAPerson(deps, event, claim, { institutionId, branchId, papers });
  }
  const actor = { id: staffId, role: 'machine', institution: institutionId, branch: branchId } as const;
  await deps.running.tell(claim.claimId, { type: 'documentsAdded', eventId: id, actor, papers });
}

async function claimOf({ claims }: IntakeDeps, claimId: ClaimId): Promise<ClaimState | undefined> {
  return (await claims.find(claimId))?.state;
}

const UNKNOWN = 'Klaim dengan nomor itu tidak ada pada lembaga ini.';

function claimUnknown(): PoisonEvent {
  return new PoisonEvent('claim-unknown', `${UNKNOWN} Periksa nomor klaim lalu kirim ulang.`);
}

/** Told here, where the event goes to dead letters whole; the claim itself could only turn it away. After its end a person looks at all of it. */
async function refuseAtTheDoor({ calendars, now }: IntakeDeps, claim: ClaimState, papers: readonly ClaimPaper[]): Promise<void> {
  if (isFinal(claim.status)) return;
  const sorted = sortPapers(claim, papers);
  const refusal =
    refuseImpossibleDay(papers, now(), await calendars.ofClaim(claim)) ??
    refuseReusedDocument(sorted) ??
    refuseTooManyPapers(claim, sorted.fresh.length);
  if (refusal) throw new PoisonEvent(refusal.refused, refusal.text);
}
