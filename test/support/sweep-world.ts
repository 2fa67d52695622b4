import type { Connection } from 'mongoose';
import type { SweepCounts } from '#activities/sweep-counts.ts';
import { createSweepPass, type SweepDeps } from '#activities/sweep-pass.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import { type ClaimGateway, createClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import { connectTemporal, type TemporalConnection } from '#adapters/temporal/connection.ts';
import { createPayoutGateway, type PayoutGateway } from '#adapters/temporal/payout-gateway.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { claimWorkflowId, taskQueues } from '#workflows/workflow-ids.ts';
import { calendarAround } from '../factories/calendar.ts';
import { claimIdOf, factsOnRecord, type OnRecord, putOnRecord } from '../factories/claim-on-record.ts';
import { realNow } from './real-clock.ts';
import { freshName, testStack } from './stack.ts';

/** A store and a Temporal without any worker: claims run, and nobody does anything for them, so that a pass is all that happens. */
export type SweepWorld = {
  readonly name: string;
  readonly mongo: Connection;
  readonly stores: Stores;
  readonly temporal: TemporalConnection;
  readonly claims: ClaimGateway;
  readonly payments: PayoutGateway;
  /** A claim on record under a number of this world, and running. */
  open(n: number, record: OnRecord): Promise<ClaimState>;
  start(state: ClaimState): Promise<void>;
  end(claimId: ClaimId): Promise<void>;
  pass(now: number, deps?: Partial<SweepDeps>): Promise<SweepCounts>;
  /** Ends what was opened, or the next pass would see it. */
  clear(): Promise<void>;
  close(): Promise<void>;
};

export async function startSweepWorld(): Promise<SweepWorld> {
  const stack = testStack();
  const name = freshName('sweep');
  const mongo = await connectMongo(stack.mongoUrl(name));
  const stores = createStores(mongo, { personKey: 'unused-here' });
  await stores.ensureIndexes();
  await stores.calendars.activate(calendarAround(realNow()));
  const temporal = await connectTemporal(stack.temporalAddress, 'default');
  const claims = createClaimGateway(temporal.client, taskQueues(name));
  const payments = createPayoutGateway(temporal.client, taskQueues(name));
  const calendar = calendarAround(realNow());
  const running = new Set<ClaimId>();

  async function start(state: ClaimState): Promise<void> {
    running.add(state.claimId);
    await claims.revive({ claimId: state.claimId, calendar, switches: {}, state });
  }
  async function end(claimId: ClaimId): Promise<void> {
    running.delete(claimId);
    await temporal.client.workflow.getHandle(claimWorkflowId(claimId)).terminate('the test is done with it');
  }
  async function clear(): Promise<void> {
    const left = [...running];
    for (let from = 0; from < left.length; from += 50) await Promise.all(left.slice(from, from + 50).map(end));
    for (const collection of ['claims', 'journal', 'incidents']) await mongo.collection(collection).deleteMany({});
  }
  return {
    name,
    mongo,
    stores,
    temporal,
    claims,
    payments,
    start,
    end,
    clear,
    async open(n, record) {
      const state = await putOnRecord(stores, claimIdOf(name, n), factsOnRecord(record));
      await start(state);
      return state;
    },
    pass: (now, deps = {}) => createSweepPass({ ...stores, running: claims, payments, now: () => now, ...deps })(undefined),
    async close() {
      await clear();
      await temporal.close();
      await mongo.dropDatabase();
      await mongo.close();
    },
  };
}
