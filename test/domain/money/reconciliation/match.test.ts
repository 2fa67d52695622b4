import { rupiah } from '#domain/money/money.ts';
import { DIFFERENCE_KIND_NAMES, type DifferenceKind } from '#domain/money/reconciliation/difference.ts';
import { matchDay } from '#domain/money/reconciliation/match.ts';
import type { DayInput } from '#domain/money/reconciliation/match-input.ts';
import type { UnreadableLine } from '#domain/money/reconciliation/statement.ts';
import { DAY, garbled, HOUR, makeDay, makeTransfer, NOON, on, paid, returned, unanswered } from './days.ts';

const AMOUNT = 42_000_000;
const DAY_MS = 24 * HOUR;
const kindsOf = (input: DayInput) => matchDay(input).differences.map(({ kind }) => kind);

const wrong = (input: DayInput, by: number): DayInput => ({
  ...input,
  statement: { ...input.statement, closing: input.statement.closing + by },
});
const withUnreadable = (input: DayInput, unreadable: readonly UnreadableLine[], moved: number): DayInput => ({
  ...wrong(input, -moved),
  statement: { ...wrong(input, -moved).statement, unreadable },
});
const [first, second] = [makeTransfer(1), makeTransfer(1, { issue: 2 })];

type Row = readonly [title: string, kind: DifferenceKind, effect: number, input: DayInput];
const ROWS: readonly Row[] = [
  ['the bank said paid, and its statement does not know it', 'confirmed-but-not-on-statement', -AMOUNT, makeDay([first], [])],
  [
    'money that the bank said came back is not on the statement',
    'reversed-but-not-on-statement',
    AMOUNT,
    makeDay([makeTransfer(1, { word: 'reversed', reversedAt: NOON + HOUR })], [paid(first)]),
  ],
  ['a transfer of unknown fate is on the statement', 'on-statement-but-unknown-here', AMOUNT, makeDay([unanswered(1)], [paid(first)])],
  ['a refused transfer is on the statement', 'on-statement-but-refused-here', AMOUNT, makeDay([unanswered(1, 'refused')], [paid(first)])],
  ['one reference left the account twice', 'paid-twice', AMOUNT, makeDay([first], [paid(first), paid(first)])],
  [
    'reference reused after the rail’s window pays twice',
    'paid-twice',
    AMOUNT,
    makeDay([{ ...first, confirmedAt: NOON - 9 * DAY_MS }], [paid(first)], { elsewhere: [on('2026-11-11', paid(first))] }),
  ],
  [
    'a second issue was paid although the first one had been',
    'paid-twice',
    AMOUNT,
    makeDay([{ ...first, confirmedAt: NOON - DAY_MS }, unanswered(1, 'open', { issue: 2 })], [paid(second)], {
      elsewhere: [on('2026-11-19', paid(first))],
    }),
  ],
  ['the bank paid another amount', 'amount-differs', 1_000, makeDay([first], [paid(first, { amount: rupiah(AMOUNT + 1_000) })])],
  [
    'an unanswered transfer is on the statement with another amount',
    'amount-differs',
    AMOUNT - 1,
    makeDay([unanswered(1)], [paid(first, { amount: rupiah(AMOUNT - 1) })]),
  ],
  [
    'success later reversed: the money is back and nobody told us',
    'reversed-on-statement',
    -AMOUNT,
    makeDay([{ ...first, confirmedAt: NOON - DAY_MS }], [returned(first)], { elsewhere: [on('2026-11-19', paid(first))] }),
  ],
  ['money left under a reference we never made', 'unordered-entry', AMOUNT, makeDay([], [paid(first)])],
  [
    'money left without any reference',
    'unordered-entry',
    7,
    makeDay([], [{ bankReference: 'B', direction: 'out', amount: rupiah(7), at: NOON }]),
  ],
  [
    'money came that nobody sent',
    'unordered-entry',
    -7,
    makeDay([], [{ bankReference: 'B', direction: 'in', amount: rupiah(7), at: NOON }]),
  ],
  ['the bank has not answered for more than a day', 'no-reply', 0, makeDay([unanswered(1, 'open', { sentAt: NOON - DAY_MS })], [])],
  [
    'the lines do not lead from the opening to the closing balance',
    'statement-does-not-add-up',
    0,
    wrong(makeDay([first], [paid(first)]), -5),
  ],
  [
    'the day does not begin with what the day before ended with',
    'statement-does-not-add-up',
    0,
    makeDay([first], [paid(first)], { previousClosing: 1 }),
  ],
  ['a line has an amount with sen', 'unreadable-line', -AMOUNT, withUnreadable(makeDay([first], []), [garbled(first)], AMOUNT)],
];

test.each(ROWS)('%s: %s', (_title, kind, effect, input) => {
  const { differences, totals } = matchDay(input);
  expect(differences.map((one) => [one.kind, one.effect])).toEqual([[kind, effect]]);
  expect(totals.unexplained).toBe(effect);
});

test('every kind of difference has a day that shows it', () => {
  expect(new Set(ROWS.map(([, kind]) => kind))).toEqual(new Set(DIFFERENCE_KIND_NAMES));
});

describe('no difference', () => {
  test.each<readonly [string, DayInput]>([
    ['a payment that everybody knows of', makeDay([first], [paid(first)])],
    ['a payment confirmed after midnight', makeDay([{ ...first, confirmedAt: NOON + DAY_MS }], [paid(first)])],
    ['a payment confirmed today that the statement of yesterday has', makeDay([first], [], { elsewhere: [on('2026-11-19', paid(first))] })],
    ['a payment that the statement of tomorrow has', makeDay([first], [], { elsewhere: [on('2026-11-21', paid(first))] })],
    ['a payment that came back weeks later', makeDay([{ ...first, word: 'reversed', reversedAt: NOON + 30 * DAY_MS }], [paid(first)])],
    [
      'the reversal itself',
      makeDay([{ ...first, word: 'reversed', confirmedAt: NOON - DAY_MS, reversedAt: NOON }], [returned(first)], {
        elsewhere: [on('2026-11-19', paid(first))],
      }),
    ],
    ['a refusal that the bank books as there and back', makeDay([unanswered(1, 'refused')], [paid(first), returned(first)])],
    [
      'a second issue after the first came back',
      makeDay([{ ...first, word: 'reversed', confirmedAt: NOON - DAY_MS, reversedAt: NOON }, second], [returned(first), paid(second)], {
        elsewhere: [on('2026-11-19', paid(first))],
      }),
    ],
    ['an order the bank has a day to answer', makeDay([unanswered(1)], [])],
    ['a transfer that never left', makeDay([unanswered(1, 'unsent')], [])],
    ['an account that was refused before sending', makeDay([unanswered(1, 'refused')], [])],
  ])('%s', (_title, input) => {
    const { differences, totals } = matchDay(input);
    expect(differences).toEqual([]);
    expect(totals.difference).toBe(totals.shifted.reduce((sum, { amount }) => sum + amount, 0));
  });
});

test('gateway silence is never treated as paid: without an entry the statement proposes nothing', () => {
  const { differences } = matchDay(makeDay([unanswered(1, 'open', { sentAt: NOON - DAY_MS })], []));
  expect(differences).toEqual([expect.objectContaining({ kind: 'no-reply' })]);
  expect(differences.some(({ proposes }) => proposes !== undefined)).toBe(false);
});

test('the statement is the bank’s own word: it proposes to confirm what is unknown, and to reverse what came back', () => {
  const proposals = (input: DayInput) => matchDay(input).differences.map(({ proposes }) => proposes);
  expect(proposals(makeDay([unanswered(1)], [paid(first)]))).toEqual(['confirm']);
  expect(proposals(makeDay([unanswered(1, 'refused')], [paid(first)]))).toEqual(['confirm']);
  expect(proposals(makeDay([first], [paid(first), returned(first)]))).toEqual(['reverse']);
});

test('a double payment or another amount proposes nothing: a person has to look first', () => {
  const input = makeDay(
    [unanswered(1), makeTransfer(2)],
    [paid(first, { amount: rupiah(1) }), paid(makeTransfer(2)), paid(makeTransfer(2))],
  );
  const { differences } = matchDay(input);
  expect(differences.map(({ kind, proposes }) => [kind, proposes])).toEqual([
    ['amount-differs', undefined],
    ['paid-twice', undefined],
  ]);
});

test('money paid twice that comes back once is still paid: the return is a case, not a reversal', () => {
  const input = makeDay([{ ...first, confirmedAt: NOON - DAY_MS }], [returned(first)], {
    elsewhere: [on('2026-11-18', paid(first)), on('2026-11-19', paid(first))],
  });
  expect(kindsOf(input)).toEqual(['unordered-entry']);
});

test('a later day does not change the day a payment was booked on', () => {
  const twiceLater = makeDay([first], [paid(first)], { elsewhere: [on('2026-11-25', paid(first))] });
  expect(matchDay(twiceLater)).toMatchObject({ day: DAY, differences: [] });
});

test('the same entry listed twice has two names, so that neither hides behind the other', () => {
  const entry = paid(first);
  const { differences } = matchDay(makeDay([first], [entry, entry, entry]));
  expect(new Set(differences.map(({ subject }) => subject)).size).toBe(2);
});
