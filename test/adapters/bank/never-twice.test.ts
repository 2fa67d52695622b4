import fc from 'fast-check';
import type { BankPort } from '#adapters/bank/port.ts';
import { bankNews } from '#domain/money/payout/bank-news.ts';
import { advance, orderPayout, type Payout, type PayoutEvent } from '#domain/money/payout/payout.ts';
import { partnerReference } from '#domain/money/payout/payout-id.ts';
import type { PayeeAccount, TransferOrder } from '#domain/money/payout/transfer.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type RunningBank, startBank } from '#sandbox/bank/start.ts';
import { BANK_FAULTS, mayStrike } from '#schemas/bank/sandbox.ts';
import { adapterFor, type BackOffice, backOffice, bankOptions, makeKeys } from '../../sandbox/bank/bank-client.ts';
import { until } from '../../support/until.ts';
import { makeOrder } from './orders.ts';

const keys = makeKeys();
let server: RunningBank;
let office: BackOffice;
let bank: BankPort;

beforeAll(async () => {
  server = await startBank({ ...bankOptions(keys), slowMs: 250, lateReversalMs: 0 });
  office = backOffice(server.url);
  bank = adapterFor(server.url, keys, { timeoutMs: 150, firstInquiryMs: 0 });
});
afterAll(() => server.close());

let accounts = 0;
async function newPayee(): Promise<PayeeAccount> {
  accounts += 1;
  const payee = { bankCode: '130', accountNumber: `777${String(accounts).padStart(7, '0')}`, holderName: 'PETRONELA CONTOH' };
  await office.openAccount(payee);
  return payee;
}

/** Tells the line something it must accept. */
function tell(payout: Payout, event: PayoutEvent): Payout {
  const next = advance(payout, event);
  if (isRefusal(next)) throw new Error(`${event.type} refused in ${payout.state}`);
  return next;
}

/** Sends, asks, and sends again only from where the machine lets it, until nothing is left to do. */
async function drive(order: TransferOrder): Promise<Payout> {
  let payout = tell(orderPayout(order.payoutId), { type: 'holder-matched' });
  for (;;) {
    if (payout.state === 'inquired' || payout.state === 'not-found') {
      payout = tell(payout, { type: 'sending-begun', at: order.sentAt });
      payout = tell(payout, bankNews(await bank.transfer({ ...order, attempt: payout.attempt }), payout.issue));
    } else if (payout.state === 'unknown') {
      const asked = { ...order, attempt: payout.attempt };
      const status = await until('the bank to decide', async () => {
        const answer = await bank.transferStatus(asked);
        return answer.state !== 'pending' && answer;
      });
      payout = tell(payout, bankNews(status, payout.issue));
    } else {
      return payout;
    }
  }
}

const faults = fc.array(fc.constantFrom(...BANK_FAULTS.filter((kind) => mayStrike(kind, 'transfer'))), { maxLength: 6 });

test('whatever fails in whatever order, retrying only what was not sent or not found never moves money twice', async () => {
  await fc.assert(
    fc.asyncProperty(faults, async (kinds) => {
      const payee = await newPayee();
      const order = makeOrder(payee);
      for (const kind of kinds) await office.fault({ kind, account: payee.accountNumber, call: 'transfer' });
      const payout = await drive(order);
      const { entries } = await office.ledger(partnerReference(order.payoutId));
      const out = entries.filter(({ kind }) => kind === 'transfer').length;
      expect(out).toBeLessThanOrEqual(1);
      if (payout.state === 'confirmed') expect(out).toBe(1);
      if (payout.state === 'refused') expect(out).toBe(0);
      expect(['confirmed', 'refused', 'reversed']).toContain(payout.state);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('the book would show it: a client that repeats after silence pays twice at a bank that forgets', async () => {
  const payee = await newPayee();
  const order = makeOrder(payee);
  const patient = adapterFor(server.url, keys, { timeoutMs: 30_000 });
  for (const kind of ['5xx-after', 'duplicate-forgets'] as const) await office.fault({ kind, account: payee.accountNumber });
  expect((await patient.transfer(order)).state).toBe('unknown');
  expect((await patient.transfer({ ...order, attempt: 2 })).state).toBe('confirmed');
  const { entries, balances } = await office.ledger();
  expect(entries.filter((entry) => entry.partnerReferenceNo === partnerReference(order.payoutId))).toHaveLength(2);
  expect(balances[`130:${payee.accountNumber}`]).toBe(84_000_000);
  expect(Object.values(balances).reduce((sum, balance) => sum + balance, 0)).toBe(0);
});
