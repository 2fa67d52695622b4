import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { BankPort } from '#adapters/bank/port.ts';
import { rupiah } from '#domain/money/money.ts';
import { partnerReference } from '#domain/money/payout/payout-id.ts';
import type { PayeeAccount, TransferOrder } from '#domain/money/payout/transfer.ts';
import { adapterFor, type BackOffice, backOffice, bankOptions, makeKeys, OPENING_BALANCE } from '../../sandbox/bank/bank-client.ts';
import { startBankProcess } from '../../sandbox/bank/bank-process.ts';
import type { SandboxProcess } from '../../sandbox/process.ts';
import { realNow } from '../../support/real-clock.ts';
import { until } from '../../support/until.ts';
import { bankContract } from './contract.ts';
import { makeOrder } from './orders.ts';

const OPEN: PayeeAccount = { bankCode: '130', accountNumber: '5550000001', holderName: 'PETRONELA CONTOH' };
const CLOSED: PayeeAccount = { bankCode: '130', accountNumber: '5550000002', holderName: 'YULITA CONTOH' };
const UNKNOWN: PayeeAccount = { bankCode: '130', accountNumber: '5559999999', holderName: 'SIAPA CONTOH' };

const keys = makeKeys();
const options = bankOptions(keys);
let server: SandboxProcess;
let office: BackOffice;
let bank: BankPort;

beforeAll(async () => {
  server = await startBankProcess(options);
  office = backOffice(server.url);
  bank = adapterFor(server.url, keys);
  await office.openAccount({ ...OPEN, status: 'open' });
  await office.openAccount({ ...CLOSED, status: 'closed' });
});
afterAll(() => server.stop());

async function moved(order: TransferOrder): Promise<{ out: number; back: number }> {
  const { entries } = await office.ledger(partnerReference(order.payoutId, order.issue));
  const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
  return { out: count('transfer'), back: count('reversal') };
}

const contractDelays = { slow: 2_500, 'late-reversal': 0 } as const;
bankContract('SNAP', () => ({
  bank,
  accounts: { open: OPEN, closed: CLOSED, unknown: UNKNOWN },
  provoke: (kind) => {
    const delayMs = kind in contractDelays ? contractDelays[kind as keyof typeof contractDelays] : undefined;
    return office.fault({ kind, call: 'transfer', ...(delayMs !== undefined && { delayMs }) });
  },
  moved,
}));

describe('before anything has left us', () => {
  test('a bank that is not there has not been sent anything', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    const nobody = adapterFor(`http://127.0.0.1:${port}`, keys);
    expect(await nobody.transfer(makeOrder(OPEN))).toEqual({ state: 'not-sent', why: 'bank-unreachable' });
    expect(await nobody.transferStatus(makeOrder(OPEN))).toMatchObject({ state: 'unknown', why: 'bank-unreachable' });
    expect(await nobody.inquireAccount(OPEN)).toMatchObject({ state: 'unknown', why: 'bank-unreachable' });
    await expect(nobody.balance()).rejects.toMatchObject({ name: 'BankFault', fate: { sent: 'nothing', why: 'bank-unreachable' } });
  });

  test('without a token no order leaves, even when the token request fell silent', async () => {
    for (const kind of ['outage', 'drop-connection', 'accepts-then-times-out'] as const) {
      const order = makeOrder(OPEN);
      const fresh = adapterFor(server.url, keys);
      await office.fault({ kind, call: 'accessToken' });
      expect(await fresh.transfer(order)).toEqual({ state: 'not-sent', why: 'no-token' });
      expect(await moved(order)).toEqual({ out: 0, back: 0 });
      expect((await fresh.transfer(order)).state).toBe('confirmed');
    }
  });

  test('a bank that refuses our signature has taken nothing', async () => {
    const order = makeOrder(OPEN);
    const wrongSecret = adapterFor(server.url, keys, { clientSecret: 'another-secret-altogether' });
    expect(await wrongSecret.transfer(order)).toEqual({ state: 'not-sent', why: 'not-authorised' });
    const wrongKey = adapterFor(server.url, makeKeys());
    expect(await wrongKey.transfer(order)).toEqual({ state: 'not-sent', why: 'no-token' });
    expect(await moved(order)).toEqual({ out: 0, back: 0 });
  });

  test('a clock ten minutes off is refused by the bank, and nothing moves', async () => {
    const order = makeOrder(OPEN);
    const lateClock = adapterFor(server.url, keys, { now: () => realNow() - 10 * 60_000 });
    expect(await lateClock.transfer(order)).toEqual({ state: 'not-sent', why: 'no-token' });
    expect(await moved(order)).toEqual({ out: 0, back: 0 });
  });
});

describe('SNAP in particular', () => {
  test('the balance is what the book says', async () => {
    const before = await bank.balance();
    await bank.transfer(makeOrder(OPEN, { amount: rupiah(1_500_000) }));
    expect(await bank.balance()).toBe(before - 1_500_000);
  });

  test('an order larger than our balance is refused as ours to solve, not the family’s', async () => {
    const order = makeOrder(OPEN, { amount: rupiah(OPENING_BALANCE + 1), channel: 'RTGS' });
    expect(await bank.transfer(order)).toEqual({ state: 'refused', code: '4031814', reason: 'insufficient-funds' });
  });

  test('an outage of the whole bank while asking leaves the payment unknown', async () => {
    const order = makeOrder(OPEN);
    await bank.transfer(order);
    await office.fault({ kind: 'outage' });
    expect(await bank.transferStatus(order)).toMatchObject({ state: 'unknown', why: 'server-error' });
    expect((await bank.transferStatus(order)).state).toBe('confirmed');
  });

  test('a holder other than expected comes back as the bank knows it', async () => {
    await office.fault({ kind: 'holder-mismatch', account: OPEN.accountNumber });
    expect(await bank.inquireAccount(OPEN)).toEqual({ state: 'found', holderName: 'ORANG LAIN SEKALI' });
  });

  test('many calls at once share one token', async () => {
    const fresh = adapterFor(server.url, keys);
    // A second token request would meet the outage.
    const answers = await Promise.all(Array.from({ length: 8 }, () => fresh.inquireAccount(OPEN)));
    await office.fault({ kind: 'outage', call: 'accessToken' });
    answers.push(await fresh.inquireAccount(OPEN));
    await office.clearFaults();
    expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(['found']));
  });
});

describe('the bank is killed', () => {
  async function killAndRestart(): Promise<void> {
    const port = Number(new URL(server.url).port);
    await server.kill();
    server = await startBankProcess(options, port);
  }

  test('between accepting and answering: unknown, and after its restart confirmed, once', async () => {
    const order = makeOrder(OPEN);
    const patient = adapterFor(server.url, keys, { timeoutMs: 30_000 });
    await patient.balance();
    await office.fault({ kind: 'accepts-then-times-out', account: OPEN.accountNumber });
    const outcome = patient.transfer(order);
    await until('the money to have moved', async () => (await moved(order)).out === 1);
    await killAndRestart();
    expect(await outcome).toMatchObject({ state: 'unknown', why: 'connection-lost' });
    // The new process knows no old token: the adapter must renew it by itself.
    expect((await patient.transferStatus(order)).state).toBe('confirmed');
    expect(await moved(order)).toEqual({ out: 1, back: 0 });
  });

  test('between accepting and carrying out: it does so after its restart, once', async () => {
    const order = makeOrder(OPEN);
    const patient = adapterFor(server.url, keys, { timeoutMs: 30_000 });
    await office.fault({ kind: 'slow', delayMs: 60_000 });
    const outcome = patient.transfer(order);
    await until('the order to be on its way', async () => (await patient.transferStatus(order)).state === 'pending');
    expect(await moved(order)).toEqual({ out: 0, back: 0 });
    await killAndRestart();
    expect(await outcome).toMatchObject({ state: 'unknown', why: 'connection-lost' });
    expect((await patient.transferStatus(order)).state).toBe('confirmed');
    expect(await moved(order)).toEqual({ out: 1, back: 0 });
  });
});
