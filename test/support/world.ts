import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { createCheckActivities } from '#activities/checks.activities.ts';
import { createPayoutActivities } from '#activities/payout.activities.ts';
import { createReconcileActivities } from '#activities/reconcile.activities.ts';
import { createRecordActivities } from '#activities/record.activities.ts';
import { createScholarshipActivities } from '#activities/scholarship.activities.ts';
import { createScholarshipYearsActivities } from '#activities/scholarship-years.activities.ts';
import { createSweepActivities, type SweepDeps } from '#activities/sweep.activities.ts';
import { beating } from '#activities/with-heartbeat.ts';
import { connect } from '#adapters/kafka/connection.ts';
import { runIntake } from '#adapters/kafka/intake-consumer.ts';
import type { KafkaConnection } from '#adapters/kafka/port.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import { type ClaimGateway, createClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import { connectTemporal, type TemporalConnection } from '#adapters/temporal/connection.ts';
import { createPayoutGateway, type PayoutGateway } from '#adapters/temporal/payout-gateway.ts';
import { createScholarshipGateway, type ScholarshipGateway } from '#adapters/temporal/scholarship-gateway.ts';
import { installRuntime, type RunningWorker, startWorker } from '#adapters/temporal/worker.ts';
import { RECEIVED_TOPICS } from '#schemas/events/index.ts';
import { isTransient } from '#services/intake/faults.ts';
import { createIntake } from '#services/intake/intake.ts';
import { type TaskQueues, taskQueues } from '#workflows/workflow-ids.ts';
import { calendarAround } from '../factories/calendar.ts';
import { type TestBank, testBank } from './bank.ts';
import { bankNow, realNow } from './real-clock.ts';
import { type TestRegistries, testRegistries } from './registries.ts';
import { testLog } from './silent-log.ts';
import { freshName, testStack } from './stack.ts';

/** Everything Santun is, in this process, over the real servers of the run, under names of its own. */
export type World = {
  /** Of this world alone, so that its claims have numbers of their own on a shared Temporal server. */
  readonly personKey: string;
  readonly stores: Stores;
  readonly kafka: KafkaConnection;
  readonly temporal: TemporalConnection;
  readonly queues: TaskQueues;
  readonly claims: ClaimGateway;
  readonly payments: PayoutGateway;
  readonly scholarships: ScholarshipGateway;
  readonly bank: TestBank;
  readonly registries: TestRegistries;
  readonly groupId: string;
  /** Workers started from now on are of this release and wait until it is current; before, they are of none. */
  release(buildId: string): void;
  startClaimsWorker(activities?: object, workflows?: string): Promise<RunningWorker>;
  startPayoutsWorker(): Promise<RunningWorker>;
  /** Works on passes; a schedule, or a test, has to start them. */
  startSweeper(deps?: Partial<SweepDeps>): Promise<RunningWorker>;
  startIntake(): ReturnType<typeof runIntake>;
  close(): Promise<void>;
};

let runtimeInstalled = false;

/** A world that goes on with the store of another: the key its people were made with, and how the store is filled before anybody looks. */
export type Inherited = { readonly personKey: string; readonly fill: (mongo: Connection) => Promise<void> };

export async function startWorld(inherited?: Inherited): Promise<World> {
  if (!runtimeInstalled) installRuntime(testLog);
  runtimeInstalled = true;
  const stack = testStack();
  const name = freshName('world');
  const personKey = inherited?.personKey ?? `${name}-person-key-made-for-tests-only`;
  const queues = taskQueues(name);
  const mongo = await connectMongo(stack.mongoUrl(name));
  await inherited?.fill(mongo);
  const stores = createStores(mongo, { personKey });
  await stores.ensureIndexes();
  await stores.calendars.activate(calendarAround(realNow()));
  const temporal = await connectTemporal(stack.temporalAddress, 'default');
  const kafka = connect({ brokers: stack.kafkaBrokers.split(','), clientId: name, topicPrefix: `${name}.`, log: testLog });
  await kafka.createTopics();
  const bank = await testBank();
  const registries = await testRegistries();
  const publisher = kafka.publisher();
  const claims = createClaimGateway(temporal.client, queues);
  const checking = createCheckActivities({ ...stores, ...registries.ports, running: claims, bank: bank.port, now: realNow });
  const scholarship = createScholarshipActivities(stores);
  const payments = createPayoutGateway(temporal.client, queues);
  const scholarships = createScholarshipGateway(temporal.client, queues);
  const stops: (() => Promise<void>)[] = [];
  let buildId: string | undefined;

  async function worker(taskQueue: string, activities: object, workflows = 'workflows/index.ts'): Promise<RunningWorker> {
    const workflowsPath = join(process.cwd(), workflows);
    const versioning = buildId === undefined ? undefined : ({ deploymentName: taskQueue, buildId, behavior: 'AUTO_UPGRADE' } as const);
    const server = { address: stack.temporalAddress, namespace: 'default' };
    const running = await startWorker({ ...server, taskQueue, workflowsPath, activities, versioning });
    stops.push(() => running.stop());
    return running;
  }
  return {
    personKey,
    stores,
    kafka,
    temporal,
    queues,
    claims,
    payments,
    scholarships,
    bank,
    registries,
    groupId: `${name}.intake`,
    release(name) {
      buildId = name;
    },
    startClaimsWorker: (activities = createRecordActivities({ ...stores, publisher, ...scholarship }), workflows) =>
      worker(queues.claims, { ...checking, ...scholarship, ...activities }, workflows),
    startSweeper: (deps) =>
      worker(queues.sweeper, {
        ...createSweepActivities({
          ...stores,
          running: claims,
          payments,
          now: realNow,
          ...deps,
        }),
        ...createReconcileActivities({ ...stores, running: claims, bank: bank.port, now: () => bankNow() + 86_400_000 }),
        ...createScholarshipYearsActivities({ ...stores, scholarships, now: deps?.now ?? realNow }),
      }),
    startPayoutsWorker: () =>
      worker(
        queues.payouts,
        beating(
          createPayoutActivities({
            ...stores,
            running: claims,
            scholarships,
            bank: bank.port,
            patience: bank.patience,
            now: bankNow,
          }),
        ),
      ),
    startIntake() {
      const intake = runIntake({
        connection: kafka,
        groupId: `${name}.intake`,
        topics: RECEIVED_TOPICS,
        handle: createIntake({ ...stores, running: claims, personKey, now: realNow }),
        isTransient,
        log: testLog,
      });
      stops.push(() => intake.stop());
      return intake;
    },
    async close() {
      for (const stop of stops.reverse()) await stop();
      await publisher.close();
      await bank.close();
      await registries.close();
      await temporal.close();
      await mongo.dropDatabase();
      await mongo.close();
    },
  };
}
