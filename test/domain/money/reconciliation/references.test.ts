import { rupiah } from '#domain/money/money.ts';
import { matchDay } from '#domain/money/reconciliation/match.ts';
import { HOUR, makeDay, makeTransfer, NOON, on, paid, returned } from './days.ts';

const DAY_MS = 24 * HOUR;
const transfer = makeTransfer(1, { bankReference: 'SBX000000000001' });
const others = [makeTransfer(2, { bankReference: 'SBX000000000002' }), makeTransfer(3)];
const kindsOf = (...[transfers, entries, changes]: Parameters<typeof makeDay>) =>
  matchDay(makeDay(transfers, entries, changes)).differences.map(({ kind }) => kind);

test.each<readonly [string, string]>([
  ['in small letters', transfer.reference.toLowerCase()],
  ['padded with spaces', `  ${transfer.reference}      `],
  ['padded with zeros behind', `${transfer.reference}000000`],
  ['padded with zeros in front', `0000${transfer.reference}`],
  ['cut to 20 characters', transfer.reference.slice(0, 20)],
  ['cut to 16 characters', transfer.reference.slice(0, 16)],
  ['in small letters and cut', transfer.reference.toLowerCase().slice(0, 16)],
  ['with dashes between', transfer.reference.replace(/(.{8})/g, '$1-')],
  ['amid other words', `TRF/${transfer.reference}/BPJS`],
])('a payment whose reference comes back %s is matched', (_how, reference) => {
  const entries = [paid(transfer, { reference }), ...others.map((one) => paid(one))];
  expect(kindsOf([transfer, ...others], entries)).toEqual([]);
});

test('a payment that comes back only with the bank’s own number is matched, and of another amount it is one case', () => {
  const { reference: _reference, ...nameless } = paid(transfer, { bankReference: ' sbx000000000001 ' });
  expect(kindsOf([transfer, ...others], [nameless, ...others.map((one) => paid(one))])).toEqual([]);
  expect(kindsOf([transfer], [{ ...nameless, amount: rupiah(41_000_000) }])).toEqual(['amount-differs']);
});

test('the bank’s number of a payment of last year says nothing about money that leaves today', () => {
  const { reference: _reference, ...nameless } = paid(transfer, { bankReference: 'SBX000000000001' });
  const lastYear = { ...transfer, sentAt: NOON - 365 * DAY_MS, confirmedAt: NOON - 365 * DAY_MS };
  expect(kindsOf([lastYear], [nameless])).toEqual(['unordered-entry']);
});

test('a whole reference of our making that nobody ordered is not explained by a number that happens to fit', () => {
  const stray = paid(transfer, { reference: `STN${'A'.repeat(40)}I1`, bankReference: 'SBX000000000001' });
  expect(kindsOf([transfer], [stray])).toEqual(['confirmed-but-not-on-statement', 'unordered-entry']);
});

test('a cut reference that fits two payments is nobody’s, unless the bank’s number says whose', () => {
  const twin = { ...makeTransfer(9), reference: `${transfer.reference.slice(0, 20)}${'F'.repeat(23)}I1`, bankReference: 'SBX9' };
  const cut = paid(transfer, { reference: transfer.reference.slice(0, 16) });
  expect(kindsOf([transfer, twin], [cut, paid(twin)])).toContain('unordered-entry');
  expect(kindsOf([transfer, twin], [{ ...cut, bankReference: 'SBX000000000001' }, paid(twin)])).toEqual([]);
});

test('a cut reference loses the number of the order; what was sent last before the booking tells them apart', () => {
  const back = NOON + HOUR;
  const again = makeTransfer(1, { issue: 2, sentAt: NOON + 2 * HOUR, confirmedAt: NOON + 2 * HOUR });
  const before = makeTransfer(1, { word: 'reversed', reversedAt: back });
  const cut = { reference: transfer.reference.slice(0, 16) };
  const entries = [paid(before, cut), returned(before, { ...cut, at: back }), paid(again, { ...cut, at: NOON + 3 * HOUR })];
  expect(kindsOf([before, again], entries)).toEqual([]);
});

test('money that comes back weeks later under the bank’s number alone is the money that left', () => {
  const { reference: _reference, ...nameless } = returned(transfer, { bankReference: 'SBX000000000001' });
  const weeksAgo = { ...transfer, sentAt: NOON - 20 * DAY_MS, confirmedAt: NOON - 20 * DAY_MS };
  expect(kindsOf([weeksAgo], [nameless], { elsewhere: [on('2026-10-31', paid(transfer))] })).toEqual(['reversed-on-statement']);
});
