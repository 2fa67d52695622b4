import { WorkflowNotFoundError } from '@temporalio/common';
import { createPayoutActivities, type PayoutTask } from '#activities/payout.activities.ts';
import { createReconcileActivities } from '#activities/reconcile.activities.ts';
import { createReconcileDay } from '#activities/reconcile-day.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimEvent } from '#domain/claim/events.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { rupiah } from '#domain/money/money.ts';
import { type PayoutId, partnerReference, payoutId } from '#domain/money/payout/payout-id.ts';
import { bankDayOf } from '#domain/money/reconciliation/bank-day.ts';
import { caseIdOf } from '#domain/money/reconciliation/difference.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { calendarAround } from '../factories/calendar.ts';
import { type BackOffice, backOffice } from '../sandbox/bank/bank-client.ts';
import { receivedBy, type TestBank, testBank } from '../support/bank.ts';
import { bankNow } from '../support/real-clock.ts';
import { freshName, testStack } from '../support/stack.ts';
import { until } from '../support/until.ts';

const AMOUNT = 42_000_000;
const DAY_MS = 86_400_000;

describe('a banking day is proven against the bank’s own book', () => {
  const name = freshName('reconcile');
  const today = bankDayOf(bankNow());
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let stores: ReturnType<typeof createStores>;
  let bank: TestBank;
  let office: BackOffice;
  let n = 0;
  const told: ClaimEvent[] = [];
  const woken: string[] = [];
  let isEnded = false;

  // A day of its own for each test: a book, and nothing of the others on the statement.
  beforeEach(async () => {
    mongo = await connectMongo(testStack().mongoUrl(freshName(name)));
    stores = createStores(mongo, { personKey: 'a-person-key-made-for-this-test-only' });
    await stores.ensureIndexes();
    await stores.calendars.activate(calendarAround(bankNow()));
    bank = await testBank();
    office = backOffice(bank.url);
    told.length = 0;
    woken.length = 0;
    isEnded = false;
  }, 60_000);
  afterEach(async () => {
    await bank.close();
    await mongo.dropDatabase();
    await mongo.close();
  });

  async function ordered(): Promise<{ task: PayoutTask; accountNumber: string; reference: string }> {
    n += 1;
    const claimId = `STN-RECON-${n}` as ClaimId;
    const accountNumber = `99000${String(n).padStart(5, '0')}`;
    const account = { personId: 'pasangan', personName: 'Pasangan Contoh', bankCode: '130', accountNumber };
    await bank.openAccount({ bankCode: '130', accountNumber, holderName: 'PASANGAN CONTOH' });
    const { _id: accountRef } = await stores.accounts.keep(claimId, account);
    const id = payoutId(claimId, 1, 'jkm', 'once', 'heirs');
    const order = {
      payoutId: id,
      issue: 1,
      programme: 'jkm',
      payeeClass: 'heirs',
      personId: 'pasangan',
      accountRef,
      amount: rupiah(AMOUNT),
      lines: [],
      maker: 'petugas-1',
      checker: 'pemeriksa-1',
    } as const;
    return { task: { claimId, order }, accountNumber, reference: partnerReference(id) };
  }

  const running = {
    tell: async (claimId: ClaimId, event: ClaimEvent): Promise<void> => {
      if (isEnded) throw new WorkflowNotFoundError('workflow execution already completed', `claim:${claimId}`, undefined);
      told.push(event);
    },
    tellEnded: async ({ claimId }: { readonly claimId: ClaimId }, event: ClaimEvent): Promise<void> => {
      woken.push(claimId);
      told.push(event);
    },
  };
  const paying = () => createPayoutActivities({ ...stores, bank: bank.port, running, patience: bank.patience, now: bankNow } as never);
  const dayLater = (): number => bankNow() + DAY_MS;
  const reconciling = (now = dayLater) => {
    const deps = { ...stores, bank: bank.port, running, now };
    const { findDaysToReconcile } = createReconcileActivities(deps);
    return { findDaysToReconcile, reconcileDay: (of: Day) => createReconcileDay(deps)(of) };
  };

  async function paid(fault?: 'accepts-then-times-out' | '5xx-before') {
    const made = await ordered();
    if (fault) await bank.fault({ kind: fault, account: made.accountNumber });
    await paying().payOut(made.task);
    told.length = 0;
    return made;
  }
  const kinds = async () => (await stores.reconciliations.find(today))?.differences?.map(({ kind }) => kind);
  const cases = async () => (await stores.reconciliationCases.list({}, 100)).map(({ difference, state }) => [difference.kind, state]);

  test('a day on which everything went well has no difference, and its movements are the ledger’s to the rupiah', async () => {
    for (let paying = 0; paying < 3; paying += 1) await paid();
    expect(await reconciling().reconcileDay(today)).toEqual({ entries: 3, matched: 3, differences: 0, told: 0 });
    const run = await stores.reconciliations.find(today);
    const { balances } = await bank.ledger();
    expect(run?.totals).toMatchObject({
      closing: balances['8880000000001'],
      out: { count: 3, amount: 3 * AMOUNT },
      confirmed: { count: 3, amount: 3 * AMOUNT },
      difference: 0,
      unexplained: 0,
    });
    expect(await cases()).toEqual([]);
  });

  test.each([
    ['runs', false],
    ['has ended', true],
  ])('a claim that %s hears once when the statement books its payment on another day than it was judged by', async (_how, ended) => {
    const { task } = await paid();
    isEnded = ended;
    const { payoutId: line } = task.order;
    const document = await stores.payouts.find(line as PayoutId);
    const bookedAt = (settledAt: number): Promise<void> =>
      stores.claims.save(claimPaidAt(task.claimId, line, document?.payout.bankReference ?? '', settledAt, ended), 'seeded');
    await bookedAt(bankNow() - 3 * DAY_MS);
    await reconciling().reconcileDay(today);
    expect(told).toMatchObject([{ type: 'payoutChanged', eventId: expect.stringContaining(`${line}:1:booked:`) }]);
    expect(woken).toEqual(ended ? [task.claimId] : []);
    // Judged by the statement now: the same day read again tells nobody anything.
    await bookedAt(told[0]?.type === 'payoutChanged' && told[0].outcome.state === 'confirmed' ? told[0].outcome.paidAt : 0);
    await reconciling().reconcileDay(today);
    expect(told).toHaveLength(1);
  });

  test('gateway silence is not paid: the statement confirms it, its claim hears it once, and nothing is sent again', async () => {
    const { task, accountNumber } = await paid('accepts-then-times-out');
    expect((await stores.payouts.find(task.order.payoutId as PayoutId))?.payout.state).toBe('unknown');
    expect(await reconciling().reconcileDay(today)).toMatchObject({ differences: 0, told: 1 });
    expect(told).toEqual([expect.objectContaining({ type: 'payoutChanged', outcome: expect.objectContaining({ state: 'confirmed' }) })]);
    expect(await cases()).toEqual([['on-statement-but-unknown-here', 'closed']]);
    // Run again, and the payout asked again: everybody knows it already.
    expect(await reconciling().reconcileDay(today)).toMatchObject({ differences: 0, told: 0 });
    expect(await paying().askTransfer(task)).toEqual({ state: 'settled' });
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([AMOUNT]);
  });

  test('silence about an order the bank never had proves nothing for a day, then is a case, and is never paid by it', async () => {
    const { task, accountNumber } = await paid('5xx-before');
    expect(await reconciling().reconcileDay(today)).toMatchObject({ differences: 0 });
    const tomorrow = bankDayOf(bankNow() + DAY_MS);
    await reconciling(() => bankNow() + 2 * DAY_MS).reconcileDay(tomorrow);
    expect(await cases()).toEqual([['no-reply', 'open']]);
    expect((await stores.payouts.find(task.order.payoutId as PayoutId))?.payout.state).toBe('unknown');
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([]);
  });

  test('success later reversed: the claim hears that the money is back, also when it had ended', async () => {
    const { task, reference } = await paid();
    const state = { claimId: task.claimId, seq: 9, status: 'closed', institutionId: 'b', branchId: 'kupang', updatedAt: 1, causes: [] };
    const kept = { ...state, payouts: [], calendar: { id: 'none', version: 1 } };
    await stores.claims.save(kept as unknown as ClaimState, 'head');
    await office.reverse(reference);
    isEnded = true;
    expect(await reconciling().reconcileDay(today)).toMatchObject({ differences: 0, told: 1 });
    expect(told.map((event) => event.type === 'payoutChanged' && event.outcome.state)).toEqual(['reversed']);
    expect(woken).toEqual([task.claimId]);
    const document = await stores.payouts.find(task.order.payoutId as PayoutId);
    expect(document?.payout.state).toBe('reversed');
    expect(await paying().payOut(task)).toMatchObject({ state: expect.any(String) });
    const { entries } = await bank.ledger();
    expect(entries.filter(({ kind }) => kind === 'transfer')).toHaveLength(1);
  });

  test('reference reused after the rail’s window pays twice: one case, for two persons, and nothing is told to anybody', async () => {
    const { task, accountNumber } = await paid();
    await bank.fault({ kind: 'duplicate-forgets' });
    const document = await stores.payouts.find(task.order.payoutId as PayoutId);
    const payee = { bankCode: '130', accountNumber, holderName: 'PASANGAN CONTOH' };
    const sentAt = document?.payout.sentAt ?? 0;
    const again = { payoutId: task.order.payoutId as PayoutId, issue: 1, attempt: 2, amount: rupiah(AMOUNT), channel: 'BI-FAST' as const };
    await bank.port.transfer({ ...again, payee, sentAt, firstSentAt: sentAt });
    expect(await receivedBy(bank, '130', accountNumber)).toEqual([AMOUNT, AMOUNT]);
    await reconciling().reconcileDay(today);
    expect(await kinds()).toEqual(['paid-twice']);
    expect(told).toEqual([]);
    const run = await stores.reconciliations.find(today);
    expect(run?.totals).toMatchObject({ difference: AMOUNT, unexplained: AMOUNT });
  });

  test('retry of a pending request does not abort the good one: the order that is on its way is on the next statement, once', async () => {
    const made = await ordered();
    await bank.fault({ kind: 'slow', account: made.accountNumber, delayMs: 2_000 });
    await paying().payOut(made.task);
    // The retry while the bank still works: it asks, and does not send.
    await paying().payOut(made.task);
    await until('the bank to have paid', async () => (await receivedBy(bank, '130', made.accountNumber)).length > 0);
    await reconciling().reconcileDay(today);
    expect(await kinds()).toEqual([]);
    expect(await receivedBy(bank, '130', made.accountNumber)).toEqual([AMOUNT]);
  });

  test('money that left without an order is found, and stays a case until two persons have closed it', async () => {
    await office.strayTransfer({ bankCode: '130', accountNumber: '777777', amount: 9, partnerReferenceNo: `STN${'A'.repeat(40)}I1` });
    await reconciling().reconcileDay(today);
    await reconciling().reconcileDay(today);
    expect(await cases()).toEqual([['unordered-entry', 'open']]);
    const [found] = await stores.reconciliationCases.list({}, 1);
    if (!found) throw new Error('there is one');
    const by = { id: 'pengawas', role: 'supervisor' as const };
    await stores.reconciliationCases.add(found, 'closed', { step: 'closed', at: 1, by, reason: 'Diketahui.' });
    await reconciling().reconcileDay(today);
    expect(await cases()).toEqual([['unordered-entry', 'closed']]);
  });

  test('a statement with a fault opens cases, and the correct one of the next night closes them', async () => {
    await paid();
    await office.statementFault({ kind: 'entry-missing' });
    await reconciling().reconcileDay(today);
    expect(await kinds()).toEqual(['confirmed-but-not-on-statement', 'statement-does-not-add-up']);
    const days = await reconciling().findDaysToReconcile();
    expect(days).toEqual([today]);
    for (const day of days) await reconciling().reconcileDay(day);
    expect(await cases()).toEqual([
      ['confirmed-but-not-on-statement', 'closed'],
      ['statement-does-not-add-up', 'closed'],
    ]);
    expect(await reconciling().findDaysToReconcile()).toEqual([]);
    // Found again after all: the same case, open again.
    await office.statementFault({ kind: 'entry-missing' });
    await reconciling().reconcileDay(today);
    const open = await stores.reconciliationCases.list({ state: 'open' }, 10);
    expect(open.map(({ id, steps }) => [id, steps.map(({ step }) => step)])).toEqual(
      open.map(({ difference }) => [caseIdOf(difference), ['found', 'lost', 'found']]),
    );
  });

  test.each([
    ['entry-twice', ['paid-twice', 'statement-does-not-add-up']],
    ['amount-wrong', ['amount-differs', 'statement-does-not-add-up']],
  ] as const)('%s on the statement is told as %j', async (kind, expected) => {
    await paid();
    await office.statementFault({ kind });
    await reconciling().reconcileDay(today);
    expect(await kinds()).toEqual(expected);
  });

  test('a statement that is late is waited for, said to be waited for, and read when it is there', async () => {
    await paid();
    await office.statementFault({ kind: 'late' });
    await expect(reconciling().reconcileDay(today)).rejects.toMatchObject({ type: 'not-yet' });
    expect(await stores.reconciliations.find(today)).toMatchObject({ state: 'waiting', why: 'in-progress' });
    expect(await reconciling().reconcileDay(today)).toMatchObject({ matched: 1, differences: 0 });
    expect(await stores.reconciliations.find(today)).toMatchObject({ state: 'done' });
  });

  test('a day that is not over is not matched', async () => {
    const deps = { ...stores, bank: bank.port, running, now: bankNow };
    await expect(createReconcileActivities(deps).reconcileDay(today)).rejects.toMatchObject({ type: 'day-not-over' });
  });

  test('a death between telling the claim and writing the line is made good by the next try', async () => {
    const { task } = await paid('accepts-then-times-out');
    const payouts = { ...stores.payouts, write: () => Promise.reject(new Error('the store went away')) };
    const dying = createReconcileDay({ ...stores, payouts, bank: bank.port, running, now: dayLater });
    await expect(dying(today)).rejects.toThrow('went away');
    expect(await reconciling().reconcileDay(today)).toMatchObject({ differences: 0, told: 1 });
    expect(new Set(told.map(({ eventId }) => eventId)).size).toBe(1);
    expect((await stores.payouts.find(task.order.payoutId as PayoutId))?.payout.state).toBe('confirmed');
  });

  test('a claim that cannot be reached keeps no other claim from its proof, and is told when it can be', async () => {
    const [lost, reached] = [await paid('accepts-then-times-out'), await paid('accepts-then-times-out')];
    const tell = async (claimId: ClaimId, event: ClaimEvent): Promise<void> => {
      if (claimId === lost.task.claimId) throw new WorkflowNotFoundError('not found', `claim:${claimId}`, undefined);
      await running.tell(claimId, event);
    };
    const deps = { ...stores, bank: bank.port, running: { ...running, tell }, now: dayLater };
    await expect(createReconcileDay(deps)(today)).rejects.toMatchObject({ type: 'not-yet' });
    expect(await stores.reconciliations.find(today)).toMatchObject({ state: 'done', matched: 1 });
    expect((await stores.payouts.find(reached.task.order.payoutId as PayoutId))?.payout.state).toBe('confirmed');
    expect(await kinds()).toEqual(['on-statement-but-unknown-here']);
    expect(await reconciling().reconcileDay(today)).toMatchObject({ matched: 2, differences: 0 });
  });

  test('whatever the bank’s lines do on a bad day, the statement brings every payment to what the bank’s book says', async () => {
    // None of them leaves anything under way at the bank: what it will ever pay, it has paid when the last call is over.
    const kindsOfFault = ['5xx-before', '5xx-after', 'drop-connection', 'drop-before', 'garbled-answer'] as const;
    await office.randomFaults({ seed: 20_261_120, perMille: 600, kinds: [...kindsOfFault] });
    const made: Awaited<ReturnType<typeof ordered>>[] = [];
    for (let count = 0; count < 16; count += 1) made.push(await paid());
    const silent = (await Promise.all(made.map(({ task }) => stores.payouts.find(task.order.payoutId as PayoutId)))).filter(
      (document) => document?.payout.state === 'unknown',
    );
    expect(silent.length).toBeGreaterThan(3);
    await reconciling().reconcileDay(today);
    const { entries } = await bank.ledger();
    for (const { task, reference } of made) {
      const moved = entries.filter((entry) => entry.partnerReferenceNo === reference);
      const state = (await stores.payouts.find(task.order.payoutId as PayoutId))?.payout.state;
      expect([state === 'confirmed', moved.length]).toEqual(moved.length === 1 ? [true, 1] : [false, 0]);
    }
    expect(await kinds()).toEqual([]);
    const run = await stores.reconciliations.find(today);
    expect(run?.totals).toMatchObject({ unexplained: 0, opening: 1_000_000_000_000 });
  }, 60_000);

  test('a line reversed long ago is known by the bank’s number, and one never answered by its reference', async () => {
    const [first, second] = [await paid(), await paid('accepts-then-times-out')];
    for (const { task } of [first, second]) {
      await mongo.collection('payouts').updateOne({ _id: task.order.payoutId as never }, { $set: { 'log.$[].at': 1 } });
    }
    await mongo.collection('payouts').updateOne({ _id: second.task.order.payoutId as never }, { $set: { 'payout.state': 'refused' } });
    await reconciling().reconcileDay(today);
    expect((await kinds())?.includes('unordered-entry')).toBe(false);
    expect((await stores.reconciliations.find(today))?.matched).toBe(2);
  });
});

let seq = 0;

/** As much of a paid claim as reconciliation reads. */
function claimPaidAt(claimId: ClaimId, payoutId: string, bankReference: string, settledAt: number, isEnded: boolean): ClaimState {
  seq += 1;
  const calendar = calendarAround(settledAt);
  const payouts = [{ payoutId, issue: 1, state: 'confirmed', bankReference, settledAt }];
  const fields = { institutionId: 'bpr-contoh', branchId: 'kupang', updatedAt: settledAt, causes: [], clocks: [] };
  const status = isEnded ? 'closed' : 'paid';
  return { ...fields, claimId, seq, status, payouts, calendar: { id: calendar.id, version: calendar.version } } as unknown as ClaimState;
}
