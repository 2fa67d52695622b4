import type { MessagesPort } from '#adapters/messages/port.ts';
import type { FamilyCodesStore } from '#adapters/mongo/family-codes-store.ts';
import type { IncidentsStore } from '#adapters/mongo/incidents-store.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';

export type FamilyCodeSweepDeps = {
  readonly familyCodes: Pick<FamilyCodesStore, 'unsent' | 'noteMessage' | 'guessed'>;
  readonly incidents: Pick<IncidentsStore, 'note'>;
  /** Without a provider nothing is sent, and what waits becomes an incident. */
  readonly messages?: MessagesPort;
};

const MOST_SENT = 200;
const WAITS_MS = 3_600_000;
/** More than a family that misreads its own paper. */
const MANY_GUESSES = 10;

/** Sends what waits, and tells a person what is not sent within an hour and whose code somebody tries to guess. */
export function createFamilyCodeSweep({ familyCodes, incidents, messages }: FamilyCodeSweepDeps) {
  return async function sweepFamilyCodes(startedAt: Instant): Promise<void> {
    for (const { _id, claimId, issuedAt, message } of await familyCodes.unsent(MOST_SENT)) {
      const state = message?.text === undefined ? 'pending' : await send({ id: _id, to: message.to, text: message.text });
      await familyCodes.noteMessage(_id, state, startedAt);
      const isLate = state === 'refused' || (state === 'pending' && startedAt - issuedAt > WAITS_MS);
      if (isLate) await incidents.note({ kind: 'family-code-not-sent', claimId, newsId: _id }, startedAt);
    }
    for (const { claimId } of await familyCodes.guessed(startedAt, MANY_GUESSES, MOST_SENT)) {
      await incidents.note({ kind: 'status-code-guessed', claimId }, startedAt);
    }
  };

  async function send(message: Parameters<MessagesPort['send']>[0]): Promise<'pending' | 'sent' | 'refused'> {
    const answer = await messages?.send(message);
    if (answer === undefined || answer.state === 'unknown') return 'pending';
    return answer.state === 'taken' ? 'sent' : 'refused';
  }
}
