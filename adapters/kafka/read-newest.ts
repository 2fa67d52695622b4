import { randomUUID } from 'node:crypto';
import type { Consumer } from 'kafkajs';
import type { Topic } from '#schemas/events/index.ts';
import { insideOf, withAdmin } from './connection.ts';
import { toKafkaFault } from './faults.ts';
import type { KafkaConnection } from './port.ts';
import type { Place, RawMessage } from './raw-message.ts';

export type PlacedMessage = { readonly message: RawMessage; readonly place: Place };

type Range = { readonly partition: number; readonly from: bigint; readonly to: bigint };

const READ_WITHIN_MS = 30_000;

/** The newest messages of a topic as it stands now, at most `limit` of each partition, in order within a partition. */
export async function readNewest(connection: KafkaConnection, topic: Topic, limit: number): Promise<readonly PlacedMessage[]> {
  const { client, newClient } = insideOf(connection);
  const name = connection.topicName(topic);
  const offsets = await withAdmin(client, (admin) => admin.fetchTopicOffsets(name));
  const ranges = offsets.map(({ partition, low, high }) => newest({ partition, from: BigInt(low), to: BigInt(high) }, limit));
  const filled = ranges.filter(({ from, to }) => from < to);
  if (filled.length === 0) return [];
  // The library reads only as a member of a group, so it gets a group of its own that commits nothing and is deleted afterwards.
  const groupId = `${name}.reader.${randomUUID()}`;
  const consumer = newClient().consumer({ groupId, maxWaitTimeInMs: 100, retry: { restartOnFailure: async () => false } });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [name], fromBeginning: true });
    return await collect(consumer, name, filled);
  } catch (error) {
    throw toKafkaFault(error);
  } finally {
    await consumer.disconnect().catch(() => undefined);
    await withAdmin(client, (admin) => admin.deleteGroups([groupId])).catch(() => undefined);
  }
}

function newest({ partition, from, to }: Range, limit: number): Range {
  const start = to - BigInt(limit);
  return { partition, from: start > from ? start : from, to };
}

async function collect(consumer: Consumer, topic: string, ranges: readonly Range[]): Promise<PlacedMessage[]> {
  // By place: what was fetched before the seek below comes again after it.
  const found = new Map<string, PlacedMessage>();
  const open = new Map(ranges.map((range) => [range.partition, range]));
  const finished = Promise.withResolvers<void>();
  const timer = setTimeout(() => finished.reject(new Error(`${topic} was not read in time`)), READ_WITHIN_MS);
  consumer.on(consumer.events.CRASH, ({ payload }) => finished.reject(payload.error));
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch, isStale }) => {
      const { partition } = batch;
      const range = open.get(partition);
      if (range === undefined || isStale()) return;
      for (const { key, value, headers = {}, offset } of batch.messages) {
        if (BigInt(offset) < range.from || BigInt(offset) >= range.to) continue;
        found.set(`${partition}/${offset}`, { message: { key, value, headers, offset }, place: { topic, partition, offset } });
      }
      if (BigInt(batch.lastOffset()) + 1n >= range.to) open.delete(partition);
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
