import type { Kafka } from 'kafkajs';
import type { Topic } from '#schemas/events/index.ts';
import { encodeCloudEvent } from './cloud-events.ts';
import type { Log, Publisher } from './port.ts';
import { createSender } from './sender.ts';

export function createPublisher(client: Kafka, topicName: (topic: Topic) => string, log: Log): Publisher {
  const sender = createSender(client, log);
  return {
    publish: async (events) => {
      const records = events.map(({ topic, key, partitionkey = key, ...event }) => ({
        topic: topicName(topic),
        key,
        ...encodeCloudEvent({ ...event, partitionkey }),
      }));
      await sender.send(records);
    },
    close: () => sender.close(),
  };
}
