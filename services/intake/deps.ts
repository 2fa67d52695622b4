import { PoisonEvent } from '#adapters/kafka/faults.ts';
import type { ReceivedEvent } from '#adapters/kafka/port.ts';
import type { AccountsStore } from '#adapters/mongo/accounts-store.ts';
import type { CalendarsStore } from '#adapters/mongo/calendars-store.ts';
import type { ClaimsStore } from '#adapters/mongo/claims-store.ts';
import type { DeathsStore } from '#adapters/mongo/deaths-store.ts';
import type { LateEventsStore } from '#adapters/mongo/late-events-store.ts';
import type { MembershipNewsStore } from '#adapters/mongo/membership-news-store.ts';
import type { ParticipantsStore } from '#adapters/mongo/participants-store.ts';
import type { ReadinessStore } from '#adapters/mongo/readiness-store.ts';
import type { ReadingsStore } from '#adapters/mongo/readings-store.ts';
import type { WaitingPapersStore } from '#adapters/mongo/waiting-papers-store.ts';
import type { ClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import type { LateNews } from '#domain/claim/late-news/late-news.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { ClaimReadings } from '#domain/law/readings/readings.ts';
import { type Instant, instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import type { FamilyCodeDeps } from './first-code.ts';

export type IntakeDeps = {
  readonly readiness: ReadinessStore;
  readonly accounts: Pick<AccountsStore, 'keep'>;
  readonly calendars: Pick<CalendarsStore, 'active' | 'ofClaim'>;
  readonly readings: Pick<ReadingsStore, 'inForce'>;
  readonly claims: Pick<ClaimsStore, 'find' | 'openOf'>;
  readonly deaths: DeathsStore;
  readonly participants: ParticipantsStore;
  readonly membershipNews: Pick<MembershipNewsStore, 'hear' | 'of' | 'setWaiting'>;
  readonly waitingPapers: Pick<WaitingPapersStore, 'keep' | 'ofClaim' | 'remove'>;
  readonly lateEvents: Pick<LateEventsStore, 'keep'>;
  readonly running: Pick<ClaimGateway, 'report' | 'tell' | 'isRunning'>;
  /** Without it nobody of the family is sent a code, and the counter makes one. */
  readonly families?: Omit<FamilyCodeDeps, 'now'>;
  readonly now: () => number;
  /** The keyed hash that stands for a NIK wherever a NIK has no business. */
  readonly participantIdOf: (nik: string) => string;
};

/** What a claim registered today is decided by to its end; nothing where nobody has set anything. */
export async function readingsNow(
  { readings, now }: Pick<IntakeDeps, 'readings' | 'now'>,
  { zone }: Pick<CalendarPack, 'zone'>,
): Promise<{ readonly readings?: ClaimReadings }> {
  const set = await readings.inForce(toLocal(now(), zone).day);
  return set === undefined ? {} : { readings: { version: set.version, switches: set.switches } };
}

/** After the end of a claim nothing moves by itself: what comes then waits for a person. */
export async function keepForAPerson(
  { lateEvents }: Pick<IntakeDeps, 'lateEvents'>,
  event: Pick<ReceivedEvent, 'id' | 'type' | 'time'>,
  { claimId, status }: Pick<ClaimState, 'claimId' | 'status'>,
  told: Pick<LateNews, 'institutionId' | 'branchId' | 'registration' | 'papers' | 'reporterId'>,
): Promise<void> {
  await lateEvents.keep({ _id: event.id, claimId, type: event.type, toldAt: event.time, status, ...told });
}

/** Clocks of senders differ by minutes, not by days. */
const MOST_AHEAD_MS = 86_400_000;

/** When its teller says it told it. An hour far ahead would stand above everything that is told after it, for ever. */
export function toldAtOf({ time }: Pick<ReceivedEvent, 'time'>, now: Instant): Instant {
  const toldAt = instant(time);
  if (toldAt - now > MOST_AHEAD_MS) {
    throw new PoisonEvent('time-ahead', 'Waktu peristiwa (ce_time) lebih dari satu hari di depan. Perbaiki jam pengirim lalu kirim ulang.');
  }
  return toldAt;
}
