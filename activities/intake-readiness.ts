import type { ReceivedEvent } from '#adapters/kafka/port.ts';
import { type ReadinessDocument, readinessFileId } from '#adapters/mongo/readiness-store.ts';
import { instant } from '#domain/calendar/instant.ts';
import type { CreditSignedV1 } from '#schemas/events/credit-signed.v1.ts';
import type { IntakeDeps } from './intake-deps.ts';

export async function openReadinessFile(deps: IntakeDeps, event: ReceivedEvent, data: CreditSignedV1): Promise<void> {
  const { institutionId, branchId, ...file } = data;
  const participantId = deps.participantIdOf(file.participant.nik);
  const _id = readinessFileId(institutionId, participantId);
  const declared = await keepDeclaredAccount(deps, _id, data);
  const document: ReadinessDocument = {
    _id,
    participantId,
    institutionId,
    branchId,
    file,
    ...(declared === undefined ? {} : { declaredAccountRef: declared }),
    toldAt: instant(event.time),
    eventId: event.id,
  };
  await deps.readiness.tell(document);
}

async function keepDeclaredAccount(
  { accounts }: IntakeDeps,
  fileId: string,
  { declaredPayee, family }: CreditSignedV1,
): Promise<string | undefined> {
  if (!declaredPayee) return undefined;
  const { personId, bankCode, accountNumber } = declaredPayee;
  const personName = family.find((person) => person.id === personId)?.name ?? '';
  return (await accounts.keep(fileId, { personId, personName, bankCode, accountNumber }))._id;
}
