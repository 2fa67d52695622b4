import { parseInstant } from '#domain/time/calendar/instant.ts';
import { type DeadLetter, decodeDeadLetter } from './dead-letter-record.ts';
import type { KafkaConnection } from './port.ts';
import { readNewest } from './read-newest.ts';

export type { DeadLetter } from './dead-letter-record.ts';

/** The newest dead letters, at most `limit`, newest first. A message refused twice (a crash, a replay) stands there twice. */
export async function listDeadLetters(connection: KafkaConnection, { limit }: { readonly limit: number }): Promise<readonly DeadLetter[]> {
  // Each partition may hold all of the newest.
  const found = await readNewest(connection, 'dead-letters', limit);
  return found
    .map(({ message, place }) => decodeDeadLetter(message, place))
    .sort(byLastSeen)
    .slice(0, limit);
}

function byLastSeen(one: DeadLetter, other: DeadLetter): number {
  return lastSeen(other) - lastSeen(one);
}

const lastSeen = ({ why }: DeadLetter): number => (why === undefined ? 0 : (parseInstant(why.dl_last_seen) ?? 0));
