import { isRead, readLine } from '#adapters/bank/snap-statement-line.ts';
import { spanOf } from '#domain/money/reconciliation/bank-day.ts';
import { FEE_RULES } from '#domain/money/reconciliation/fees.ts';
import { day } from '#domain/time/calendar/day.ts';

const ABOUT = { line: 3, ...spanOf(day('2026-11-20')), feeRules: FEE_RULES.standard };
const GOOD = {
  transactionId: 'BNK1',
  transactionDate: '2026-11-20T12:00:00+07:00',
  type: 'DEBIT',
  amount: { value: '42000000.00', currency: 'IDR' },
  remark: 'TRANSFER',
  detailInfo: { partnerReferenceNo: 'STN0123456789ABCDEF' },
};
const read = (changes: object = {}) => readLine({ ...GOOD, ...changes }, ABOUT);
const faultsOf = (raw: unknown) => {
  const line = readLine(raw, ABOUT);
  return isRead(line) ? [] : line.faults.map(({ field, problem }) => `${field}: ${problem}`);
};

test.each<readonly [string, object]>([
  ['no remark', { remark: undefined }],
  ['a remark that is null', { remark: null }],
  ['a remark that is a number', { remark: 7 }],
  ['a remark of ten thousand letters', { remark: 'x'.repeat(10_000) }],
  ['an offset without its colon', { transactionDate: '2026-11-20T12:00:00+0700' }],
  ['a type in small letters', { type: 'debit' }],
  ['fields of the bank’s own', { saldo: 'x' }],
  ['a reference amid spaces', { detailInfo: { partnerReferenceNo: ' STN0123456789ABCDEF ' } }],
])('%s does not change what a line says', (_what, changes) => {
  expect(read(changes)).toEqual(read());
});

test.each<readonly [string, object | undefined, string]>([
  ['sen', { amount: { value: '42000000.50', currency: 'IDR' } }, 'amount.value: sen'],
  ['a negative amount', { amount: { value: '-42000000.00', currency: 'IDR' } }, 'amount.value: negative'],
  [
    'an amount without decimals, which some banks write in sen',
    { amount: { value: '4200000000', currency: 'IDR' } },
    'amount.value: not-an-amount',
  ],
  ['a grouped amount', { amount: { value: '42.000.000,00', currency: 'IDR' } }, 'amount.value: not-an-amount'],
  ['an amount no computer counts exactly', { amount: { value: '9999999999999999.00', currency: 'IDR' } }, 'amount.value: not-an-amount'],
  ['a number for an amount', { amount: { value: 42_000_000, currency: 'IDR' } }, 'amount.value: not-text'],
  ['another currency', { amount: { value: '42000000.00', currency: 'USD' } }, 'amount.currency: other-currency'],
  ['a type of the bank’s own', { type: 'D' }, 'type: unknown-type'],
  ['no number', { transactionId: '' }, 'transactionId: missing'],
  ['a day that does not exist', { transactionDate: '2026-11-31T12:00:00+07:00' }, 'transactionDate: not-a-time'],
  ['the first second of the next day', { transactionDate: '2026-11-21T00:00:00+07:00' }, 'transactionDate: other-day'],
  ['a reference that is a number', { detailInfo: { partnerReferenceNo: 5 } }, 'detailInfo.partnerReferenceNo: not-text'],
])('%s makes the line a case that names the field', (_what, changes, fault) => {
  expect(faultsOf({ ...GOOD, ...changes })).toEqual([fault]);
});

test.each([[null], ['x'], [7], [[]], [undefined]])('a line that is %j is a case and no crash', (raw) => {
  expect(faultsOf(raw)).toEqual(['line: not-text']);
});

test('all that is wrong with a line is named, and what can be read of it is kept', () => {
  const line = read({ amount: {}, type: 'X' });
  expect(line).toMatchObject({ line: 3, bankReference: 'BNK1', reference: 'STN0123456789ABCDEF' });
  expect(faultsOf({ ...GOOD, amount: {}, type: 'X' })).toEqual(['type: unknown-type', 'amount.value: missing', 'amount.currency: missing']);
});

test('a line’s fields in another order are the same line; another amount is another', () => {
  const bad = { ...GOOD, type: 'X' };
  const digest = (raw: object) => {
    const line = readLine(raw, ABOUT);
    return isRead(line) ? '' : line.digest;
  };
  expect(digest(Object.fromEntries(Object.entries(bad).toReversed()))).toBe(digest(bad));
  expect(digest({ ...bad, amount: { value: '1.00', currency: 'IDR' } })).not.toBe(digest(bad));
});

test('neither a person’s number nor a name in the wrong field is ever repeated', () => {
  const line = read({ amount: { value: '5371014107900001', currency: 'IDR' }, type: 'MARIA CONTOH', remark: 'MARIA CONTOH' });
  expect(JSON.stringify(line)).not.toMatch(/5371014107900001|MARIA/);
});

test('where the bank has no field for our reference it is found among the words of the remark', () => {
  const { detailInfo: _detailInfo, ...bare } = GOOD;
  const reference = `STN${'AB'.repeat(20)}I1`;
  expect(readLine({ ...bare, remark: `TRF ${reference} KE 130` }, ABOUT)).toMatchObject({ reference });
});
