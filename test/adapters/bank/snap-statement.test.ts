import type { BankPort } from '#adapters/bank/port.ts';
import { rupiah } from '#domain/money/money.ts';
import { partnerReference } from '#domain/money/payout/payout-id.ts';
import type { TransferOrder } from '#domain/money/payout/transfer.ts';
import { bankDayOf } from '#domain/money/reconciliation/bank-day.ts';
import type { StatementEntry, UnreadableLine } from '#domain/money/reconciliation/statement.ts';
import { type RunningBank, startBank } from '#sandbox/bank/start.ts';
import type { StatementFaultOrder } from '#schemas/bank/sandbox.ts';
import { adapterFor, type BackOffice, backOffice, bankOptions, makeKeys, OPENING_BALANCE } from '../../sandbox/bank/bank-client.ts';
import { bankNow } from '../../support/real-clock.ts';
import { makeOrder } from './orders.ts';

const PAYEE = { bankCode: '130', accountNumber: '5550000001', holderName: 'PETRONELA CONTOH' };
const DAY_MS = 86_400_000;
const TODAY = bankDayOf(bankNow());

let server: RunningBank;
let bank: BankPort;
let office: BackOffice;
let ahead: number;

beforeEach(async () => {
  const keys = makeKeys();
  ahead = 0;
  const now = (): number => bankNow() + ahead;
  server = await startBank({ ...bankOptions(keys), statementPageSize: 2, now });
  bank = adapterFor(server.url, keys, { now });
  office = backOffice(server.url);
  await office.openAccount({ ...PAYEE, status: 'open' });
});
afterEach(() => server.close());

async function pay(amount = 42_000_000): Promise<TransferOrder> {
  const order = makeOrder(PAYEE, { amount: rupiah(amount) });
  expect((await bank.transfer(order)).state).toBe('confirmed');
  return order;
}

const referenceOf = ({ payoutId, issue }: TransferOrder): string => partnerReference(payoutId, issue);

async function read(of = TODAY) {
  const unreadable: UnreadableLine[] = [];
  const entries: StatementEntry[] = [];
  const balances = new Set<string>();
  let pages = 0;
  for await (const page of bank.statement(of)) {
    entries.push(...page.entries);
    unreadable.push(...(page.unreadable ?? []));
    balances.add(`${page.opening}→${page.closing}`);
    pages += 1;
  }
  return { entries, balances: [...balances], pages, unreadable };
}

const spoil = (kind: StatementFaultOrder['kind'], partnerReferenceNo?: string): Promise<void> =>
  office.statementFault({ kind, ...(partnerReferenceNo === undefined ? {} : { partnerReferenceNo }) });

test('a day without movements is one empty page between two equal balances', async () => {
  expect(await read()).toEqual({ unreadable: [], entries: [], balances: [`${OPENING_BALANCE}→${OPENING_BALANCE}`], pages: 1 });
});

test('every transfer and reversal of the day is there once, over as many pages as it takes, and the balances lead from one to the other', async () => {
  const orders = [await pay(1_000), await pay(2_000), await pay(3_000)];
  const [first] = orders;
  if (!first) throw new Error('three were paid');
  await office.reverse(referenceOf(first));
  const { entries, balances, pages } = await read();
  expect(entries.map(({ reference, direction, amount }) => [reference, direction, amount])).toEqual([
    ...orders.map((order) => [referenceOf(order), 'out', order.amount]),
    [referenceOf(first), 'in', 1_000],
  ]);
  expect([balances, pages]).toEqual([[`${OPENING_BALANCE}→${OPENING_BALANCE - 5_000}`], 2]);
});

test('what moved yesterday is on the statement of yesterday, and today begins with what was left', async () => {
  await pay(1_000);
  ahead = DAY_MS;
  await pay(2_000);
  const tomorrow = bankDayOf(bankNow() + DAY_MS);
  expect((await read()).balances).toEqual([`${OPENING_BALANCE}→${OPENING_BALANCE - 1_000}`]);
  const { entries, balances } = await read(tomorrow);
  expect(entries.map(({ amount }) => amount)).toEqual([2_000]);
  expect(balances).toEqual([`${OPENING_BALANCE - 1_000}→${OPENING_BALANCE - 3_000}`]);
});

test('a statement that is late is an error that says so, and comes when it is there', async () => {
  await pay();
  await spoil('late');
  await expect(read()).rejects.toMatchObject({ name: 'BankFault', fate: { why: 'in-progress' } });
  expect((await read()).entries).toHaveLength(1);
});

test.each(['outage', '5xx-before', 'drop-connection', 'garbled-answer'] as const)(
  'after %s there is no statement rather than half of one',
  async (kind) => {
    await pay();
    await office.fault({ kind, call: 'statement' });
    await expect(read()).rejects.toMatchObject({ name: 'BankFault' });
  },
);

test('an entry missing, twice or wrong is handed on as the bank gives it, under true balances', async () => {
  const order = await pay(5_000);
  const balances = [`${OPENING_BALANCE}→${OPENING_BALANCE - 5_000}`];
  await spoil('entry-missing');
  expect(await read()).toMatchObject({ entries: [], balances });
  await spoil('entry-twice', referenceOf(order));
  expect((await read()).entries).toHaveLength(2);
  await spoil('amount-wrong');
  expect((await read()).entries).toEqual([expect.objectContaining({ amount: 6_000 })]);
  expect((await read()).entries).toEqual([expect.objectContaining({ amount: 5_000 })]);
});

test.each([
  ['amount-sen', 'amount.value', 'sen', '5000.50'],
  ['amount-negative', 'amount.value', 'negative', '-5000.00'],
  ['type-unknown', 'type', 'unknown-type', undefined],
  ['other-day', 'transactionDate', 'other-day', expect.stringMatching(/^2019-01-02T/)],
] as const)(
  '%s spoils its own line and no other: it is handed on with line and field, and with what it is about',
  async (kind, field, problem, told) => {
    const [good, struck] = [await pay(4_000), await pay(5_000)];
    await spoil(kind, referenceOf(struck));
    const { entries, unreadable } = await read();
    expect(entries.map(({ reference }) => reference)).toEqual([referenceOf(good)]);
    expect(unreadable).toEqual([
      expect.objectContaining({
        line: 2,
        reference: referenceOf(struck),
        bankReference: expect.stringMatching(/^SBX/),
        faults: [{ field, problem, ...(told === undefined ? {} : { told }) }],
      }),
    ]);
    expect((await read()).entries).toHaveLength(2);
  },
);

test.each(['remark-null', 'remark-long', 'offset-without-colon'] as const)('%s is no reason to doubt a line', async (kind) => {
  const order = await pay(5_000);
  const [before] = (await read()).entries;
  await spoil(kind, referenceOf(order));
  expect(await read()).toMatchObject({ entries: [before], unreadable: [] });
});

test('a charge of the bank is told apart by its words, on either side of the payment', async () => {
  const order = await pay(5_000);
  for (const kind of ['fee-before', 'fee-after'] as const) {
    await spoil(kind, referenceOf(order));
    const { entries } = await read();
    expect(entries.filter((entry) => entry.kind === 'fee').map(({ amount }) => amount)).toEqual([2_500]);
    expect(entries.filter((entry) => entry.kind !== 'fee').map(({ amount }) => amount)).toEqual([5_000]);
  }
});

test('money that left without an order is on the statement like any other', async () => {
  await office.strayTransfer({ bankCode: '130', accountNumber: '777777', amount: 9 });
  const { entries } = await read();
  expect(entries).toEqual([expect.objectContaining({ direction: 'out', amount: 9 })]);
  expect(entries[0]).not.toHaveProperty('reference');
});

test('strays and reversals are in the book after a restart', async () => {
  const keys = makeKeys();
  const options = bankOptions(keys);
  const one = await startBank(options);
  await backOffice(one.url).strayTransfer({ bankCode: '130', accountNumber: '777777', amount: 9 });
  await one.close();
  const again = await startBank(options);
  const { entries } = await backOffice(again.url).ledger();
  await again.close();
  expect(entries.map(({ kind, bankReference }) => [kind, bankReference])).toEqual([
    ['opening', undefined],
    ['transfer', 'SBXS00000000001'],
  ]);
});
