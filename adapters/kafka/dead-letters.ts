import { randomUUID } from 'node:crypto';
import type { Consumer, Kafka } from 'kafkajs';
import { insideOf, withAdmin } from './connection.ts';
import { type DeadLetter, decodeDeadLetter } from './dead-letter-record.ts';
import { toKafkaFault } from './faults.ts';
import type { KafkaConnection } from './port.ts';

export type { DeadLetter } from './dead-letter-record.ts';

type Range = { readonly partition: number; readonly from: bigint; readonly to: bigint };

/** The newest dead letters, at most `limit`, newest first. A message refused twice (a crash, a replay) stands there twice. */
export async function listDeadLetters(connection: KafkaConnection, { limit }: { readonly limit: number }): Promise<readonly DeadLetter[]> {
  const { client, newClient } = insideOf(connection);
  const topic = connection.topicName('dead-letters');
  const offsets = await withAdmin(client, (admin) => admin.fetchTopicOffsets(topic));
  const ranges = offsets.map(({ partition, low, high }) => newest({ partition, from: BigInt(low), to: BigInt(high) }, limit));
  const found = await readRanges(
    newClient(),
    topic,
    ranges.filter(({ from, to }) => from < to),
  );
  return found.sort(byLastSeen).slice(0, limit);
}

function newest({ partition, from, to }: Range, limit: number): Range {
  const start = to - BigInt(limit);
  return { partition, from: start > from ? start : from, to };
}

function byLastSeen(one: DeadLetter, other: DeadLetter): number {
  return (other.why?.dl_last_seen ?? '').localeCompare(one.why?.dl_last_seen ?? '');
}

const READ_WITHIN_MS = 30_000;

/** The client reads only as a member of a group, so it gets a group of its own that commits nothing and is deleted afterwards. */
async function readRanges(client: Kafka, topic: string, ranges: readonly Range[]): Promise<DeadLetter[]> {
  if (ranges.length === 0) return [];
  const groupId = `${topic}.reader.${randomUUID()}`;
  const consumer = client.consumer({ groupId, maxWaitTimeInMs: 100, retry: { restartOnFailure: async () => false } });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    return await collect(consumer, topic, ranges);
  } catch (error) {
    throw toKafkaFault(error);
  } finally {
    await consumer.disconnect().catch(() => undefined);
    await withAdmin(client, (admin) => admin.deleteGroups([groupId])).catch(() => undefined);
  }
}

async function collect(consumer: Consumer, topic: string, ranges: readonly Range[]): Promise<DeadLetter[]> {
  // By place: what was fetched before the seek below comes again after it.
  const found = new Map<string, DeadLetter>();
  const open = new Map(ranges.map((range) => [range.partition, range]));
  const finished = Promise.withResolvers<void>();
  const timer = setTimeout(() => finished.reject(new Error('dead letters were not read in time')), READ_WITHIN_MS);
  consumer.on(consumer.events.CRASH, ({ payload }) => finished.reject(payload.error));
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch, isStale }) => {
      const range = open.get(batch.partition);
      if (range === undefined || isStale()) return;
      for (const { key, value, headers = {}, offset } of batch.messages) {
        if (BigInt(offset) < range.from || BigInt(offset) >= range.to) continue;
        found.set(
          `${batch.partition}/${offset}`,
          decodeDeadLetter({ key, value, headers, offset }, { topic, partition: batch.partition, offset }),
        );
      }
      if (BigInt(batch.lastOffset()) + 1n >= range.to) open.delete(batch.partition);
      if (open.size === 0) finished.resolve();
    },
  });
  for (const { partition, from } of ranges) consumer.seek({ topic, partition, offset: String(from) });
  try {
    await finished.promise;
    return [...found.values()];
  } finally {
    clearTimeout(timer);
  }
}
