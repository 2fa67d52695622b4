import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import type { AccountUse } from '#domain/money/payout/account-use.ts';
import { freshName, testStack } from '../../support/stack.ts';

const nothing = async (): Promise<readonly AccountUse[]> => [];

describe('one account is paid for one family, or for several where two people allowed it', () => {
  const name = freshName('uses');
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let uses: ReturnType<typeof createStores>['accountUses'];
  let n = 0;

  beforeAll(async () => {
    mongo = await connectMongo(testStack().mongoUrl(name));
    const stores = createStores(mongo, { personKey: 'a-person-key-made-for-this-test-only' });
    await stores.ensureIndexes();
    uses = stores.accountUses;
  }, 60_000);
  afterAll(async () => {
    await mongo.dropDatabase();
    await mongo.close();
  });

  const fresh = (): { bankCode: string; accountNumber: string } => {
    n += 1;
    return { bankCode: '130', accountNumber: `77000${String(n).padStart(5, '0')}` };
  };
  const use = (family: string) => async (): Promise<AccountUse> => ({
    familyId: family,
    claimId: `claim-${family}`,
    payoutId: `claim-${family}.1.jkm.once.heirs`,
  });

  test('of twenty families at the same moment exactly one takes it, and every other is told whose it is', async () => {
    const account = fresh();
    const families = Array.from({ length: 20 }, (_none, index) => `keluarga-${index}`);
    const answers = await Promise.all(families.map((family) => uses.take(account, { use: use(family), allowed: [], earlier: nothing })));
    const taken = answers.filter((foreign) => foreign.length === 0);
    expect(taken).toHaveLength(1);
    const [first] = await uses.of(account);
    expect(answers.filter((foreign) => foreign.length > 0).every(([one]) => one?.familyId === first?.familyId)).toBe(true);
  });

  test('the same family takes it as often as it is paid', async () => {
    const account = fresh();
    const wish = { use: use('satu'), allowed: [], earlier: nothing };
    expect([await uses.take(account, wish), await uses.take(account, wish)]).toEqual([[], []]);
    expect(await uses.of(account)).toHaveLength(1);
  });

  test('who was allowed beside the first is paid, and the first goes on being paid; a third nobody spoke of is not', async () => {
    const account = fresh();
    await uses.take(account, { use: use('ibu'), allowed: [], earlier: nothing });
    expect(await uses.take(account, { use: use('anak'), allowed: ['claim-ibu'], earlier: nothing })).toEqual([]);
    expect(await uses.take(account, { use: use('ibu'), allowed: [], earlier: nothing })).toEqual([]);
    const third = await uses.take(account, { use: use('asing'), allowed: ['claim-ibu'], earlier: nothing });
    expect(third.map(({ familyId }) => familyId)).toEqual(['anak']);
  });

  test('what an earlier release paid there counts, though it kept no row', async () => {
    const account = fresh();
    const earlier = async (): Promise<readonly AccountUse[]> => [await use('dahulu')()];
    expect(await uses.take(account, { use: use('kini'), allowed: [], earlier })).toMatchObject([{ familyId: 'dahulu' }]);
    expect(await uses.take(account, { use: use('dahulu'), allowed: [], earlier })).toEqual([]);
  });
});
