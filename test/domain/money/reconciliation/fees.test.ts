import { rupiah } from '#domain/money/money.ts';
import { FEE_RULES, saysFee } from '#domain/money/reconciliation/fees.ts';
import { matchDay } from '#domain/money/reconciliation/match.ts';
import { feeFor, HOUR, makeDay, makeTransfer, NOON, on, paid } from './days.ts';

const AMOUNT = 42_000_000;
const transfer = makeTransfer(1);

test.each([
  ['before', -HOUR],
  ['after', HOUR],
  ['in the same second as', 0],
])('a fee booked under the payment’s own reference %s the payment makes no case', (_when, shift) => {
  const { differences, totals, matched } = matchDay(makeDay([transfer], [paid(transfer), feeFor(transfer, { at: NOON + shift })]));
  expect(differences).toEqual([]);
  expect(matched.length).toBe(1);
  expect(totals).toMatchObject({ out: { count: 1, amount: AMOUNT }, fees: { count: 1, amount: 2_500 }, difference: 0, unexplained: 0 });
});

test('a fee the bank names as one is a fee without any reference, and one it gives back is taken off again', () => {
  const { reference: _reference, ...nameless } = feeFor(transfer, { kind: 'fee', amount: rupiah(12_345) });
  const { differences, totals } = matchDay(makeDay([], [nameless, { ...nameless, direction: 'in', amount: rupiah(45) }]));
  expect(differences).toEqual([]);
  expect(totals).toMatchObject({ fees: { count: 2, amount: 12_300 }, out: { count: 0 }, in: { count: 0 } });
});

test('the word biaya makes no fee of ten million, nor of what was ordered', () => {
  const large = paid(transfer, { kind: 'fee', amount: rupiah(10_000_000) });
  const { reference: _reference, ...nameless } = large;
  expect(matchDay(makeDay([], [nameless])).differences.map(({ kind }) => kind)).toEqual(['unordered-entry']);
  const small = makeTransfer(2, { amount: rupiah(6_500) });
  expect(matchDay(makeDay([small], [paid(small, { kind: 'fee' })]))).toMatchObject({ differences: [], matched: [expect.anything()] });
});

test('a tariff that left instead of the payment is no fee: a person has to look', () => {
  expect(matchDay(makeDay([transfer], [feeFor(transfer)])).differences.map(({ kind }) => kind)).toEqual(['amount-differs']);
});

test('a fee that the bank books the day after is one, because the payment stands on the day before', () => {
  const yesterday = makeTransfer(1, { sentAt: NOON - 24 * HOUR, confirmedAt: NOON - 24 * HOUR });
  const late = makeDay([yesterday], [feeFor(yesterday)], { elsewhere: [on('2026-11-19', paid(yesterday))] });
  expect(matchDay(late)).toMatchObject({ differences: [], totals: { fees: { count: 1, amount: 2_500 } } });
});

test('yesterday’s fee does not make today’s payment a second one', () => {
  const fee = on('2026-11-19', feeFor(transfer, { kind: 'fee' }));
  expect(matchDay(makeDay([transfer], [paid(transfer)], { elsewhere: [fee] })).differences).toEqual([]);
});

test('something small under a payment’s reference that no rule knows is one case, and the payment is matched', () => {
  const { differences, matched } = matchDay(
    makeDay([transfer], [feeFor(transfer, { amount: rupiah(7_777), at: NOON - HOUR }), paid(transfer)]),
  );
  expect(matched.length).toBe(1);
  expect(differences.map(({ kind, theirs }) => [kind, theirs])).toEqual([['paid-twice', 7_777]]);
});

test.each([
  ['DEBIT', 'BIAYA ADM', true],
  ['DEBIT', 'By Trf BI-FAST', true],
  ['FEE', '', true],
  ['DEBIT', 'FEEDBACK', false],
  ['DEBIT', 'TRANSFER', false],
])('type %s with remark %j says fee: %s', (type, remark, expected) => {
  expect(saysFee(FEE_RULES.standard, { type, remark })).toBe(expected);
});
