import type { BankPort } from '#adapters/bank/port.ts';
import { partnerReference } from '#domain/money/payout/payout-id.ts';
import { bankDayOf } from '#domain/money/reconciliation/bank-day.ts';
import { type RunningBank, startBank } from '#sandbox/bank/start.ts';
import { SNAP_ENDPOINTS, type SnapCall } from '#schemas/bank/endpoints.ts';
import { BANK_FAULTS, type BankFault, mayStrike } from '#schemas/bank/sandbox.ts';
import { makeOrder } from '../../adapters/bank/orders.ts';
import { realNow } from '../../support/real-clock.ts';
import { adapterFor, type BackOffice, backOffice, bankOptions, makeKeys } from './bank-client.ts';

const CALLS = Object.keys(SNAP_ENDPOINTS) as readonly SnapCall[];
const PAYEE = { bankCode: '130', accountNumber: '1300000000001', holderName: 'PETRONELA CONTOH SATU' };
const keys = makeKeys();
let server: RunningBank;
let office: BackOffice;
let bank: BankPort;

beforeAll(async () => {
  server = await startBank({ ...bankOptions(keys), slowMs: 400, lateReversalMs: 0 });
  office = backOffice(server.url);
});
beforeEach(async () => {
  // A new adapter has no token: whatever it does begins with a token request.
  bank = adapterFor(server.url, keys, { timeoutMs: 200, firstInquiryMs: 0 });
  await office.clearFaults();
});
afterAll(() => server.close());

/** What the adapter makes of one call of the kind, in one word. */
async function result(call: SnapCall): Promise<string> {
  const order = makeOrder(PAYEE);
  switch (call) {
    case 'accountInquiry': {
      const answer = await bank.inquireAccount(PAYEE);
      return answer.state === 'found' && answer.holderName !== PAYEE.holderName ? 'another holder' : answer.state;
    }
    case 'transfer':
      return (await bank.transfer(order)).state;
    case 'transferStatus':
      return (await bank.transferStatus(order)).state;
    case 'accessToken':
    case 'balance':
      return bank.balance().then(() => 'answered', thrown);
    case 'statement':
      return bank
        .statement(bankDayOf(realNow()))
        .next()
        .then(() => 'answered', thrown);
    default:
      return call satisfies never;
  }
}

const thrown = (error: Error): string => error.name;
const ANSWERED = {
  accessToken: 'answered',
  accountInquiry: 'found',
  transfer: 'confirmed',
  transferStatus: 'not-found',
  balance: 'answered',
  statement: 'answered',
} as const satisfies Record<SnapCall, string>;
const UNANSWERED = {
  accessToken: 'BankFault',
  accountInquiry: 'unknown',
  transfer: 'unknown',
  transferStatus: 'unknown',
  balance: 'BankFault',
  statement: 'BankFault',
} as const satisfies Record<SnapCall, string>;
/** Kinds after which there is an answer, and which. */
const STRUCK: Readonly<Partial<Record<BankFault, string>>> = {
  'closed-account': 'refused',
  'holder-mismatch': 'another holder',
  // Struck only where a reference comes twice.
  'duplicate-forgets': 'confirmed',
  'late-reversal': 'confirmed',
};

const pairs = BANK_FAULTS.flatMap((kind) => CALLS.map((call) => [kind, call] as const));

test.each(pairs.filter(([kind, call]) => mayStrike(kind, call)))(
  '%s ordered for %s strikes that call once and no other',
  async (kind, call) => {
    await office.fault({ kind, call });
    expect(await result(call)).toBe(STRUCK[kind] ?? UNANSWERED[call]);
    if (kind !== 'duplicate-forgets') expect(await result(call)).toBe(ANSWERED[call]);
  },
);

test.each(pairs.filter(([kind, call]) => !mayStrike(kind, call)))('%s cannot be ordered for %s', async (kind, call) => {
  await expect(office.fault({ kind, call })).rejects.toThrow('this kind means nothing for this call');
});

test.each(['outage', 'closed-account', 'holder-mismatch', 'late-reversal'] as const)(
  '%s strikes at random when asked for',
  async (kind) => {
    const call = mayStrike(kind, 'transfer') ? 'transfer' : 'accountInquiry';
    await office.randomFaults({ seed: 7, perMille: 1_000, kinds: [kind], calls: [call] });
    expect(await result(call)).toBe(STRUCK[kind] ?? UNANSWERED[call]);
  },
);

test('a forgotten duplicate at random pays the same reference twice', async () => {
  await office.randomFaults({ seed: 7, perMille: 1_000, kinds: ['duplicate-forgets'] });
  const order = makeOrder(PAYEE);
  expect([(await bank.transfer(order)).state, (await bank.transfer({ ...order, attempt: 2 })).state]).toEqual(['confirmed', 'confirmed']);
  expect((await office.ledger(partnerReference(order.payoutId))).entries).toHaveLength(2);
});

test.each(CALLS)('%s can be struck at random, and nothing else is', async (call) => {
  await office.randomFaults({ seed: 3, perMille: 1_000, kinds: ['5xx-before'], calls: [call] });
  // The token is asked for by way of the balance.
  for (const other of CALLS.filter((one) => one !== 'accessToken' || call !== 'balance')) {
    bank = adapterFor(server.url, keys, { timeoutMs: 200, firstInquiryMs: 0 });
    const needsToken = call === 'accessToken' && other !== 'accessToken';
    const expected = other === call || needsToken ? UNANSWERED[other] : ANSWERED[other];
    expect([other, await result(other)]).toEqual([other, needsToken && other === 'transfer' ? 'not-sent' : expected]);
  }
});

test('kinds that mean nothing for the calls at risk are refused', async () => {
  await expect(office.randomFaults({ seed: 1, perMille: 1, kinds: ['holder-mismatch'] })).rejects.toThrow('means nothing');
});
