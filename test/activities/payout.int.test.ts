import { WorkflowNotFoundError } from '@temporalio/common';
import { createPayoutActivities, type PayoutTask } from '#activities/payout.activities.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import type { ClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { PayoutOutcome } from '#domain/claim/events.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { rupiah } from '#domain/money/money.ts';
import { advance } from '#domain/money/payout/payout.ts';
import { type PayoutId, payoutId } from '#domain/money/payout/payout-id.ts';
import { isRefusal } from '#domain/refusal.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { NTT_2027 } from '#domain/time/calendar/packs/ntt-2027.ts';
import { calendarAround } from '../factories/calendar.ts';
import { receivedBy, type TestBank, testBank } from '../support/bank.ts';
import { bankNow, realNow } from '../support/real-clock.ts';
import { freshName, testStack } from '../support/stack.ts';
import { until } from '../support/until.ts';

const AMOUNT = 42_000_000;

describe('a payment is made once and its claim hears of it, whatever breaks in between', () => {
  const name = freshName('payout');
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let stores: ReturnType<typeof createStores>;
  let bank: TestBank;
  let n = 0;

  beforeAll(async () => {
    mongo = await connectMongo(testStack().mongoUrl(name));
    stores = createStores(mongo, { personKey: 'a-person-key-made-for-this-test-only' });
    await stores.ensureIndexes();
    bank = await testBank();
  }, 60_000);
  afterAll(async () => {
    await bank.close();
    await mongo.dropDatabase();
    await mongo.close();
  });

  async function ordered(amount = AMOUNT): Promise<{ task: PayoutTask; accountNumber: string }> {
    n += 1;
    const claimId = `STN-PAID-${n}` as ClaimId;
    const accountNumber = `99000${String(n).padStart(5, '0')}`;
    const account = { personId: 'pasangan', personName: 'Pasangan Contoh', bankCode: '130', accountNumber };
    await bank.openAccount({ bankCode: '130', accountNumber, holderName: 'PASANGAN CONTOH' });
    const { _id: accountRef } = await stores.accounts.keep(claimId, account);
    const order = {
      payoutId: payoutId(claimId, 1, 'jkm', 'once', 'heirs'),
      issue: 1,
      programme: 'jkm',
      payeeClass: 'heirs',
      personId: 'pasangan',
      accountRef,
      amount: rupiah(amount),
      lines: [],
      maker: 'petugas-1',
      checker: 'pemeriksa-1',
    } as const;
    return { task: { claimId, order }, accountNumber };
  }

  /** A claim that answers with these faults first, and listens afterwards. */
  function paying(...faults: readonly Error[]) {
    const left = [...faults];
    const heard: PayoutOutcome[] = [];
    const tell: ClaimGateway['tell'] = async (_claimId, event) => {
      const fault = left.shift();
      if (fault) throw fault;
      if (event.type === 'payoutChanged') heard.push(event.outcome);
    };
    const tellEnded: ClaimGateway['tellEnded'] = async ({ claimId }, event) => {
      woken.push(claimId);
      if (event.type === 'payoutChanged') heard.push(event.outcome);
    };
    const woken: string[] = [];
    const { patience, port } = bank;
    const running = { tell, tellEnded };
    return { heard, woken, ...createPayoutActivities({ ...stores, bank: port, running, patience, now: bankNow }) };
  }

  const unreachable = new Error('no connection');
  const ended = new WorkflowNotFoundError('workflow execution already completed', 'claim:x', undefined);

  test('the claim cannot be reached after the bank paid: the repeat tells it and pays nothing', async () => {
    const { task, accountNumber } = await ordered();
    const { payOut, heard } = paying(unreachable, unreachable);
    await expect(payOut(task)).rejects.toThrow('no connection');
    await expect(payOut(task)).rejects.toThrow('no connection');
    expect(await payOut(task)).toEqual({ state: 'settled' });
    expect(heard).toEqual([expect.objectContaining({ state: 'confirmed' })]);
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([AMOUNT]);
  });

  async function endedWith(
    status: ClaimState['status'],
    { claimId }: PayoutTask,
    causes: readonly string[],
    payouts: readonly object[] = [],
  ): Promise<void> {
    const state = {
      claimId,
      seq: 9,
      status,
      institutionId: 'b',
      branchId: 'b',
      updatedAt: 1,
      causes,
      payouts,
      calendar: { id: 'NTT', version: 1 },
    };
    await stores.claims.save(state as unknown as ClaimState, 'head');
  }

  test('the claim heard it and went on to its end before the answer came: nothing is left to do', async () => {
    const { task } = await ordered();
    await endedWith('closed', task, [`${task.order.payoutId}:1:confirmed`]);
    const { payOut, heard, woken } = paying(ended);
    expect(await payOut(task)).toEqual({ state: 'settled' });
    expect([heard, woken]).toEqual([[], []]);
  });

  test('a claim that ended deaf, because somebody had used up the bank’s id before ids had spaces, is woken all the same', async () => {
    const { task } = await ordered();
    await stores.calendars.activate(calendarAround(realNow()));
    const line = { payoutId: task.order.payoutId, issue: 1, state: 'ordered' };
    await endedWith('withdrawn', task, [`${task.order.payoutId}:1:confirmed`], [line]);
    const { payOut, woken } = paying(ended);
    expect(await payOut(task)).toEqual({ state: 'settled' });
    expect(woken).toEqual([task.claimId]);
  });

  test('a claim that ended without having heard of its money is woken from its record', async () => {
    const { task, accountNumber } = await ordered();
    await stores.calendars.activate(calendarAround(realNow()));
    await endedWith('withdrawn', task, []);
    const { payOut, heard, woken } = paying(ended);
    expect(await payOut(task)).toEqual({ state: 'settled' });
    expect(woken).toEqual([task.claimId]);
    expect(heard).toEqual([expect.objectContaining({ state: 'confirmed' })]);
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([AMOUNT]);
  });

  test('a claim whose workflow is gone before its end is told again and again, until it runs', async () => {
    const { task, accountNumber } = await ordered();
    const { payOut, heard } = paying(ended, ended);
    await expect(payOut(task)).rejects.toThrow('has to hear');
    await expect(payOut(task)).rejects.toThrow('has to hear');
    expect(await payOut(task)).toEqual({ state: 'settled' });
    expect(heard).toHaveLength(1);
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([AMOUNT]);
  });

  test('the reason of a refusal reaches the claim also when it is told late', async () => {
    const { task, accountNumber } = await ordered();
    await bank.fault({ kind: 'holder-mismatch', account: accountNumber });
    const { payOut, heard } = paying(unreachable);
    await expect(payOut(task)).rejects.toThrow('no connection');
    expect(await payOut(task)).toEqual({ state: 'settled' });
    expect(heard).toEqual([{ state: 'refused', reason: 'holder-differs' }]);
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([]);
  });

  test('a try that died between intent and answer is never sent again before the bank says it has nothing', async () => {
    const { task, accountNumber } = await ordered();
    const id = task.order.payoutId as PayoutId;
    const open = await stores.payouts.open(task.claimId, task.order, { id, state: 'inquired', issue: 1, attempt: 0 });
    const sending = advance(open.payout, { type: 'sending-begun', at: realNow() - 5 * 60_000 });
    if (isRefusal(sending)) throw new Error(sending.text);
    await stores.payouts.write(open, sending, [{ at: realNow(), event: { type: 'sending-begun', at: realNow() } }]);
    const { payOut, askTransfer, heard } = paying(unreachable);

    await expect(payOut(task)).rejects.toThrow('no connection');
    expect(await payOut(task)).toMatchObject({ state: 'unknown' });
    expect(heard).toEqual([{ state: 'unknown', why: 'in-progress', attempt: 1 }]);
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([]);
    await until('the bank to say it has nothing', async () => (await askTransfer(task)).state === 'send-again');
    expect(await payOut(task)).toEqual({ state: 'settled' });
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([AMOUNT]);
  });

  test('after closing on the last day of the last known year an order over the bank’s hours is held, and leaves once the calendar is there', async () => {
    const { task, accountNumber } = await ordered(480_000_000);
    let at = Date.parse('2026-12-31T16:00:00+07:00');
    let calendar = NTT_2026;
    const { payOut } = createPayoutActivities({
      ...stores,
      calendars: { ...stores.calendars, active: async () => calendar },
      bank: bank.port,
      running: { tell: async () => undefined, tellEnded: async () => undefined },
      patience: bank.patience,
      now: () => at,
    });
    const held = { state: 'send-again', waitMs: 3_600_000 };
    expect(await payOut(task)).toEqual(held);
    at = Date.parse('2027-01-04T07:00:00+07:00');
    expect(await payOut(task)).toEqual(held);
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([]);
    calendar = NTT_2027;
    expect(await payOut(task)).toEqual({ state: 'settled' });
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([480_000_000]);
  });

  test('two tries at the same moment send once', async () => {
    const { task, accountNumber } = await ordered();
    const { payOut } = paying();
    await Promise.all([payOut(task), payOut(task), payOut(task)]);
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([AMOUNT]);
  });

  const OWN = { institutionId: 'bpr-contoh', kind: 'institution', holderName: 'BPR Contoh', bankCode: '130' } as const;

  test('an account registered as the institution’s own after it was confirmed gets no money: the claim hears a refusal, the supervisor an incident', async () => {
    const { task, accountNumber } = await ordered();
    await stores.partnerAccounts.keep([{ ...OWN, accountNumber }]);
    const { payOut, heard } = paying();
    expect(await payOut(task)).toEqual({ state: 'settled' });
    expect(heard).toEqual([{ state: 'refused', reason: 'payee-of-partner' }]);
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([]);
    expect(await stores.incidents.ofClaim(task.claimId)).toMatchObject([{ kind: 'payee-of-partner', payoutId: task.order.payoutId }]);
  });

  test('an order the bank never had is not sent again once its account turns out to be the institution’s', async () => {
    const { task, accountNumber } = await ordered();
    const id = task.order.payoutId as PayoutId;
    const open = await stores.payouts.open(task.claimId, task.order, { id, state: 'not-found', issue: 1, attempt: 1 });
    await stores.partnerAccounts.keep([{ ...OWN, accountNumber }]);
    const { payOut, heard } = paying();
    expect(open.payout.state).toBe('not-found');
    expect(await payOut(task)).toEqual({ state: 'settled' });
    expect(heard).toEqual([{ state: 'refused', reason: 'payee-of-partner' }]);
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([]);
  });

  test('a payee whose NIK is that of registered staff gets no money, on whatever account', async () => {
    const { task, accountNumber } = await ordered();
    const nik = '0000005701909009';
    const nikHash = stores.accounts.nikHashOf(nik);
    const account = { personId: 'pasangan', personName: 'Pasangan Contoh', bankCode: '130', accountNumber };
    await stores.accounts.keep(task.claimId, { ...account, nikHash });
    await stores.partnerAccounts.keep([{ ...OWN, kind: 'staff', accountNumber: '9900099999', nik }]);
    const { payOut, heard } = paying();
    expect(await payOut(task)).toEqual({ state: 'settled' });
    expect(heard).toEqual([{ state: 'refused', reason: 'payee-of-partner' }]);
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([]);
  });

  test('an earlier issue that turns out paid after all pays the line; the later one is never sent', async () => {
    const { task, accountNumber } = await ordered();
    const { payOut, heard } = paying();
    await payOut(task);
    expect(await payOut({ ...task, order: { ...task.order, issue: 2 } })).toEqual({ state: 'settled' });
    expect(heard.map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([AMOUNT]);
  });
});
