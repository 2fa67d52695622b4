import { claimDocument, claimsModel } from '#adapters/mongo/claims.model.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { TOLD_AT } from '../../api/claims-at.ts';
import { claimIdOf } from '../../factories/claim-on-record.ts';
import { planOf } from '../../support/query-plan.ts';
import { freshName, testStack } from '../../support/stack.ts';

const NAME = freshName('ordered');

describe('a page of a list', () => {
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  beforeAll(async () => {
    mongo = await connectMongo(testStack().mongoUrl(NAME));
    const model = claimsModel(mongo);
    await model.createIndexes();
    const { claim } = TOLD_AT.closed();
    const claims = Array.from({ length: 500 }, (_, n) => claimDocument({ ...claim, claimId: claimIdOf(NAME, n), updatedAt: n }, 'uji'));
    await model.insertMany(claims, { lean: true });
  }, 60_000);
  afterAll(async () => {
    await mongo.dropDatabase();
    await mongo.close();
  });

  // Named, because a store that has just been filled has no statistics yet and guesses.
  test.each<[string, object, Record<string, 1 | -1>]>([
    ['of all claims', {}, { updatedAt: -1, _id: 1 }],
    ['of one status', { status: 'closed' }, { status: 1, updatedAt: -1, _id: 1 }],
    ['of one institution', { institutionId: 'bpr-contoh' }, { institutionId: 1, updatedAt: -1, _id: 1 }],
  ])('%s can be read along its index: the store keeps indexes in order, and sorts nothing', async (_what, query, index) => {
    const page = claimsModel(mongo).find(query).sort({ updatedAt: -1, _id: 1 }).limit(20).hint(index);
    expect(planOf(await page.explain()).steps).not.toContain('sort');
  });
});
