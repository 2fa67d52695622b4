import { Kafka, logLevel } from 'kafkajs';
import { delay } from '#stack/wait.ts';

export type Heard = {
  /** Resolves when Kafka has brought this fact of this claim, also when it did so before. */
  once(claimId: string, type: string): Promise<void>;
  close(): Promise<void>;
};

const PATIENCE_MS = 90_000;

/** What happens to claims, as any consumer of Santun's events hears it: no question is asked and nothing is polled. */
export async function hear(brokers: string, topic: string): Promise<Heard> {
  const facts = new Map<string, PromiseWithResolvers<void>>();
  const fact = (claimId: string, type: string): PromiseWithResolvers<void> => {
    const key = `${claimId} ${type}`;
    const known = facts.get(key) ?? Promise.withResolvers<void>();
    facts.set(key, known);
    return known;
  };
  const kafka = new Kafka({ clientId: 'bench', brokers: brokers.split(','), logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `bench-${process.pid}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
  await consumer.run({
    eachMessage: async ({ message }) => {
      fact(String(message.key), String(message.headers?.ce_type)).resolve();
    },
  });
  await joined;
  return {
    async once(claimId, type) {
      const patience = new AbortController();
      const late = delay(PATIENCE_MS, patience.signal).then(() => {
        if (!patience.signal.aborted) throw new Error(`claim ${claimId}: no ${type} within ${PATIENCE_MS / 1000} s`);
      });
      await Promise.race([fact(claimId, type).promise, late]);
      patience.abort();
    },
    close: () => consumer.disconnect(),
  };
}
