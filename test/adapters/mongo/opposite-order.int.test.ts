import mongoose, { type Connection } from 'mongoose';
import { claimDocument } from '#adapters/mongo/claims.model.ts';
import { isDeadlock } from '#adapters/mongo/connection.ts';
import { createReadModelWriter } from '#adapters/mongo/read-models.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { claimIdOf, factsOnRecord, putOnRecord } from '../../factories/claim-on-record.ts';
import { freshName, testStack } from '../../support/stack.ts';

const CLAIMS = 60;
const ROUNDS = 6;
const NAME = freshName('opposite');

type Worker = { readonly mongo: Connection; readonly stores: Stores };

/** Two workers of one store who write the same documents, one from the front and one from the back. */
describe('two workers with the same documents in opposite order', () => {
  let workers: readonly [Worker, Worker];
  let states: readonly ClaimState[];
  let deadlocks = 0;

  async function open(): Promise<Worker> {
    const mongo = await mongoose.createConnection(testStack().mongoUrl(NAME), { autoIndex: false, monitorCommands: true }).asPromise();
    const client = mongo.getClient();
    client.on('commandFailed', ({ failure }) => (deadlocks += isDeadlock(failure) ? 1 : 0));
    client.on('commandSucceeded', ({ reply }) => (deadlocks += isDeadlock(reply) ? 1 : 0));
    return { mongo, stores: createStores(mongo, { personKey: 'unused-here' }) };
  }

  beforeAll(async () => {
    workers = [await open(), await open()];
    const [{ stores }] = workers;
    await stores.ensureIndexes();
    const ids = Array.from({ length: CLAIMS }, (_, n) => claimIdOf(NAME, n));
    states = await Promise.all(ids.map((id) => putOnRecord(stores, id, factsOnRecord({ at: 1_790_000_000_000 }))));
  }, 60_000);
  beforeEach(() => {
    deadlocks = 0;
  });
  afterAll(async () => {
    await workers[0].mongo.dropDatabase();
    for (const { mongo } of workers) await mongo.close();
  });

  const both = (write: (worker: Worker, inOrder: readonly ClaimState[], index: number) => Promise<unknown>): Promise<unknown> =>
    Promise.all(workers.map((worker, index) => write(worker, index === 0 ? states : states.toReversed(), index)));

  test('save claims: none fails, and neither waits for the other in a circle', async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      await both(({ stores }, list) => Promise.all(list.map((state) => stores.claims.save({ ...state, seq: state.seq + round }, 'uji'))));
    }
    expect(deadlocks).toBe(0);
    const [first] = states;
    expect(first && (await workers[0].stores.claims.find(first.claimId))?.seq).toBe((first?.seq ?? 0) + ROUNDS);
  }, 60_000);

  test('append the same facts: each claim has them once', async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const more = factsOnRecord({ at: 1_790_000_000_000, more: [{ type: 'claim.closed' }] }).slice(-1);
      await both(({ stores }, list) => Promise.all(list.map(({ claimId, seq }) => stores.journal.append(claimId, seq + round, more))));
    }
    expect(deadlocks).toBe(0);
    const [first] = states;
    expect(first && (await workers[0].stores.journal.read(first.claimId)).length).toBe((first?.seq ?? 0) + ROUNDS);
  }, 60_000);

  test('rebuild read models: each document is written by one of them, none fails', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [{ mongo }] = workers;
      const stored = await mongo.collection<{ _id: string }>('claims').find().toArray();
      const found = new Map(stored.map((one) => [one._id, one]));
      await both(({ mongo: own }, list) =>
        createReadModelWriter(own).write(
          { collection: 'claims' },
          list.map((state) => ({
            rebuilt: claimDocument({ ...state, seq: 100 + round }, `uji-${round}`),
            stored: found.get(state.claimId) ?? {},
          })),
        ),
      );
      await mongo.collection('other').deleteMany({});
      await both(({ mongo: own }, list) =>
        createReadModelWriter(own).write(
          { collection: 'other' },
          list.map((state) => ({ rebuilt: claimDocument(state, 'uji') })),
        ),
      );
      expect(await mongo.collection('other').countDocuments()).toBe(CLAIMS);
    }
    expect(deadlocks).toBe(0);
  }, 120_000);
});
