import type { ReceivedEvent } from '#adapters/kafka/port.ts';
import type { AccountsStore } from '#adapters/mongo/accounts-store.ts';
import type { CalendarsStore } from '#adapters/mongo/calendars-store.ts';
import type { ClaimsStore } from '#adapters/mongo/claims-store.ts';
import type { DeathsStore } from '#adapters/mongo/deaths-store.ts';
import type { LateEventsStore } from '#adapters/mongo/late-events-store.ts';
import type { ParticipantsStore } from '#adapters/mongo/participants-store.ts';
import type { ReadinessStore } from '#adapters/mongo/readiness-store.ts';
import type { ClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';

export type IntakeDeps = {
  readonly readiness: ReadinessStore;
  readonly accounts: Pick<AccountsStore, 'keep'>;
  readonly calendars: Pick<CalendarsStore, 'active' | 'ofClaim'>;
  readonly claims: Pick<ClaimsStore, 'find' | 'openOf'>;
  readonly deaths: DeathsStore;
  readonly participants: Pick<ParticipantsStore, 'keep'>;
  readonly lateEvents: Pick<LateEventsStore, 'keep'>;
  readonly running: Pick<ClaimGateway, 'report' | 'tell'>;
  readonly now: () => number;
  /** The keyed hash that stands for a NIK wherever a NIK has no business. */
  readonly participantIdOf: (nik: string) => string;
};

/** After the end of a claim nothing moves by itself: what comes then waits for a person. */
export async function keepForAPerson(
  { lateEvents }: Pick<IntakeDeps, 'lateEvents'>,
  event: ReceivedEvent,
  claimId: ClaimId,
  institutionId: string,
): Promise<void> {
  await lateEvents.keep({ _id: event.id, claimId, type: event.type, toldAt: event.time, institutionId });
}
