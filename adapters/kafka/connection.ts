import { setTimeout } from 'node:timers/promises';
import { type Admin, Kafka, logLevel, type SASLOptions } from 'kafkajs';
import type { Topic } from '#schemas/events/index.ts';
import { TOPIC_NAMES } from '#schemas/events/index.ts';
import { toKafkaFault } from './faults.ts';
import { restWhileIdle } from './idle-timer.ts';
import { kafkaLogCreator } from './kafka-log.ts';
import type { ConnectOptions, KafkaConnection, Log, PartitionLag } from './port.ts';
import { createPublisher } from './publisher.ts';
import { topicPlan } from './topics.ts';

/** Short and few: whoever calls has a longer patience of its own and says so in a log that people read. */
const RETRY = { initialRetryTime: 100, factor: 0.2, multiplier: 2, maxRetryTime: 1_000, retries: 5 };

type Inside = {
  readonly client: Kafka;
  readonly log: Log;
  /** NOTE: a client keeps the committed offsets of a group for all its consumers together, so each consumer needs a client of its own. */
  newClient(): Kafka;
};
const insides = new WeakMap<KafkaConnection, Inside>();

/** Opens nothing yet: each publisher, consumer and question dials when it needs to, and again when the brokers were away. */
export function connect({ brokers, clientId, topicPrefix, log, security = {} }: ConnectOptions): KafkaConnection {
  restWhileIdle();
  const newClient = (): Kafka =>
    new Kafka({
      clientId,
      brokers: [...brokers],
      // Without certificates of its own the machine's list of authorities is believed.
      ...(security.tls === undefined ? {} : { ssl: { ...security.tls } }),
      ...(security.sasl === undefined ? {} : { sasl: { ...security.sasl } as SASLOptions }),
      logCreator: kafkaLogCreator(log),
      logLevel: logLevel.WARN,
      connectionTimeout: 3_000,
      requestTimeout: 15_000,
      retry: RETRY,
    });
  const client = newClient();
  const topicName = (topic: Topic): string => `${topicPrefix}${topic}`;
  const connection: KafkaConnection = {
    topicName,
    createTopics: () => withAdmin(client, (admin) => createTopics(admin, topicName)),
    publisher: () => createPublisher(client, topicName, log),
    check: () => withAdmin(client, async (admin) => void (await admin.describeCluster())),
    lag: (groupId, topics) => withAdmin(client, (admin) => lagOf(admin, groupId, topics, topicName)),
  };
  insides.set(connection, { client, log, newClient });
  return connection;
}

/** For the other files of this folder. */
export function insideOf(connection: KafkaConnection): Inside {
  const inside = insides.get(connection);
  if (inside === undefined) throw new TypeError('not a connection made by connect()');
  return inside;
}

export async function withAdmin<T>(client: Kafka, ask: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = client.admin();
  try {
    await admin.connect();
    return await ask(admin);
  } catch (error) {
    throw toKafkaFault(error);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

/** Only those that are missing: what is there is left as it is, and nobody is told of an error that is none. */
async function createTopics(admin: Admin, topicName: (topic: Topic) => string): Promise<void> {
  const there = new Set(await admin.listTopics());
  const missing = TOPIC_NAMES.filter((topic) => !there.has(topicName(topic)));
  if (missing.length === 0) return;
  const topics = missing.map((topic) => {
    const { partitions, settings } = topicPlan(topic);
    const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
    return { topic: topicName(topic), numPartitions: partitions, configEntries };
  });
  await admin.createTopics({ topics, waitForLeaders: false });
  await untilLed(admin, missing.map(topicName));
}

const LOOKS = 100;
const LOOK_EVERY_MS = 100;

/** A broker answers before it knows the new topics itself; the library waits for leaders but gives up on such an answer. */
async function untilLed(admin: Admin, topics: string[]): Promise<void> {
  for (let look = 1; ; look += 1) {
    try {
      const metadata = await admin.fetchTopicMetadata({ topics });
      if (metadata.topics.every(({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0))) return;
    } catch (error) {
      if (look >= LOOKS) throw error;
    }
    if (look >= LOOKS) throw new Error(`no broker leads ${topics.join(', ')}`);
    await setTimeout(LOOK_EVERY_MS);
  }
}

async function lagOf(
  admin: Admin,
  groupId: string,
  topics: readonly Topic[],
  topicName: (topic: Topic) => string,
): Promise<readonly PartitionLag[]> {
  const committed = await admin.fetchOffsets({ groupId, topics: topics.map(topicName) });
  const perTopic = topics.map(async (topic) => {
    const ends = await admin.fetchTopicOffsets(topicName(topic));
    const reached = new Map(committed.find((entry) => entry.topic === topicName(topic))?.partitions.map((p) => [p.partition, p.offset]));
    return ends.map(({ partition, low, high }) => partitionLag(topic, partition, reached.get(partition), BigInt(low), BigInt(high)));
  });
  return (await Promise.all(perTopic)).flat();
}

function partitionLag(topic: Topic, partition: number, reached: string | undefined, low: bigint, end: bigint): PartitionLag {
  // The broker says -1 for a partition the group has never committed; such a group starts at the oldest message.
  const committed = reached === undefined || reached === '-1' ? undefined : BigInt(reached);
  return { topic, partition, committed, end, lag: end - (committed ?? low) };
}
