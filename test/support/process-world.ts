import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#adapters/kafka/connection.ts';
import type { KafkaConnection } from '#adapters/kafka/port.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import { type ClaimGateway, createClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import { connectTemporal, type TemporalConnection } from '#adapters/temporal/connection.ts';
import type { LedgerView } from '#schemas/bank/sandbox.ts';
import { deployWorkers } from '#stack/deploy-workers.ts';
import { startKafka } from '#stack/kafka.ts';
import { type RunningProcess, startProcess } from '#stack/processes.ts';
import type { RunningServer } from '#stack/running-server.ts';
import { sandboxWorld } from '#stack/sandbox-world.ts';
import { reconcileScheduleId, scholarshipScheduleId, sweepScheduleId, taskQueues } from '#workflows/workflow-ids.ts';
import { calendarAround } from '../factories/calendar.ts';
import { realNow } from './real-clock.ts';
import { testLog } from './silent-log.ts';
import { freshName, testStack } from './stack.ts';

export type ProcessName = 'claims' | 'payouts' | 'sweeper' | 'intake' | 'bank';

/** Santun as it runs in earnest: every part a process of its own, and a Kafka that may be killed without hurting other tests. */
export type ProcessWorld = {
  readonly stores: Stores;
  readonly kafka: KafkaConnection;
  readonly temporal: TemporalConnection;
  readonly claims: ClaimGateway;
  readonly personKey: string;
  readonly broker: RunningServer;
  readonly processes: Readonly<Record<ProcessName, RunningProcess>>;
  bank(path: string, body?: object): Promise<unknown>;
  ledger(): Promise<LedgerView>;
  close(): Promise<void>;
};

export async function startProcessWorld(): Promise<ProcessWorld> {
  const stack = testStack();
  const name = freshName('proc');
  const dataDir = mkdtempSync(join(tmpdir(), `santun-${name}-`));
  const broker = await startKafka({ dataDir, log: () => undefined, env: {} });
  const servers = { ...stack.env, SANTUN_MONGO_URL: stack.mongoUrl(name), SANTUN_KAFKA_BROKERS: broker.address };
  const world = await sandboxWorld(dataDir, servers, () => undefined);
  const env = { ...world.santun, SANTUN_TASK_QUEUE: name, SANTUN_BANK_TIMEOUT_MS: '1500', SANTUN_BANK_FIRST_INQUIRY_MS: '500' };
  const personKey = world.santun.SANTUN_PERSON_KEY ?? '';

  const mongo = await connectMongo(servers.SANTUN_MONGO_URL);
  const stores = createStores(mongo, { personKey });
  await stores.ensureIndexes();
  await stores.calendars.activate(calendarAround(realNow()));
  const kafka = connect({ brokers: broker.address.split(','), clientId: name, topicPrefix: 'santun.', log: testLog });
  await kafka.createTopics();
  const temporal = await connectTemporal(stack.temporalAddress, 'default');

  const start = (
    part: ProcessName | 'civil-registry' | 'membership-registry',
    file: string,
    vars: Readonly<Record<string, string>>,
  ): Promise<RunningProcess> =>
    startProcess({
      name: part,
      file,
      env: vars,
      logFile: join(dataDir, `${part}.log`),
      readyWhen: { line: '"ready":true' },
      readyWithinMs: 90_000,
      restartOnCrash: true,
    });
  const registries = await Promise.all([
    start('civil-registry', 'sandbox/civil-registry/server.ts', world.civilRegistry),
    start('membership-registry', 'sandbox/membership-registry/server.ts', world.membershipRegistry),
  ]);
  const [bank, claimsWorker, payouts, sweeper, intake] = await Promise.all([
    start('bank', 'sandbox/bank/server.ts', world.bank),
    start('claims', 'workers/claims.worker.ts', env),
    start('payouts', 'workers/payouts.worker.ts', env),
    start('sweeper', 'workers/sweeper.worker.ts', env),
    start('intake', 'workers/intake.worker.ts', env),
  ]);
  await deployWorkers(env, ['claims', 'payouts', 'sweeper']);
  const processes = { bank, claims: claimsWorker, payouts, sweeper, intake };

  async function ask(path: string, body?: object): Promise<unknown> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await fetch(`${world.santun.SANTUN_BANK_URL}${path}`, init);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.status === 204 ? undefined : answer.json();
  }
  return {
    stores,
    kafka,
    temporal,
    claims: createClaimGateway(temporal.client, taskQueues(name)),
    personKey,
    broker,
    processes,
    bank: ask,
    ledger: async () => (await ask('/sandbox/ledger')) as LedgerView,
    async close() {
      for (const process of [intake, sweeper, claimsWorker, payouts, bank, ...registries]) await process.stop();
      await temporal.client.schedule.getHandle(sweepScheduleId(taskQueues(name))).delete();
      await temporal.client.schedule.getHandle(reconcileScheduleId(taskQueues(name))).delete();
      await temporal.client.schedule.getHandle(scholarshipScheduleId(taskQueues(name))).delete();
      await temporal.close();
      await mongo.dropDatabase();
      await mongo.close();
      await broker.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
