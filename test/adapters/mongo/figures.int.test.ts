import { claimDocument, claimsModel } from '#adapters/mongo/claims.model.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { payoutsModel } from '#adapters/mongo/payouts-store.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import { TOLD_AT } from '../../api/claims-at.ts';
import { claimIdOf } from '../../factories/claim-on-record.ts';
import { planOf } from '../../support/query-plan.ts';
import { freshName, testStack } from '../../support/stack.ts';

const NAME = freshName('figures');
const AT = 1_790_000_000_000;

describe('what is counted for those who watch from outside', () => {
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let stores: ReturnType<typeof createStores>;
  beforeAll(async () => {
    mongo = await connectMongo(testStack().mongoUrl(NAME));
    stores = createStores(mongo, { personKey: 'unused-here' });
    await stores.ensureIndexes();
  }, 60_000);
  afterAll(async () => {
    await mongo.dropDatabase();
    await mongo.close();
  });

  test('claims that have not ended, by status; those that have are not counted', async () => {
    const { claim } = TOLD_AT.closed();
    const statuses = ['collecting', 'collecting', 'paying', 'closed', 'rejected'] as const;
    const claims = statuses.map((status, n) => claimDocument({ ...claim, claimId: claimIdOf(NAME, n), status }, 'uji'));
    await claimsModel(mongo).insertMany(claims, { lean: true });
    expect(await stores.openClaims.countByStatus()).toEqual({
      ...{ registered: 0, collecting: 2, verifying: 0, recommended: 0, approved: 0, paying: 1, paid: 0 },
    });
  });

  test('payments on their way, by state, and since when the bank has been silent about the oldest', async () => {
    expect(await stores.payouts.oldestUnknown()).toBeUndefined();
    const lines = [
      { state: 'ordered' },
      { state: 'unknown', sentAt: AT + 5 },
      { state: 'unknown', sentAt: AT },
      { state: 'confirmed', sentAt: AT - 1_000 },
    ] as const;
    const documents = lines.map((line, n) => ({
      _id: `uji-${n}`,
      claimId: claimIdOf(NAME, n),
      order: {},
      payout: { id: `uji-${n}`, issue: 1, attempt: 1, ...line },
      version: 0,
      log: [],
    }));
    await mongo.collection('payouts').insertMany(documents as never);
    expect(await stores.payouts.countUnsettled()).toEqual({ ordered: 1, inquired: 0, sending: 0, unknown: 2, 'not-found': 0 });
    expect(await stores.payouts.oldestUnknown()).toBe(AT);
  });

  test('incidents nobody has resolved, by kind', async () => {
    await stores.incidents.note({ kind: 'rung-missed', claimId: claimIdOf(NAME, 1), rungKey: 'a' }, AT);
    await stores.incidents.note({ kind: 'rung-missed', claimId: claimIdOf(NAME, 2), rungKey: 'a' }, AT);
    await stores.incidents.note({ kind: 'claim-not-running', claimId: claimIdOf(NAME, 2) }, AT - 1);
    await stores.incidents.resolveUnseen(AT, AT);
    expect(await stores.incidents.countOpen()).toMatchObject({ 'rung-missed': 2, 'claim-not-running': 0, 'workflow-failing': 0 });
  });

  // Named, because a store that has just been filled has no statistics yet and guesses.
  test('each question can be answered along an index, so that its cost does not grow with what has ended', async () => {
    const claims = claimsModel(mongo).find({ status: 'collecting' }).hint({ status: 1, updatedAt: -1, _id: 1 });
    expect(planOf(await claims.explain()).indexes).toContain('status_1_updatedAt_-1__id_1');
    const payouts = payoutsModel(mongo).find({ 'payout.state': 'unknown' }).hint({ 'payout.state': 1 });
    expect(planOf(await payouts.explain()).indexes).toContain('payout.state_1');
    const open = mongo
      .collection('incidents')
      .find({ resolvedAt: { $exists: false } })
      .hint({ resolvedAt: 1, foundAt: -1 });
    expect(planOf(await open.explain()).indexes).toContain('resolvedAt_1_foundAt_-1');
  });
});
