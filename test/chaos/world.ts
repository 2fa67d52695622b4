import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '#adapters/kafka/connection.ts';
import type { KafkaConnection } from '#adapters/kafka/port.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import { type ClaimGateway, createClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import { connectTemporal, type TemporalConnection } from '#adapters/temporal/connection.ts';
import { deployWorkers } from '#stack/deploy-workers.ts';
import { type SandboxWorld, sandboxWorld } from '#stack/sandbox-world.ts';
import { type Servers, startServers } from '#stack/servers.ts';
import { taskQueues } from '#workflows/workflow-ids.ts';
import { calendarAround } from '../factories/calendar.ts';
import { realNow } from '../support/real-clock.ts';
import { type Component, type Crash, processComponent, serverComponent } from './component.ts';
import type { Reader } from './watch.ts';

/** All of Santun and its outside, each part a process of its own, on servers of its own. */
export type ChaosWorld = {
  readonly sandbox: SandboxWorld;
  readonly components: ReadonlyMap<string, Component>;
  readonly stores: Stores;
  readonly reader: Reader;
  readonly kafka: KafkaConnection;
  readonly brokers: string;
  readonly temporal: TemporalConnection;
  readonly claims: ClaimGateway;
  readonly personKey: string;
  close(): Promise<void>;
};

export type WorldOptions = {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
  readonly onCrash: (crash: Crash) => void;
};

/** A bank that answers as slowly as this is given up on before it has; the first question comes when it has done the work. */
const TIMES = { SANTUN_BANK_TIMEOUT_MS: '1500', SANTUN_BANK_FIRST_INQUIRY_MS: '1000', SANTUN_SWEEP_EVERY_MS: '5000' };

export async function startChaosWorld({ dataDir, log, signal, onCrash }: WorldOptions): Promise<ChaosWorld> {
  const stops: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const stop of stops.reverse()) await stop().catch((error: unknown) => log(`while stopping: ${String(error)}`));
  };
  try {
    mkdirSync(join(dataDir, 'logs'), { recursive: true });
    const servers = await startServers({ dataDir: join(dataDir, 'servers'), log, env: {}, signal });
    const serving = serverComponents(servers);
    stops.push(() => Promise.all(serving.map((server) => server.end())));
    const sandbox = await sandboxWorld(dataDir, servers.env, () => undefined);
    const mongo = await connectMongo(servers.mongo.url);
    stops.push(() => mongo.close());
    const personKey = sandbox.santun.SANTUN_PERSON_KEY ?? '';
    const stores = createStores(mongo, { personKey });
    await stores.ensureIndexes();
    await stores.calendars.activate(calendarAround(realNow()));
    const kafka = connect({ brokers: [servers.kafka.address], clientId: 'chaos', topicPrefix: 'santun.', log: () => undefined });
    await kafka.createTopics();
    const temporal = await connectTemporal(servers.temporal.address, 'default');
    stops.push(() => temporal.close());
    const processes = await startProcesses(sandbox, dataDir, onCrash, stops);
    await deployWorkers(sandbox.santun);
    const components = [...serving, ...processes].map((component) => [component.name, component] as const);
    return {
      sandbox,
      components: new Map(components),
      stores,
      reader: mongo,
      kafka,
      brokers: servers.kafka.address,
      temporal,
      claims: createClaimGateway(temporal.client, taskQueues('santun')),
      personKey,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The store is two programs where it is not a MongoDB, and each is killed for itself. */
function serverComponents({ temporal, kafka, mongo }: Servers): readonly Component[] {
  return [temporal, kafka, ...mongo.parts].map((server) => serverComponent(server.name, server));
}

async function startProcesses(
  { santun, bank, identity, civilRegistry, membershipRegistry }: SandboxWorld,
  dataDir: string,
  onCrash: WorldOptions['onCrash'],
  stops: (() => Promise<unknown>)[],
): Promise<readonly Component[]> {
  const start = async (name: string, file: string, env: Readonly<Record<string, string>>): Promise<Component> => {
    const logFile = join(dataDir, 'logs', `${name}.log`);
    const component = await processComponent(
      { name, file, env, logFile, readyWhen: { line: '"ready":true' }, readyWithinMs: 90_000 },
      onCrash,
    );
    stops.push(() => component.end());
    return component;
  };
  const env = { ...santun, ...TIMES };
  const outside = await Promise.all([
    start('bank', 'sandbox/bank/server.ts', bank),
    start('identity', 'sandbox/identity/server.ts', identity),
    start('civil-registry', 'sandbox/civil-registry/server.ts', civilRegistry),
    start('membership-registry', 'sandbox/membership-registry/server.ts', membershipRegistry),
  ]);
  const ours = await Promise.all([
    start('api', 'workers/api.worker.ts', env),
    start('intake', 'workers/intake.worker.ts', env),
    start('claims', 'workers/claims.worker.ts', env),
    start('payouts', 'workers/payouts.worker.ts', env),
    start('sweeper', 'workers/sweeper.worker.ts', env),
  ]);
  return [...outside, ...ours];
}

/** Where people work, and with which password they sign in. */
export function officeOf({ sandbox: { santun, password } }: Pick<ChaosWorld, 'sandbox'>) {
  return { apiUrl: `http://127.0.0.1:${santun.SANTUN_API_PORT}`, issuer: santun.SANTUN_OIDC_ISSUER ?? '', password };
}
