import { join } from 'node:path';
import { createIntake } from '#activities/intake.ts';
import { isTransient } from '#activities/intake-faults.ts';
import { createPayoutActivities } from '#activities/payout.activities.ts';
import { createRecordActivities } from '#activities/record.activities.ts';
import { connect } from '#adapters/kafka/connection.ts';
import { runIntake } from '#adapters/kafka/intake-consumer.ts';
import type { KafkaConnection } from '#adapters/kafka/port.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import { type ClaimGateway, createClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import { connectTemporal, type TemporalConnection } from '#adapters/temporal/connection.ts';
import { installRuntime, type RunningWorker, startWorker } from '#adapters/temporal/worker.ts';
import { RECEIVED_TOPICS } from '#schemas/events/index.ts';
import { type TaskQueues, taskQueues } from '#workflows/workflow-ids.ts';
import { calendarAround } from '../factories/calendar.ts';
import { type TestBank, testBank } from './bank.ts';
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
  readonly bank: TestBank;
  readonly groupId: string;
  startClaimsWorker(activities?: object): Promise<RunningWorker>;
  startPayoutsWorker(): Promise<RunningWorker>;
  startIntake(): ReturnType<typeof runIntake>;
  close(): Promise<void>;
};

let runtimeInstalled = false;

export async function startWorld(): Promise<World> {
  if (!runtimeInstalled) installRuntime(testLog);
  runtimeInstalled = true;
  const stack = testStack();
  const name = freshName('world');
  const personKey = `${name}-person-key-made-for-tests-only`;
  const queues = taskQueues(name);
  const mongo = await connectMongo(stack.mongoUrl(name));
  const stores = createStores(mongo, { personKey });
  await stores.ensureIndexes();
  await stores.calendars.activate(calendarAround(Date.now()));
  const temporal = await connectTemporal(stack.temporalAddress, 'default');
  const kafka = connect({ brokers: stack.kafkaBrokers.split(','), clientId: name, topicPrefix: `${name}.`, log: testLog });
  await kafka.createTopics();
  const bank = await testBank();
  const publisher = kafka.publisher();
  const claims = createClaimGateway(temporal.client, queues);
  const stops: (() => Promise<void>)[] = [];

  async function worker(taskQueue: string, activities: object): Promise<RunningWorker> {
    const workflowsPath = join(process.cwd(), 'workflows', 'index.ts');
    const running = await startWorker({ address: stack.temporalAddress, namespace: 'default', taskQueue, workflowsPath, activities });
    stops.push(() => running.stop());
    return running;
  }
  const { payouts, accounts } = stores;
  return {
    personKey,
    stores,
    kafka,
    temporal,
    queues,
    claims,
    bank,
    groupId: `${name}.intake`,
    startClaimsWorker: (activities = createRecordActivities({ ...stores, publisher })) => worker(queues.claims, activities),
    startPayoutsWorker: () =>
      worker(
        queues.payouts,
        createPayoutActivities({ bank: bank.port, payouts, accounts, firstInquiryMs: bank.firstInquiryMs, now: Date.now }),
      ),
    startIntake() {
      const intake = runIntake({
        connection: kafka,
        groupId: `${name}.intake`,
        topics: RECEIVED_TOPICS,
        handle: createIntake({ ...stores, running: claims, personKey }),
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
      await temporal.close();
      await mongo.dropDatabase();
      await mongo.close();
    },
  };
}
