import { join } from 'node:path';
import { connect } from '#adapters/kafka/connection.ts';
import type { KafkaConnection } from '#adapters/kafka/port.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import { type ClaimGateway, createClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import { connectTemporal, type TemporalConnection } from '#adapters/temporal/connection.ts';
import { deployWorkers } from '#stack/deploy-workers.ts';
import { type RunningProcess, startProcess } from '#stack/processes.ts';
import { sandboxCalendar } from '#stack/sandbox-calendar.ts';
import { type SandboxWorld, sandboxWorld } from '#stack/sandbox-world.ts';
import type { Servers } from '#stack/servers.ts';
import { taskQueues } from '#workflows/workflow-ids.ts';
import type { Groups } from './cpu.ts';
import { type Heard, hear } from './heard.ts';
import { NAIVE_QUEUE } from './naive.ts';

const TOPIC_PREFIX = 'santun.';
const TASK_QUEUE = 'santun';

/** All of Santun that a claim passes through, each part a process of its own, and the baseline's worker beside it. */
export type Product = {
  readonly personKey: string;
  readonly bankUrl: string;
  readonly stores: Stores;
  readonly kafka: KafkaConnection;
  readonly temporal: TemporalConnection;
  readonly claims: ClaimGateway;
  readonly heard: Heard;
  /** Who worked for a claim, and who for the baseline. */
  readonly groups: { readonly claim: Groups; readonly naive: Groups };
  close(): Promise<void>;
};

export async function startProduct(servers: Servers, dataDir: string): Promise<Product> {
  const world = await sandboxWorld(dataDir, servers.env, () => undefined);
  const { SANTUN_BANK_URL: bankUrl = '', SANTUN_PERSON_KEY: personKey = '' } = world.santun;
  const mongo = await connectMongo(servers.mongo.url);
  const stores = createStores(mongo, { personKey });
  await stores.ensureIndexes();
  await stores.calendars.activate(sandboxCalendar(Date.now()));
  const kafka = connect({ brokers: [servers.kafka.address], clientId: 'bench', topicPrefix: TOPIC_PREFIX, log: () => undefined });
  await kafka.createTopics();
  const temporal = await connectTemporal(servers.temporal.address, 'default');
  const processes = await startProcesses(world, dataDir);
  await deployWorkers(world.santun, ['claims', 'payouts']);
  const heard = await hear(servers.kafka.address, kafka.topicName('claim-events'));
  return {
    personKey,
    bankUrl,
    stores,
    kafka,
    temporal,
    claims: createClaimGateway(temporal.client, taskQueues(TASK_QUEUE)),
    heard,
    groups: groupsOf(servers, processes),
    async close() {
      await heard.close();
      for (const process of Object.values(processes)) await process.stop();
      await temporal.close();
      await mongo.close();
    },
  };
}

type Processes = Readonly<Record<'bank' | 'civil' | 'membership' | 'claims' | 'payouts' | 'intake' | 'naive', RunningProcess>>;

/** In the order in which they are stopped. */
async function startProcesses({ santun, bank, civilRegistry, membershipRegistry }: SandboxWorld, dataDir: string): Promise<Processes> {
  const start = (name: string, file: string, env: Readonly<Record<string, string>>, args: readonly string[] = []) =>
    startProcess({ name, file, env, args, logFile: join(dataDir, 'logs', `${name}.log`), readyWhen: { line: '"ready":true' } });
  const [outside, civil, membership] = await Promise.all([
    start('bank', 'sandbox/bank/server.ts', bank),
    start('civil-registry', 'sandbox/civil-registry/server.ts', civilRegistry),
    start('membership-registry', 'sandbox/membership-registry/server.ts', membershipRegistry),
  ]);
  const [claims, payouts, intake, naive] = await Promise.all([
    start('claims', 'workers/claims.worker.ts', santun),
    start('payouts', 'workers/payouts.worker.ts', santun),
    start('intake', 'workers/intake.worker.ts', santun),
    start('naive', 'bench/naive.worker.ts', santun, [NAIVE_QUEUE]),
  ]);
  return { intake, claims, payouts, naive, bank: outside, civil, membership };
}

function groupsOf({ temporal, mongo, kafka }: Servers, { claims, payouts, intake, naive, bank }: Processes): Product['groups'] {
  const always = { temporal: [temporal.pid], client: [process.pid] };
  return {
    naive: { ...always, workers: [naive.pid] },
    claim: {
      ...always,
      workers: [claims.pid, payouts.pid, intake.pid],
      store: mongo.parts.map((part) => part.pid),
      kafka: [kafka.pid],
      bank: [bank.pid],
    },
  };
}
