import { type Kafka, type Message, Partitioners, type Producer, type TopicMessages } from 'kafkajs';
import { within } from '#adapters/within.ts';
import { KafkaFault, toKafkaFault } from './faults.ts';
import type { Log } from './port.ts';

export type OutRecord = {
  readonly topic: string;
  readonly key: Buffer | string | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string | Buffer[]>>;
};

export type Sender = {
  /** Resolves when every record is held by the brokers; rejects with a KafkaFault, and may then have sent some. */
  send(records: readonly OutRecord[]): Promise<void>;
  close(): Promise<void>;
};

type Job = { readonly records: readonly OutRecord[]; readonly done: PromiseWithResolvers<void> };

const GROUP_BYTES = 512 * 1024;
const SEND_WITHIN_MS = 8_000;

/**
 * One request at a time, and a new producer after every failure. NOTE: both matter. The library steps its sequence numbers back when a request
 * fails, although the broker may have written it; the next, different batch under the same number would be taken for a repeat and be lost
 * without an error. What waits meanwhile leaves together in the next request.
 */
export function createSender(client: Kafka, log: Log): Sender {
  const waiting: Job[] = [];
  let producer: Promise<Producer> | undefined;
  let pumping: Promise<void> | undefined;

  async function pump(): Promise<void> {
    while (waiting.length > 0) await sendGroup(takeGroup(waiting));
    pumping = undefined;
  }

  async function sendGroup(group: readonly Job[]): Promise<void> {
    try {
      for (const records of inPortions(group.flatMap((job) => job.records))) await sendPortion(records);
      for (const job of group) job.done.resolve();
    } catch (error) {
      const fault = toKafkaFault(error);
      if (group.length === 1 || fault.kind === 'unavailable') for (const job of group) job.done.reject(fault);
      // One record the broker will never take must not fail those that happened to travel with it.
      else for (const job of group) await sendGroup([job]);
    }
  }

  async function sendPortion(records: readonly OutRecord[]): Promise<void> {
    producer ??= openProducer(client);
    const sending = producer.then((open) => open.sendBatch({ topicMessages: byTopic(records), acks: -1 }));
    try {
      await within(sending, SEND_WITHIN_MS, () => {
        throw new KafkaFault('unavailable', `no answer within ${SEND_WITHIN_MS} ms`);
      });
    } catch (error) {
      log('debug', 'kafka: the producer is replaced after a failed request', { errorMessage: toKafkaFault(error).message });
      discard(producer, sending);
      producer = undefined;
      throw error;
    }
  }

  return {
    send(records) {
      if (records.length === 0) return Promise.resolve();
      const job: Job = { records, done: Promise.withResolvers<void>() };
      waiting.push(job);
      pumping ??= pump();
      return job.done.promise;
    },
    async close() {
      await pumping;
      await producer?.then((open) => open.disconnect()).catch(() => undefined);
      producer = undefined;
    },
  };
}

async function openProducer(client: Kafka): Promise<Producer> {
  const producer = client.producer({ idempotent: true, maxInFlightRequests: 1, createPartitioner, retry: { retries: 5 } });
  try {
    await producer.connect();
    return producer;
  } catch (error) {
    await producer.disconnect().catch(() => undefined);
    throw error;
  }
}

/** An attempt under way reconnects by itself, so the connections are closed once more when it has given up. */
function discard(producer: Promise<Producer>, sending: Promise<unknown>): void {
  const close = (): Promise<void> => producer.then((open) => open.disconnect()).catch(() => undefined);
  void close();
  void sending.catch(() => undefined).then(close);
}

/** A record without key goes to one place: chosen anew at each attempt, a retry would leave a hole in the sequence of the first choice. */
function createPartitioner(): (args: Parameters<ReturnType<typeof Partitioners.DefaultPartitioner>>[0]) => number {
  const byKey = Partitioners.DefaultPartitioner();
  return (args) => (args.message.key === null || args.message.key === undefined ? 0 : byKey(args));
}

function takeGroup(waiting: Job[]): Job[] {
  let bytes = 0;
  const fits = waiting.findIndex((job, index) => {
    bytes += job.records.reduce((sum, record) => sum + sizeOf(record), 0);
    return index > 0 && bytes > GROUP_BYTES;
  });
  return waiting.splice(0, fits < 0 ? waiting.length : fits);
}

/** A request is one batch per partition, and the limit of a topic is on the batch, not on the message. */
function inPortions(records: readonly OutRecord[]): OutRecord[][] {
  const portions: OutRecord[][] = [];
  let bytes = Infinity;
  for (const record of records) {
    bytes += sizeOf(record);
    if (bytes > GROUP_BYTES) {
      portions.push([]);
      bytes = sizeOf(record);
    }
    portions.at(-1)?.push(record);
  }
  return portions;
}

function sizeOf({ key, value, headers }: OutRecord): number {
  const held = Object.entries(headers).flatMap(([name, value]) => [name, ...(typeof value === 'string' ? [value] : value)]);
  return held.reduce((sum, part) => sum + part.length, 64 + (key?.length ?? 0) + (value?.length ?? 0));
}

function byTopic(records: readonly OutRecord[]): TopicMessages[] {
  const messages = new Map<string, Message[]>();
  for (const { topic, key, value, headers } of records) {
    const list = messages.get(topic) ?? [];
    list.push({ key, value, headers: { ...headers } });
    messages.set(topic, list);
  }
  return [...messages].map(([topic, list]) => ({ topic, messages: list }));
}
