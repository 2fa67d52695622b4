import { type Admin, Kafka, logLevel, type Message, Partitioners } from 'kafkajs';
import { connect } from '#adapters/kafka/connection.ts';
import { KafkaFault } from '#adapters/kafka/faults.ts';
import { runIntake } from '#adapters/kafka/intake-consumer.ts';
import type { Intake, IntakeOptions, KafkaConnection } from '#adapters/kafka/port.ts';
import { headerBytes } from '#adapters/kafka/raw-message.ts';
import { readNewest } from '#adapters/kafka/read-newest.ts';
import type { ReceivedTopic, Topic } from '#schemas/events/index.ts';
import { freshName, testStack } from '../../support/stack.ts';

export type Said = { readonly level: string; readonly message: string; readonly fields: Readonly<Record<string, unknown>> };

/** Topics of a test file's own on the real broker, and whatever it opened, closed again in the end. */
export type Harness = {
  readonly connection: KafkaConnection;
  readonly brokers: string;
  readonly prefix: string;
  readonly said: readonly Said[];
  intake(options: Partial<IntakeOptions> & Pick<IntakeOptions, 'handle'>): Intake;
  /** As bytes, around our own encoder. */
  produce(topic: string, messages: readonly Message[]): Promise<void>;
  withAdmin<T>(ask: (admin: Admin) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export class Away extends Error {
  override readonly name = 'Away';
}

export async function openHarness(brokers = testStack().kafkaBrokers): Promise<Harness> {
  const prefix = `${freshName('test')}.`;
  const said: Said[] = [];
  const connection = connect({
    brokers: brokers.split(','),
    clientId: 'test',
    topicPrefix: prefix,
    log: (level, message, fields) => void said.push({ level, message, fields }),
  });
  await connection.createTopics();
  const raw = new Kafka({ clientId: 'test-raw', brokers: brokers.split(','), logLevel: logLevel.NOTHING });
  // Idempotent: on topics a moment old the broker refuses some partitions of a request, and the retry would double the others.
  const producer = raw.producer({ idempotent: true, createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  const intakes: Intake[] = [];
  return {
    connection,
    brokers,
    prefix,
    said,
    intake(options) {
      const defaults = { connection, groupId: `${prefix}intake`, topics: ['partner-events'] as const, log: logInto(said) };
      const quick = { backOff: { firstMs: 50, factor: 2, mostMs: 400 }, sessionTimeoutMs: 6_000 };
      const intake = runIntake({ ...defaults, ...quick, isTransient: (error) => error instanceof Away, ...options });
      intakes.push(intake);
      return intake;
    },
    produce: async (topic, messages) => void (await producer.send({ topic: `${prefix}${topic}`, messages: [...messages] })),
    async withAdmin(ask) {
      const admin = raw.admin();
      await admin.connect();
      return ask(admin).finally(() => admin.disconnect());
    },
    async close() {
      await Promise.all(intakes.map((intake) => intake.stop()));
      await producer.disconnect();
    },
  };
}

function logInto(said: Said[]): IntakeOptions['log'] {
  return (level, message, fields) => void said.push({ level, message, fields });
}

export async function lagOf({ connection, prefix }: Harness, topics: readonly ReceivedTopic[] = ['partner-events']): Promise<number> {
  // A topic made a moment ago may have no leader yet: nothing of it has been handled.
  const partitions = await connection.lag(`${prefix}intake`, topics).catch((error: unknown) => {
    if (error instanceof KafkaFault) return undefined;
    throw error;
  });
  if (partitions === undefined) return Number.POSITIVE_INFINITY;
  return partitions.reduce((sum, { lag }) => sum + Number(lag), 0);
}

export type Held = {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, readonly Buffer[]>>;
};

/** Everything in a topic, in order within a key. */
export async function readTopic({ connection }: Harness, topic: Topic): Promise<readonly Held[]> {
  const found = await readNewest(connection, topic, 1_000_000);
  return found.map(({ message: { key, value, headers } }) => {
    const read = Object.keys(headers).map((name) => [name, headerBytes(headers, name)] as const);
    return { key, value, headers: Object.fromEntries(read) };
  });
}

/** A few turns of the event loop, as many as the number says. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
