import { claimsModel } from '#adapters/mongo/claims.model.ts';
import { CLOCK_FIELDS } from '#adapters/mongo/claims-store.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { openPage } from '#adapters/mongo/open-walk.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import { claimIdOf, factsOnRecord, putOnRecord } from '../../factories/claim-on-record.ts';
import { planOf } from '../../support/query-plan.ts';
import { realNow } from '../../support/real-clock.ts';
import { freshName, testStack } from '../../support/stack.ts';

describe('the walk over the open claims', () => {
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let stores: Stores;
  let ids: readonly string[];
  beforeAll(async () => {
    mongo = await connectMongo(testStack().mongoUrl(freshName('walk')));
    stores = createStores(mongo, { personKey: 'unused-here' });
    await stores.ensureIndexes();
    const at = realNow();
    const states = await Promise.all([1, 2, 3, 4, 5].map((n) => putOnRecord(stores, claimIdOf('walk', n), factsOnRecord({ at }))));
    ids = states.map(({ claimId }) => claimId).sort();
    await putOnRecord(stores, claimIdOf('walk', 'closed'), factsOnRecord({ at, more: [{ type: 'claim.closed' }] }));
  }, 60_000);
  afterAll(async () => {
    await mongo.dropDatabase();
    await mongo.close();
  });

  async function walk(after: string, batchSize: number): Promise<readonly (readonly string[])[]> {
    const batches: string[][] = [];
    for await (const batch of stores.claims.openClaims(after, batchSize)) batches.push(batch.map(({ _id }) => _id));
    return batches;
  }

  test.each([1, 2, 3, 5, 100])('meets every open claim once, by number, and no closed one, %i at a time', async (batchSize) => {
    const batches = await walk('', batchSize);
    expect(batches.flat()).toEqual(ids);
    expect(Math.max(...batches.map(({ length }) => length))).toBeLessThanOrEqual(batchSize);
  });

  test('goes on after the claim it is told', async () => {
    expect((await walk(ids[2] ?? '', 2)).flat()).toEqual(ids.slice(3));
    expect(await walk(ids[4] ?? '', 2)).toEqual([]);
  });

  test('carries what the clocks are computed from, and nothing of the person', async () => {
    for await (const [first] of stores.claims.openClaims()) {
      expect(Object.keys(first ?? {}).sort()).toEqual(['_id', 'state']);
      // Some of them only some claims have.
      expect(CLOCK_FIELDS).toEqual(expect.arrayContaining(Object.keys(first?.state ?? {})));
      expect(first?.state).toHaveProperty('clocks');
    }
  });

  test.each([
    ['the sweeper', {}],
    ['a new calendar', { $or: [{ 'state.calendar.id': { $ne: 'ntt' } }, { 'state.calendar.version': { $ne: 2 } }] }],
  ])('of %s reads along the numbers: no page costs a search for all that is open, or a sort', async (_who, also) => {
    const page = openPage(claimsModel(mongo), { after: ids[0] ?? '', limit: 2, fields: { state: 1 }, also });
    const { steps, indexes } = planOf(await page.explain());
    expect(indexes).toEqual(['_id_']);
    expect(steps).not.toContain('sort');
    expect(steps).not.toContain('collscan');
  });

  test('meets a claim in a status nobody knows last of all, because nobody else would', async () => {
    await mongo.collection<{ _id: string }>('claims').updateOne({ _id: ids[0] ?? '' }, { $set: { status: 'lost' } });
    expect((await walk('', 2)).flat()).toEqual([...ids.slice(1), ids[0]]);
    expect(await walk(ids[4] ?? '', 2)).toEqual([[ids[0]]]);
  });
});
