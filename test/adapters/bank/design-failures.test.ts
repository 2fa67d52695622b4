import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inquiryDelayMs, resendDelayMs } from '#activities/payout-patience.ts';
import type { BankPort } from '#adapters/bank/port.ts';
import { createSnapBank } from '#adapters/bank/snap-bank.ts';
import { snapConfigOf } from '#adapters/bank/snap-config.ts';
import type { PayoutDocument } from '#adapters/mongo/payouts-store.ts';
import { ENV_NAMES, type Env, readEnv } from '#config/env.ts';
import { bankNews } from '#domain/money/payout/bank-news.ts';
import { advance, orderPayout, type Payout, type PayoutEvent } from '#domain/money/payout/payout.ts';
import { partnerReference } from '#domain/money/payout/payout-id.ts';
import type { TransferOrder } from '#domain/money/payout/transfer.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type RunningBank, startBank } from '#sandbox/bank/start.ts';
import { adapterFor, type BackOffice, backOffice, bankOptions, makeKeys, SOURCE_ACCOUNT } from '../../sandbox/bank/bank-client.ts';
import { realNow } from '../../support/real-clock.ts';
import { makeOrder } from './orders.ts';

const PAYEE = { bankCode: '130', accountNumber: '1300000000001', holderName: 'PETRONELA CONTOH SATU' };
const keys = makeKeys();
let server: RunningBank;
let office: BackOffice;
let bank: BankPort;

beforeAll(async () => {
  server = await startBank({ ...bankOptions(keys), slowMs: 400 });
  office = backOffice(server.url);
});
beforeEach(async () => {
  await office.clearFaults();
  bank = adapterFor(server.url, keys, { timeoutMs: 200, firstInquiryMs: 0 });
});
afterAll(() => server.close());

/** How often money went out for the order, by the bank's own book. */
async function paid(order: TransferOrder): Promise<number> {
  const { entries } = await office.ledger(partnerReference(order.payoutId, order.issue));
  return entries.filter(({ kind }) => kind === 'transfer').length;
}

function lineAfter(order: TransferOrder, ...events: readonly PayoutEvent[]): Payout {
  return events.reduce<Payout>((line, event) => {
    const next = advance(line, event);
    if (isRefusal(next)) throw new Error(`${event.type} refused in ${line.state}`);
    return next;
  }, orderPayout(order.payoutId));
}
const SENT: readonly PayoutEvent[] = [{ type: 'holder-matched' }, { type: 'sending-begun', at: 1 }];

/** Failures other systems shipped, by the names of design.md section 13, at a bank with a book of its own. */
describe('failures others shipped, at the bank', () => {
  test.each(['accepts-then-times-out', '5xx-before', '5xx-after', 'drop-before', 'drop-connection', 'garbled-answer', 'outage'] as const)(
    'gateway silence treated as paid: after %s the line is unknown, whether or not the book has a payment',
    async (kind) => {
      const order = makeOrder(PAYEE);
      await office.fault({ kind, call: 'transfer' });
      const line = lineAfter(order, ...SENT, bankNews(await bank.transfer(order), 1));
      expect(line.state).toBe('unknown');
      const hasMoved = kind === 'accepts-then-times-out' || kind === '5xx-after' || kind === 'drop-connection' || kind === 'garbled-answer';
      expect(await paid(order)).toBe(hasMoved ? 1 : 0);
    },
  );

  test('client retry becomes a second payment: the line gives no second send after silence, and the bank, asked, has one payment', async () => {
    const order = makeOrder(PAYEE);
    await office.fault({ kind: '5xx-after' });
    const silent = lineAfter(order, ...SENT, bankNews(await bank.transfer(order), 1));
    expect(isRefusal(advance(silent, { type: 'sending-begun', at: 2 }))).toBe(true);
    expect(bankNews(await bank.transferStatus(order), 1).type).toBe('confirmed');
    expect(await paid(order)).toBe(1);
  });

  test('client retry becomes a second payment: one request number serves one request, also at a bank that has forgotten the reference', async () => {
    const order = makeOrder(PAYEE);
    await bank.transfer(order);
    await office.fault({ kind: 'duplicate-forgets' });
    expect((await bank.transfer(order)).state).toBe('unknown');
    expect(await paid(order)).toBe(1);
  });

  test('retry of a pending request aborts the good one: sent again while it is under way it is neither failed nor doubled', async () => {
    const order = makeOrder(PAYEE);
    await office.fault({ kind: 'slow', delayMs: 400 });
    const patient = adapterFor(server.url, keys, { timeoutMs: 5_000, firstInquiryMs: 0 });
    const first = patient.transfer(order);
    while ((await patient.transferStatus(order)).state !== 'pending');
    const again = await bank.transfer({ ...order, attempt: 2 });
    expect(again).toMatchObject({ state: 'unknown', why: 'reference-conflict' });
    expect((await first).state).toBe('confirmed');
    expect(await paid(order)).toBe(1);
  });

  test('success later reversed: the bank’s answer says so, the line is no longer paid, and nothing leaves by itself', async () => {
    const order = makeOrder(PAYEE);
    const confirmed = lineAfter(order, ...SENT, bankNews(await bank.transfer(order), 1));
    await office.reverse(partnerReference(order.payoutId));
    const line = advance(confirmed, bankNews(await bank.transferStatus(order), 1));
    expect(line).toMatchObject({ state: 'reversed' });
    expect(isRefusal(advance(line as Payout, { type: 'sending-begun', at: 2 }))).toBe(true);
  });

  test('reference reused after the rail’s window pays twice: at this bank it would, so our own book never lets a paid line go again', async () => {
    const order = makeOrder(PAYEE);
    const confirmed = lineAfter(order, ...SENT, bankNews(await bank.transfer(order), 1));
    expect(isRefusal(advance(confirmed, { type: 'sending-begun', at: 2 }))).toBe(true);
    await office.fault({ kind: 'duplicate-forgets' });
    await bank.transfer({ ...order, attempt: 2 });
    expect(await paid(order)).toBe(2);
  });

  test('reference reused after the rail’s window pays twice: a bank that no longer knows the payment does not release a second one', async () => {
    const forgetful = await startBank({ ...bankOptions(keys), statusWindowMs: 0 });
    const adapter = adapterFor(forgetful.url, keys);
    const order = makeOrder(PAYEE, { firstSentAt: realNow() - 21 * 3_600_000 });
    await adapter.transfer(order);
    const answer = await adapter.transferStatus(order);
    await forgetful.close();
    expect(answer).toMatchObject({ state: 'unknown', why: 'bank-may-have-forgotten' });
  });
});

type Setting = Extract<keyof Env, `SANTUN_BANK_${string}`>;

function environment(changes: Partial<Record<Setting, string>> = {}): Env {
  return readEnv({
    SANTUN_OIDC_ISSUER: 'http://127.0.0.1:1',
    SANTUN_CIVIL_REGISTRY_URL: 'http://127.0.0.1:1',
    SANTUN_CIVIL_REGISTRY_KEY: 'a-key-of-this-test-only',
    SANTUN_MEMBERSHIP_REGISTRY_URL: 'http://127.0.0.1:1',
    SANTUN_MEMBERSHIP_REGISTRY_KEY: 'a-key-of-this-test-only',
    SANTUN_PERSON_KEY: 'a-person-key-made-for-this-test-only',
    SANTUN_BANK_URL: server.url,
    SANTUN_BANK_PARTNER_ID: 'SANTUN',
    SANTUN_BANK_CLIENT_SECRET: keys.clientSecret,
    SANTUN_BANK_PRIVATE_KEY: keys.privateKey,
    SANTUN_BANK_SOURCE_ACCOUNT: SOURCE_ACCOUNT,
    SANTUN_BANK_CHANNEL_ID: '95221',
    ...changes,
  });
}
const configured = (changes?: Partial<Record<Setting, string>>): BankPort => createSnapBank(snapConfigOf(environment(changes), realNow));
const transferWith = async (changes?: Partial<Record<Setting, string>>) => configured(changes).transfer(makeOrder(PAYEE));
const statusWith = (changes: Partial<Record<Setting, string>>) => configured(changes).transferStatus(makeOrder(PAYEE));

async function slowly(timeoutMs: string): Promise<string> {
  await office.fault({ kind: 'slow', delayMs: 400 });
  return (await transferWith({ SANTUN_BANK_TIMEOUT_MS: timeoutMs })).state;
}

/** The CHANNEL-ID a gateway gets to see. */
async function channelSeen(channelId: string): Promise<unknown> {
  const seen: unknown[] = [];
  const gateway = createServer((request, response) => {
    seen.push(request.headers['channel-id']);
    response.setHeader('content-type', 'application/json');
    response.end('{"responseCode":"2007300","responseMessage":"-","accessToken":"t","tokenType":"Bearer","expiresIn":"900"}');
  }).listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const { port } = gateway.address() as AddressInfo;
  await transferWith({ SANTUN_BANK_URL: `http://127.0.0.1:${port}`, SANTUN_BANK_CHANNEL_ID: channelId });
  gateway.close();
  return seen.at(-1);
}

function waits(setting: Setting, value: string): readonly number[] {
  const env = environment({ [setting]: value });
  const patience = {
    firstInquiryMs: 0,
    inquiryMs: env.SANTUN_BANK_INQUIRY_SECONDS.map((one) => one * 1_000),
    resendMs: env.SANTUN_BANK_RESEND_SECONDS.map((one) => one * 1_000),
  };
  const told = (...types: readonly string[]) => ({ log: types.map((type) => ({ at: 0, event: { type } })) }) as unknown as PayoutDocument;
  return [inquiryDelayMs(patience, told('sending-begun', 'fell-silent', 'fell-silent')), resendDelayMs(patience, told('sending-begun'))];
}

/** What each setting changes: the behaviour with one value, and with another. */
const SETTINGS: Readonly<Record<Setting, () => Promise<readonly [unknown, unknown]>>> = {
  SANTUN_BANK_URL: async () => [
    await transferWith({ SANTUN_BANK_URL: 'http://127.0.0.1:2' }),
    { state: 'not-sent', why: 'bank-unreachable' },
  ],
  SANTUN_BANK_PARTNER_ID: async () => [await transferWith({ SANTUN_BANK_PARTNER_ID: 'LAIN' }), { state: 'not-sent', why: 'no-token' }],
  SANTUN_BANK_PRIVATE_KEY: async () => [
    await transferWith({ SANTUN_BANK_PRIVATE_KEY: makeKeys().privateKey }),
    { state: 'not-sent', why: 'no-token' },
  ],
  SANTUN_BANK_CLIENT_SECRET: async () => [
    await transferWith({ SANTUN_BANK_CLIENT_SECRET: 'another-secret-altogether' }),
    { state: 'not-sent', why: 'not-authorised' },
  ],
  SANTUN_BANK_SOURCE_ACCOUNT: async () => [
    await transferWith({ SANTUN_BANK_SOURCE_ACCOUNT: '7770000000001' }),
    { state: 'refused', code: '4041811', reason: 'account-unknown' },
  ],
  SANTUN_BANK_CHANNEL_ID: async () => [
    [await channelSeen('95221'), await channelSeen('11111')],
    ['95221', '11111'],
  ],
  SANTUN_BANK_TIMEOUT_MS: async () => [
    [await slowly('100'), await slowly('20000')],
    ['unknown', 'confirmed'],
  ],
  SANTUN_BANK_PROFILE: async () => [
    ['snap', 'snap-20'].map((id) => configured({ SANTUN_BANK_PROFILE: id }).newReference(makeOrder(PAYEE).payoutId, 1).length),
    [45, 20],
  ],
  SANTUN_BANK_FIRST_INQUIRY_MS: async () => [
    [await statusWith({ SANTUN_BANK_FIRST_INQUIRY_MS: '0' }), await statusWith({ SANTUN_BANK_FIRST_INQUIRY_MS: '3600000' })],
    [{ state: 'not-found' }, expect.objectContaining({ state: 'unknown', why: 'asked-too-early' })],
  ],
  SANTUN_BANK_REMEMBERS_MS: async () => [
    [await statusWith({ SANTUN_BANK_REMEMBERS_MS: '3600000' }), await statusWith({ SANTUN_BANK_REMEMBERS_MS: '60000' })],
    [{ state: 'not-found' }, expect.objectContaining({ state: 'unknown', why: 'bank-may-have-forgotten' })],
  ],
  SANTUN_BANK_INQUIRY_SECONDS: async () => [
    [waits('SANTUN_BANK_INQUIRY_SECONDS', '7,9')[0], waits('SANTUN_BANK_INQUIRY_SECONDS', '30')[0]],
    [7_000, 30_000],
  ],
  SANTUN_BANK_RESEND_SECONDS: async () => [
    [waits('SANTUN_BANK_RESEND_SECONDS', '3,4')[1], waits('SANTUN_BANK_RESEND_SECONDS', '60')[1]],
    [3_000, 60_000],
  ],
};

describe('setting saved and never read', () => {
  test('no setting of the bank is left out here', () => {
    expect(Object.keys(SETTINGS).sort()).toEqual(ENV_NAMES.filter((name) => name.startsWith('SANTUN_BANK_')).sort());
  });

  test('with all of them right, money moves', async () => {
    expect((await transferWith()).state).toBe('confirmed');
  });

  test.each(Object.entries(SETTINGS))('setting saved and never read: %s changes what is done', async (_name, behaviour) => {
    const [did, expected] = await behaviour();
    expect(did).toEqual(expected);
  });
});
