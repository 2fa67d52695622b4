import type { ReceivedEvent } from '#adapters/kafka/port.ts';
import type { PayeeAccountDocument } from '#adapters/mongo/accounts-store.ts';
import { preparedOf } from '#adapters/mongo/prepared-file.ts';
import { type ReadinessDocument, readinessFileId } from '#adapters/mongo/readiness-store.ts';
import { eventCause } from '#domain/cause.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import type { CreditSignedV1 } from '#schemas/events/credit-signed.v1.ts';
import { type IntakeDeps, toldAtOf } from './deps.ts';
import { type HearingClaims, hearingClaims, tellHearing } from './making.ts';
import { applyEarlierNews, newsForClaims } from './membership.ts';

export async function openReadinessFile(deps: IntakeDeps, event: ReceivedEvent, data: CreditSignedV1): Promise<void> {
  const { institutionId, branchId, ...file } = data;
  const participantId = deps.participantIdOf(file.participant.nik);
  const _id = readinessFileId(institutionId, participantId);
  const toldAt = toldAtOf(event, deps.now());
  const declared = await keepDeclaredAccount(deps, _id, data);
  const document: ReadinessDocument = {
    _id,
    participantId,
    institutionId,
    branchId,
    file,
    ...(declared === undefined ? {} : { declaredAccountRef: declared._id }),
    // Always said: a newer telling with another account must take the flag away.
    flags: declared?.ownedByPartner ? ['account-of-partner'] : [],
    toldAt,
    eventId: event.id,
  };
  await deps.readiness.tell(document);
  const files = await applyEarlierNews(deps, participantId);
  const stands = files.find((one) => one._id === _id);
  if (stands) await tellClaims(deps, stands, eventCause(event.source, event.id));
}

/** Claims that were reported before their file came, by whomever. Those that have one are left in peace. */
async function tellClaims(deps: IntakeDeps, stands: ReadinessDocument, eventId: string): Promise<void> {
  const { participantId } = stands;
  const { id, role } = SYSTEM_ACTOR;
  const event = { type: 'readinessFound', file: preparedOf(stands), eventId, actor: { id, role } } as const;
  const hearing = await hearingClaims(deps, participantId);
  const onRecord = hearing.onRecord.filter((claim) => claim.readinessFileId === undefined);
  await tellHearing(deps, { ...hearing, onRecord }, event);
  if (onRecord.length + hearing.inTheMaking.length > 0) await tellNewsAgain(deps, { ...hearing, onRecord }, participantId, eventId);
}

/** News may have reached the claim between our reading of the file and our word of it, which then was the older of the two. */
async function tellNewsAgain(deps: IntakeDeps, hearing: HearingClaims, participantId: string, eventId: string): Promise<void> {
  const { id, role } = SYSTEM_ACTOR;
  for (const news of await deps.membershipNews.of(participantId)) {
    await tellHearing(deps, hearing, { ...newsForClaims(news), eventId: `${eventId}:${news.kpj}`, actor: { id, role } });
  }
}

async function keepDeclaredAccount(
  { accounts, participantIdOf }: IntakeDeps,
  fileId: string,
  { declaredPayee, family }: CreditSignedV1,
): Promise<PayeeAccountDocument | undefined> {
  if (!declaredPayee) return undefined;
  const { personId, bankCode, accountNumber } = declaredPayee;
  const { name: personName = '', nik } = family.find((person) => person.id === personId) ?? {};
  const nikHash = nik === undefined ? {} : { nikHash: participantIdOf(nik) };
  return accounts.keep(fileId, { personId, personName, bankCode, accountNumber, ...nikHash });
}
