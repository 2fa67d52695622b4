import { createPayoutActivities, type PayoutTask } from '#activities/payout.activities.ts';
import { createReconcileDay } from '#activities/reconcile-day.ts';
import { BANK_PROFILES } from '#adapters/bank/bank-profiles.ts';
import type { BankPort } from '#adapters/bank/port.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { rupiah } from '#domain/money/money.ts';
import { newReference } from '#domain/money/payout/bank-profile.ts';
import { type PayoutId, partnerReference, payoutId } from '#domain/money/payout/payout-id.ts';
import { bankDayOf } from '#domain/money/reconciliation/bank-day.ts';
import { calendarAround } from '../factories/calendar.ts';
import { type TestBank, testBank } from '../support/bank.ts';
import { bankNow } from '../support/real-clock.ts';
import { freshName, testStack } from '../support/stack.ts';
import { until } from '../support/until.ts';

const DAY_MS = 86_400_000;
const SHORT = BANK_PROFILES['snap-20'];
const running = { tell: async () => undefined, tellEnded: async () => undefined };

describe('a bank that takes references of twenty characters', () => {
  const name = freshName('profiles');
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let stores: ReturnType<typeof createStores>;
  let bank: TestBank;
  let n = 0;

  beforeAll(async () => {
    mongo = await connectMongo(testStack().mongoUrl(name));
    stores = createStores(mongo, { personKey: 'a-person-key-made-for-this-test-only' });
    await stores.ensureIndexes();
    await stores.calendars.activate(calendarAround(bankNow()));
    bank = await testBank(1_500, SHORT);
  }, 60_000);
  afterAll(async () => {
    await bank.close();
    await mongo.dropDatabase();
    await mongo.close();
  });

  async function ordered(at: TestBank = bank): Promise<PayoutTask> {
    n += 1;
    const claimId = `STN-REF-${n}` as ClaimId;
    const accountNumber = `98000${String(n).padStart(5, '0')}`;
    await at.openAccount({ bankCode: '130', accountNumber, holderName: 'PASANGAN CONTOH' });
    const account = { personId: 'pasangan', personName: 'Pasangan Contoh', bankCode: '130', accountNumber };
    const { _id: accountRef } = await stores.accounts.keep(claimId, account);
    const id = payoutId(claimId, 1, 'jkm', 'once', 'heirs');
    const amount = rupiah(42_000_000);
    const who = { payeeClass: 'heirs', personId: 'pasangan', accountRef, maker: 'petugas-1', checker: 'pemeriksa-1' } as const;
    return { claimId, order: { payoutId: id, issue: 1, programme: 'jkm', amount, lines: [], ...who } };
  }

  const payingThrough = (port: BankPort) =>
    createPayoutActivities({ ...stores, bank: port, running, patience: bank.patience, now: bankNow } as never);

  async function referencesAt(at: TestBank): Promise<readonly (string | undefined)[]> {
    return (await at.ledger()).entries.filter(({ kind }) => kind === 'transfer').map(({ partnerReferenceNo }) => partnerReferenceNo);
  }

  test('is paid through, asked, and found again on its statement', async () => {
    const [plain, silent] = [await ordered(), await ordered()];
    const { payOut, askTransfer } = payingThrough(bank.port);
    expect(await payOut(plain)).toEqual({ state: 'settled' });
    await bank.fault({ kind: '5xx-after' });
    expect((await payOut(silent)).state).toBe('unknown');
    await until('the bank to answer', async () => (await askTransfer(silent)).state === 'settled');
    const expected = [plain, silent].map(({ order }) => newReference(SHORT, order.payoutId as PayoutId, 1));
    expect(await referencesAt(bank)).toEqual(expected);
    for (const reference of expected) expect(reference).toMatch(/^STN[0-9A-Z]{17}$/);
    const today = bankDayOf(bankNow());
    const reconcile = createReconcileDay({ ...stores, bank: bank.port, running, now: () => bankNow() + DAY_MS } as never);
    expect(await reconcile(today)).toMatchObject({ entries: 2, matched: 2, differences: 0 });
    // The last resort knows them too: by the reference alone.
    const found = await stores.payoutRecords.ofReferences(expected);
    expect(found.map(({ _id }) => _id).toSorted()).toEqual([plain, silent].map(({ order }) => order.payoutId).toSorted());
  }, 60_000);

  test('an order that was sent under the long reference stays under it when the bank is set up anew', async () => {
    const before = await testBank();
    try {
      const task = await ordered(before);
      await before.fault({ kind: 'drop-before' });
      expect((await payingThrough(before.port).payOut(task)).state).toBe('unknown');
      const { newReference: ofShort } = bank.port;
      const after = payingThrough({ ...before.port, newReference: ofShort });
      await until('the bank to say that it has nothing', async () => (await after.askTransfer(task)).state === 'send-again');
      expect(await after.payOut(task)).toEqual({ state: 'settled' });
      expect(await referencesAt(before)).toEqual([partnerReference(task.order.payoutId as PayoutId)]);
    } finally {
      await before.close();
    }
  }, 60_000);
});
