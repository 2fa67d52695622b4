import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { partnerReference } from '#domain/money/payout/payout-id.ts';
import type { TransferOrder } from '#domain/money/payout/transfer.ts';
import { openJournalFile } from '#sandbox/bank/journal-file.ts';
import { type BankOptions, type RunningBank, startBank } from '#sandbox/bank/start.ts';
import { makeOrder } from '../../adapters/bank/orders.ts';
import { realNow } from '../../support/real-clock.ts';
import { until } from '../../support/until.ts';
import { adapterFor, backOffice, bankOptions, makeKeys, OPENING_BALANCE, SOURCE_ACCOUNT } from './bank-client.ts';

const keys = makeKeys();
const PAYEE = { bankCode: '130', accountNumber: '1300000000001', holderName: 'PETRONELA CONTOH SATU' };
const running: RunningBank[] = [];
afterEach(async () => {
  for (const bank of running.splice(0)) await bank.close();
});

async function open(options: BankOptions) {
  const server = await startBank(options);
  running.push(server);
  return { server, office: backOffice(server.url), bank: adapterFor(server.url, keys, { firstInquiryMs: 0 }) };
}
const referenceOf = (order: TransferOrder) => partnerReference(order.payoutId, order.issue);

test('every entry sums to zero, and the balances are the sum of the entries', async () => {
  const { office, bank } = await open(bankOptions(keys));
  const order = makeOrder(PAYEE);
  await bank.transfer(order);
  await office.reverse(referenceOf(order));
  await bank.transfer(makeOrder(PAYEE));
  const { entries, balances } = await office.ledger();
  expect(entries.map(({ kind }) => kind)).toEqual(['opening', 'transfer', 'reversal', 'transfer']);
  for (const { postings } of entries) expect(postings.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  expect(balances[SOURCE_ACCOUNT]).toBe(OPENING_BALANCE - 42_000_000);
  expect(balances[`130:${PAYEE.accountNumber}`]).toBe(42_000_000);
});

test('a reversed transfer cannot be reversed again', async () => {
  const { office, bank } = await open(bankOptions(keys));
  const order = makeOrder(PAYEE);
  await bank.transfer(order);
  await office.reverse(referenceOf(order));
  await expect(office.reverse(referenceOf(order))).rejects.toThrow('404');
  expect((await bank.transferStatus(order)).state).toBe('reversed');
});

test('the book survives a half-written last line and nothing else', async () => {
  const options = bankOptions(keys);
  const first = await open(options);
  const order = makeOrder(PAYEE);
  await first.bank.transfer(order);
  const before = await first.office.ledger();
  await first.server.close();
  appendFileSync(options.dataFile, '{"type":"received","at":1');
  const second = await open(options);
  expect(await second.office.ledger()).toEqual(before);
  await second.bank.transfer(makeOrder(PAYEE));
  await second.server.close();
  const third = await open(options);
  expect((await third.office.ledger()).entries).toHaveLength(before.entries.length + 1);
  expect((await third.bank.transferStatus(order)).state).toBe('confirmed');
});

test('damage in the middle of the book stops the bank from opening', () => {
  const { dataFile } = bankOptions(keys);
  writeFileSync(dataFile, '{"type":"opening"\n{"type":"posted"}\n');
  expect(() => openJournalFile(dataFile)).toThrow(SyntaxError);
  expect(readFileSync(dataFile, 'utf8')).toContain('posted');
});

test('a late reversal that was due while the bank was closed is done when it opens', async () => {
  const options = bankOptions(keys);
  const first = await open(options);
  const order = makeOrder(PAYEE);
  await first.office.fault({ kind: 'late-reversal', delayMs: 600_000 });
  expect((await first.bank.transfer(order)).state).toBe('confirmed');
  await first.server.close();
  const tomorrow = realNow() + 601_000;
  const second = await open({ ...options, now: () => tomorrow });
  const kinds = await until('the reversal', async () => {
    const { entries } = await second.office.ledger(referenceOf(order));
    return entries.length === 2 && entries.map(({ kind }) => kind);
  });
  expect(kinds).toEqual(['transfer', 'reversal']);
});

test('after its windows the bank takes a reference again and no longer answers for the first', async () => {
  const { office, bank } = await open({ ...bankOptions(keys), duplicateWindowMs: 0, statusWindowMs: 0 });
  const order = makeOrder(PAYEE);
  await bank.transfer(order);
  expect(await bank.transferStatus(order)).toEqual({ state: 'not-found' });
  const longAgo = { ...order, firstSentAt: order.firstSentAt - 30 * 86_400_000 };
  expect(await bank.transferStatus(longAgo)).toMatchObject({ state: 'unknown', why: 'bank-may-have-forgotten' });
  expect((await bank.transfer({ ...order, attempt: 2 })).state).toBe('confirmed');
  expect((await office.ledger(referenceOf(order))).entries).toHaveLength(2);
});

test('one request number serves one request a day, also after a restart', async () => {
  const options = { ...bankOptions(keys), duplicateWindowMs: 0 };
  const first = await open(options);
  const order = makeOrder(PAYEE);
  await first.bank.transfer(order);
  await first.server.close();
  const second = await open(options);
  expect(await second.bank.transfer(order)).toMatchObject({ state: 'unknown', why: 'reference-conflict' });
  expect((await second.office.ledger(referenceOf(order))).entries).toHaveLength(1);
});
