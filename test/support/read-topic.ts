import { Kafka, logLevel } from 'kafkajs';
import { until } from './until.ts';

export type TopicEvent = {
  readonly id: string;
  readonly key: string;
  readonly data: { readonly claimId: string; readonly seq: number; readonly type: string };
};

/** Everything that lies in a topic now, in the order of each partition. */
export async function readTopic(brokers: string, topic: string): Promise<readonly TopicEvent[]> {
  const kafka = new Kafka({ clientId: 'read-topic', brokers: brokers.split(','), logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  // Just after its start a broker does not lead every partition yet.
  const offsets = await until('leaders of the topic', () => admin.fetchTopicOffsets(topic).catch(() => undefined));
  const expected = offsets.reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
  await admin.disconnect();
  const events: TopicEvent[] = [];
  if (expected === 0) return events;
  const consumer = kafka.consumer({ groupId: `read-${topic}-${crypto.randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    void consumer.run({
      eachMessage: async ({ message }) => {
        events.push({ id: String(message.headers?.ce_id), key: String(message.key), data: JSON.parse(String(message.value)) });
        if (events.length === expected) resolve();
      },
    });
  });
  await consumer.disconnect();
  return events;
}
