import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';
import { startKafka } from '#stack/kafka.ts';
import { forgetRemovedData, startMongo } from '#stack/mongo.ts';
import type { RunningServer } from '#stack/running-server.ts';
import { startTemporal } from '#stack/temporal.ts';
import { waitUntil } from '#stack/wait.ts';

jest.setTimeout(120_000);

// Servers of this file's own, beside those the other tests share: killing those would be felt by everybody.
const folder = mkdtempSync(join(tmpdir(), 'santun-servers-'));
const options = { dataDir: folder, log: () => undefined, env: {} };
const started: RunningServer[] = [];

afterAll(async () => {
  await Promise.all(started.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
  forgetRemovedData();
});

async function killAndRestart(server: RunningServer): Promise<void> {
  const { address, pid } = server;
  server.kill();
  await server.restart();
  expect(server.address).toBe(address);
  expect(server.pid).not.toBe(pid);
}

test('a workflow started before Temporal is killed is still there when it comes back', async () => {
  const server = await startTemporal(options);
  started.push(server);
  const withClient = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const connection = await Connection.connect({ address: server.address });
    return work(new Client({ connection })).finally(() => connection.close());
  };
  await withClient((client) => client.workflow.start('anything', { taskQueue: 'nobody-listens', workflowId: 'kept' }));
  await killAndRestart(server);
  const status = await withClient(async (client) => (await client.workflow.getHandle('kept').describe()).status.name);
  expect(status).toBe('RUNNING');
  await expect(withClient((client) => client.workflow.getHandle('never-started').describe())).rejects.toThrow(WorkflowNotFoundError);
});

test('a message sent before Kafka is killed is read when it comes back', async () => {
  const server = await startKafka(options);
  started.push(server);
  const kafka = new Kafka({ clientId: 'santun-test', brokers: [server.address], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 1 }] });
  await admin.disconnect();
  const producer = kafka.producer();
  await producer.connect();
  await producer.send({ topic: 'kept', acks: -1, messages: [{ value: 'sent before' }] });
  await producer.disconnect();

  await killAndRestart(server);

  const consumer = kafka.consumer({ groupId: 'reader' });
  await consumer.connect();
  await consumer.subscribe({ topic: 'kept', fromBeginning: true });
  const read = await new Promise<string | undefined>((resolve, reject) => {
    consumer.run({ eachMessage: async ({ message }) => resolve(message.value?.toString()) }).catch(reject);
  });
  await consumer.disconnect();
  expect(read).toBe('sent before');
});

describe('the MongoDB-compatible store', () => {
  async function withDatabase<T>(url: string, work: (connection: mongoose.Connection) => Promise<T>): Promise<T> {
    const connection = await mongoose.createConnection(url).asPromise();
    return work(connection).finally(() => connection.close());
  }
  const countOf = (url: string): Promise<number> =>
    withDatabase(url, (db) => db.collection('kept').countDocuments({ value: 'written before' }));

  test('keeps a document when everything behind it is killed, and when each process is killed alone', async () => {
    const server = await startMongo(options);
    started.push(server);
    await withDatabase(server.url, (db) => db.collection('kept').insertOne({ value: 'written before' }));

    await killAndRestart(server);
    expect(await countOf(server.url)).toBe(1);

    for (const part of server.parts) {
      await killAndRestart(part);
      // FerretDB finds out that its pooled connections are dead by using them: the first answers may be errors.
      await waitUntil('the count', async () => expect(await countOf(server.url)).toBe(1), { withinMs: 20_000 });
    }
  });

  test('two of them run side by side and do not see each other', async () => {
    const other = await startMongo({ ...options, dataDir: join(folder, 'other') });
    started.push(other);
    expect(await countOf(other.url)).toBe(0);
  });
});
