import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import type { BankPort } from '#adapters/bank/port.ts';
import { partnerReference } from '#domain/money/payout/payout-id.ts';
import type { TransferOrder } from '#domain/money/payout/transfer.ts';
import { Book, type BookLine } from '#sandbox/bank/book.ts';
import { openJournalFile } from '#sandbox/bank/journal-file.ts';
import { startBank } from '#sandbox/bank/start.ts';
import { makeOrder } from '../../adapters/bank/orders.ts';
import { adapterFor, backOffice, bankOptions, makeKeys, SOURCE_ACCOUNT } from './bank-client.ts';
import { startBankProcess } from './bank-process.ts';

const keys = makeKeys();
const PAYEE = { bankCode: '130', accountNumber: '1300000000001', holderName: 'PETRONELA CONTOH SATU' };

function expectBalanced({ entries, balances }: ReturnType<Book['view']>): void {
  const sums = new Map<string, number>();
  for (const { postings } of entries) {
    expect(postings.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
    for (const { account, amount } of postings) sums.set(account, (sums.get(account) ?? 0) + amount);
  }
  expect(Object.fromEntries(sums)).toEqual(balances);
  expect(Object.values(balances).reduce((sum, balance) => sum + balance, 0)).toBe(0);
}

type Act = { readonly kind: 'pay' | 'fail' | 'reverse' | 'stray'; readonly amount: number; readonly which: number };
const acts = fc.array(
  fc.record({ kind: fc.constantFrom('pay', 'fail', 'reverse', 'stray'), amount: fc.integer({ min: 1, max: 10 ** 9 }), which: fc.nat(9) }),
  { maxLength: 40 },
) as fc.Arbitrary<Act[]>;

/** Lines as the teller writes them. */
function linesOf(done: readonly Act[]): BookLine[] {
  const lines: BookLine[] = [{ type: 'opening', at: 0, sourceAccount: SOURCE_ACCOUNT, amount: 10 ** 12 }];
  const posted: string[] = [];
  for (const [index, { kind, amount, which }] of done.entries()) {
    const order = { bankReference: `B${index}`, bankCode: '130', accountNumber: `130000000${which}`, amount };
    if (kind === 'stray') lines.push({ type: 'stray', at: index, ...order });
    if (kind === 'pay' || kind === 'fail')
      lines.push({ type: 'received', at: index, externalKey: `k${index}`, partnerReferenceNo: `R${which}`, ...order });
    if (kind === 'fail') lines.push({ type: 'failed', at: index, bankReference: `B${index}`, code: '4031818' });
    if (kind === 'pay') lines.push({ type: 'posted', at: index, bankReference: `B${index}` });
    if (kind === 'pay') posted.push(`B${index}`);
    const back = kind === 'reverse' ? posted.pop() : undefined;
    if (back !== undefined) lines.push({ type: 'reversed', at: index, bankReference: back });
  }
  return lines;
}

test('whatever is paid, fails, comes back or strays, every entry sums to zero and the balances are the sum of the entries', () => {
  fc.assert(
    fc.property(acts, (done) => {
      const book = new Book();
      for (const line of linesOf(done)) {
        book.apply(line);
        expectBalanced(book.view());
      }
    }),
    { numRuns: 50 },
  );
});

test('a book cut off at any byte of its last order opens, balanced, with whole lines only', () => {
  const { dataFile } = bankOptions(keys);
  const journal = openJournalFile<BookLine>(dataFile);
  const lines = linesOf([
    { kind: 'pay', amount: 5, which: 1 },
    { kind: 'pay', amount: 7, which: 2 },
  ]);
  journal.append(lines);
  journal.close();
  const whole = readFileSync(dataFile);
  const lastOrder = whole.indexOf('"type":"received"', whole.indexOf('"type":"posted"'));
  for (let length = lastOrder; length <= whole.length; length += 1) {
    writeFileSync(dataFile, whole.subarray(0, length));
    const opened = openJournalFile<BookLine>(dataFile);
    const book = new Book();
    for (const line of opened.lines) book.apply(line);
    expectBalanced(book.view());
    expect(lines.slice(0, opened.lines.length)).toEqual(opened.lines);
    opened.close();
    expect(readFileSync(dataFile).at(-1)).toBe(0x0a);
  }
});

test('an order whose second line was cut off is carried out when the bank opens again, once', async () => {
  const options = bankOptions(keys);
  const first = await startBank(options);
  const order = makeOrder(PAYEE);
  await adapterFor(first.url, keys).transfer(order);
  await first.close();
  const text = readFileSync(options.dataFile, 'utf8');
  writeFileSync(options.dataFile, text.slice(0, text.lastIndexOf('{"type":"posted"') + 9));
  const second = await startBank(options);
  const { entries } = await backOffice(second.url).ledger(partnerReference(order.payoutId));
  await second.close();
  expect(entries.map(({ kind }) => kind)).toEqual(['transfer']);
});

test('killed under load again and again, the bank keeps every payment it confirmed, and none twice', async () => {
  const options = bankOptions(keys);
  const sent: TransferOrder[] = [];
  const confirmed: TransferOrder[] = [];
  async function pay(bank: BankPort): Promise<void> {
    const order = makeOrder(PAYEE);
    sent.push(order);
    if ((await bank.transfer(order)).state === 'confirmed') confirmed.push(order);
  }
  for (let life = 1; life <= 3; life += 1) {
    const server = await startBankProcess(options);
    const bank = adapterFor(server.url, keys);
    await pay(bank);
    const underWay = Array.from({ length: 12 }, () => pay(bank));
    await Promise.race(underWay);
    await server.kill();
    await Promise.all(underWay);
  }
  const last = await startBank(options);
  const view = await backOffice(last.url).ledger();
  await last.close();
  expectBalanced(view);
  const times = (order: TransferOrder): number =>
    view.entries.filter(({ partnerReferenceNo }) => partnerReferenceNo === partnerReference(order.payoutId, order.issue)).length;
  expect(confirmed.map(times)).toEqual(confirmed.map(() => 1));
  expect(Math.max(...sent.map(times))).toBe(1);
});
