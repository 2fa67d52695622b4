import { createHash, createHmac } from 'node:crypto';
import type { ReceivedEvent } from '#adapters/kafka/port.ts';
import type { AccountsStore } from '#adapters/mongo/accounts-store.ts';
import type { CalendarsStore } from '#adapters/mongo/calendars-store.ts';
import type { ClaimsStore } from '#adapters/mongo/claims-store.ts';
import type { LateEventsStore } from '#adapters/mongo/late-events-store.ts';
import { type ReadinessDocument, type ReadinessStore, readinessFileId } from '#adapters/mongo/readiness-store.ts';
import type { ClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import { instant } from '#domain/calendar/instant.ts';
import { claimIdFromDigest } from '#domain/claim/claim-number.ts';
import type { ClaimEvent } from '#domain/claim/events.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import type { CreditSignedV1 } from '#schemas/events/credit-signed.v1.ts';
import type { DeathReportedV1 } from '#schemas/events/death-reported.v1.ts';

export type IntakeDeps = {
  readonly readiness: ReadinessStore;
  readonly accounts: Pick<AccountsStore, 'keep'>;
  readonly calendars: Pick<CalendarsStore, 'active'>;
  readonly claims: Pick<ClaimsStore, 'find'>;
  readonly lateEvents: Pick<LateEventsStore, 'keep'>;
  readonly running: Pick<ClaimGateway, 'report'>;
  /** Secret of the keyed hash that stands for a NIK wherever a NIK has no business. */
  readonly personKey: string;
};

/** What becomes of an event from outside. Idempotent: the same event again leaves everything as it was. */
export function createIntake(deps: IntakeDeps) {
  return async function handle(event: ReceivedEvent): Promise<void> {
    switch (event.type) {
      case 'credit.signed.v1':
        return openReadinessFile(deps, event, event.data);
      case 'death.reported.v1':
        return reportDeath(deps, event, event.data);
    }
  };
}

export function participantIdOf(nik: string, personKey: string): string {
  return createHmac('sha256', personKey).update(nik).digest('hex').slice(0, 32);
}

async function openReadinessFile(deps: IntakeDeps, event: ReceivedEvent, data: CreditSignedV1): Promise<void> {
  const { institutionId, branchId, ...file } = data;
  const participantId = participantIdOf(file.participant.nik, deps.personKey);
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

/** A person dies once: whoever reports, and however often, it is the same claim. */
async function reportDeath(deps: IntakeDeps, event: ReceivedEvent, data: DeathReportedV1): Promise<void> {
  const participantId = participantIdOf(data.participantNik, deps.personKey);
  const claimId = claimIdFromDigest(createHash('sha256').update(`death:${participantId}`).digest());
  const recorded = (await deps.claims.find(claimId))?.state;
  if (recorded && isFinal(recorded.status)) return keepForAPerson(deps, event, data, recorded);

  const calendar = await deps.calendars.active();
  const file = await deps.readiness.find(data.institutionId, participantId);
  // `state` counts only when no workflow runs: a claim on record whose workflow was lost goes on from its record.
  const input = { claimId, calendar, switches: {}, ...(recorded === undefined ? {} : { state: recorded }) };
  const told = await deps.running.report(input, toClaimEvent(event, data, participantId, file, calendar));
  // It ended between our look and our call; the record will be there when Kafka brings the event again.
  if (told === 'ended') throw new Error(`claim ${claimId} is ending`);
}

/** After the end of a claim nothing moves by itself: a repeat is nothing new, anything else waits for a person. */
async function keepForAPerson({ lateEvents }: IntakeDeps, event: ReceivedEvent, data: DeathReportedV1, claim: ClaimState): Promise<void> {
  if (claim.reportIds.includes(data.reportId)) return;
  const { institutionId } = data;
  await lateEvents.keep({ _id: event.id, claimId: claim.claimId, type: event.type, toldAt: event.time, institutionId });
}

function toClaimEvent(
  event: ReceivedEvent,
  data: DeathReportedV1,
  participantId: string,
  readiness: ReadinessDocument | undefined,
  calendar: { readonly id: string; readonly version: number },
): ClaimEvent {
  const { institutionId, branchId, reportId } = data;
  const file = readiness?.file;
  const prepared = (file?.papers ?? []).map(({ validUntil: _until, ...paper }) => paper);
  return {
    type: 'deathReported',
    eventId: event.id,
    actor: { id: data.reporter.staffId, role: 'machine', institution: institutionId, branch: branchId },
    registration: {
      reportId,
      kind: 'death',
      eventOn: data.diedOn,
      reportedAt: instant(data.reportedAt),
      institutionId,
      branchId,
      participantId,
      ...(readiness === undefined ? {} : { readinessFileId: readiness._id }),
      memberships: file?.memberships ?? [],
      ...(file?.wageBase === undefined ? {} : { wageBase: file.wageBase }),
      people: (file?.family ?? []).map(({ name: _name, nik: _nik, phone: _phone, ...person }) => person),
      papers: [...prepared, ...data.papers],
      calendar: { id: calendar.id, version: calendar.version },
    },
  };
}
