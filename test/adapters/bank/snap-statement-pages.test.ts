import type { SnapBankConfig } from '#adapters/bank/snap-config.ts';
import { statement } from '#adapters/bank/snap-statement.ts';
import { fromToldBalance } from '#adapters/bank/snap-wire.ts';
import type { StatementPage } from '#domain/money/reconciliation/statement.ts';
import { day } from '#domain/time/calendar/day.ts';

const DAY = day('2026-11-20');
const idr = (value: string) => ({ value, currency: 'IDR' });
const line = (n: number, date = '2026-11-20') => ({
  transactionId: `BNK${n}`,
  transactionDate: `${date}T12:00:00+07:00`,
  type: 'DEBIT',
  amount: idr('1000.00'),
});
const page = (detailData: readonly unknown[], hasMore: 'Y' | 'N' = 'N', balances: readonly [string, string] = ['9000.00', '8000.00']) => ({
  responseCode: '2001400',
  responseMessage: 'Successful',
  balance: [{ startingBalance: idr(balances[0]), endingBalance: idr(balances[1]) }],
  hasMore,
  detailData,
});

/** What the sandbox bank never writes, written by hand. */
async function read(...pages: readonly object[]): Promise<readonly StatementPage[]> {
  const left = [...pages];
  const call = async () => ({ meaning: { means: 'done' }, body: left.shift() }) as const;
  const found: StatementPage[] = [];
  for await (const one of statement({ sourceAccount: '8880000000001' } as SnapBankConfig, call, DAY, () => '1')) found.push(one);
  return found;
}

test('lines are counted over all pages, and one of another day on the last page spoils nothing', async () => {
  const [, second] = await read(page([line(1), line(2)], 'Y'), page([line(3, '2026-11-21')]));
  expect(second?.entries).toEqual([]);
  expect(second?.unreadable).toEqual([expect.objectContaining({ line: 3, bankReference: 'BNK3' })]);
});

test('a first page that is all of another day answers another question, and the day waits', async () => {
  await expect(read(page([line(1, '2026-11-19'), line(2, '2026-11-19')]))).rejects.toMatchObject({
    fate: { why: 'answer-about-something-else' },
  });
});

test('balances with sen, from interest, and below zero are read', async () => {
  expect(await read(page([], 'N', ['1000.25', '-0.50']))).toEqual([
    { opening: 1000, openingSen: 25, closing: -1, closingSen: 50, entries: [], unreadable: [] },
  ]);
  expect(fromToldBalance({ value: '-5.00', currency: 'IDR' })).toEqual({ whole: -5, sen: 0 });
});

test('an answer whose balance is no balance is no statement: the day waits rather than being proven against nothing', async () => {
  await expect(read(page([line(1)], 'N', ['banyak', '1.00']))).rejects.toMatchObject({ fate: { why: 'answer-unreadable' } });
});
