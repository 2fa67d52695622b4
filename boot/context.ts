import type { BankPort } from '#adapters/bank/port.ts';
import { createSnapBank } from '#adapters/bank/snap-bank.ts';
import { snapConfigOf } from '#adapters/bank/snap-config.ts';
import { connect as connectKafka } from '#adapters/kafka/connection.ts';
import type { KafkaConnection, Log } from '#adapters/kafka/port.ts';
import { createMetrics, type Metrics } from '#adapters/metrics/metrics.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import { createCivilRegistry } from '#adapters/registry/civil-registry.ts';
import { createMembershipRegistry } from '#adapters/registry/membership-registry.ts';
import type { CivilRegistryPort, MembershipRegistryPort } from '#adapters/registry/port.ts';
import { type ClaimGateway, createClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import { connectTemporal, type TemporalConnection } from '#adapters/temporal/connection.ts';
import { createPayoutGateway, type PayoutGateway } from '#adapters/temporal/payout-gateway.ts';
import { createScholarshipGateway, type ScholarshipGateway } from '#adapters/temporal/scholarship-gateway.ts';
import type { Env } from '#config/env.ts';
import { createLog, type Logger } from '#config/log.ts';
import { type TaskQueues, taskQueues } from '#workflows/workflow-ids.ts';
import { kafkaSecurityOf, temporalSecurityOf } from './secured.ts';
import { buildIdOf } from './versioning.ts';

/** Real things, built once at the door of a process from its environment, and closed in the opposite order. */
export type Context = {
  readonly env: Env;
  readonly logger: Logger;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly queues: TaskQueues;
  readonly kafka: KafkaConnection;
  readonly stores: Stores;
  readonly temporal: TemporalConnection;
  readonly claims: ClaimGateway;
  readonly payments: PayoutGateway;
  readonly scholarships: ScholarshipGateway;
  readonly bank: BankPort;
  readonly civilRegistry: CivilRegistryPort;
  readonly membershipRegistry: MembershipRegistryPort;
  close(): Promise<void>;
};

export async function createContext(name: string, env: Env): Promise<Context> {
  const logger = createLog(name, env.SANTUN_LOG_LEVEL);
  const log: Log = (level, message, fields) => logger[level](fields, message);
  const queues = taskQueues(env.SANTUN_TASK_QUEUE);
  const mongo = await connectMongo(env.SANTUN_MONGO_URL);
  const stores = createStores(mongo, { personKey: env.SANTUN_PERSON_KEY });
  const temporal = await connectTemporal(env.SANTUN_TEMPORAL_ADDRESS, env.SANTUN_TEMPORAL_NAMESPACE, temporalSecurityOf(env));
  const kafka = connectKafka({
    brokers: env.SANTUN_KAFKA_BROKERS.split(','),
    clientId: `santun-${name}`,
    topicPrefix: env.SANTUN_KAFKA_TOPIC_PREFIX,
    log,
    security: kafkaSecurityOf(env),
  });
  await stores.ensureIndexes();
  await kafka.createTopics();
  return {
    env,
    logger,
    log,
    metrics: createMetrics({ process: name, build: buildIdOf(env), now: Date.now }),
    queues,
    kafka,
    stores,
    temporal,
    claims: createClaimGateway(temporal.client, queues),
    payments: createPayoutGateway(temporal.client, queues),
    scholarships: createScholarshipGateway(temporal.client, queues),
    bank: createSnapBank(snapConfigOf(env, Date.now)),
    ...registriesOf(env),
    async close() {
      await temporal.close();
      await mongo.close();
    },
  };
}

function registriesOf(env: Env): Pick<Context, 'civilRegistry' | 'membershipRegistry'> {
  const timeoutMs = env.SANTUN_REGISTRY_TIMEOUT_MS;
  return {
    civilRegistry: createCivilRegistry({ url: env.SANTUN_CIVIL_REGISTRY_URL, key: env.SANTUN_CIVIL_REGISTRY_KEY, timeoutMs }),
    membershipRegistry: createMembershipRegistry({
      url: env.SANTUN_MEMBERSHIP_REGISTRY_URL,
      key: env.SANTUN_MEMBERSHIP_REGISTRY_KEY,
      timeoutMs,
    }),
  };
}
