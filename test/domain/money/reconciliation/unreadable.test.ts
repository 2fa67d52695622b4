import { matchDay } from '#domain/money/reconciliation/match.ts';
import type { DayInput } from '#domain/money/reconciliation/match-input.ts';
import type { UnreadableLine } from '#domain/money/reconciliation/statement.ts';
import { DAY, garbled, HOUR, makeDay, makeTransfer, NOON, paid, unanswered } from './days.ts';

const AMOUNT = 42_000_000;
const [first, second] = [makeTransfer(1), makeTransfer(2)];

function day(input: DayInput, unreadable: readonly UnreadableLine[], moved: number, sen = 0): DayInput {
  const { statement } = input;
  const [closing, closingSen] = sen === 0 ? [statement.closing - moved, 0] : [statement.closing - moved - 1, 100 - sen];
  return { ...input, statement: { ...statement, closing, closingSen, unreadable } };
}

test('a line with sen is one case that names line and field; the payment it is about is not missed besides, and every other is matched', () => {
  const { differences, matched, totals } = matchDay(day(makeDay([first, second], [paid(second)]), [garbled(first)], AMOUNT, 50));
  expect(matched.length).toBe(1);
  expect(differences).toEqual([
    expect.objectContaining({
      kind: 'unreadable-line',
      claimId: first.claimId,
      unreadable: { line: 1, faults: [{ field: 'amount.value', problem: 'sen', told: '42000000.50' }] },
    }),
  ]);
  expect(totals.unreadable).toEqual({ count: 1, amount: AMOUNT, sen: 50 });
  expect(totals.shifted).toEqual([]);
  expect(totals.difference).toBe(totals.unexplained);
});

test('a line without any clue is one case all the same, and the payment nobody can see is another', () => {
  const blank: UnreadableLine = { digest: 'x', line: 7, faults: [{ field: 'line', problem: 'not-text' }] };
  const { differences } = matchDay(day(makeDay([first], []), [blank], AMOUNT));
  expect(differences.map(({ kind }) => kind)).toEqual(['confirmed-but-not-on-statement', 'unreadable-line']);
});

test('a silent payment whose line cannot be read is not confirmed by it', () => {
  const silent = unanswered(1, 'open', { sentAt: NOON - 30 * HOUR });
  const { differences } = matchDay(day(makeDay([silent], []), [garbled(silent)], AMOUNT));
  expect(differences.map(({ kind, proposes }) => [kind, proposes])).toEqual([['unreadable-line', undefined]]);
});

test('a line that could not be read yesterday is not missed today', () => {
  const input = makeDay([makeTransfer(1)], [], { unreadableElsewhere: [{ reference: first.reference, direction: 'out' }] });
  expect(matchDay(input).differences).toEqual([]);
});

test('two lines that say the same are two cases, each with a name of its own', () => {
  const { differences } = matchDay(day(makeDay([first], []), [garbled(first), garbled(first, { line: 2 })], 2 * AMOUNT));
  expect(new Set(differences.map(({ subject }) => subject)).size).toBe(2);
  expect(differences.reduce((sum, { effect }) => sum + effect, 0)).toBe(-AMOUNT);
});

test('sen between two balances are told, to the sen', () => {
  const { statement, ...rest } = makeDay([first], [paid(first)]);
  const off = { ...rest, statement: { ...statement, openingSen: 25 } };
  expect(matchDay(off).differences.map(({ kind }) => kind)).toEqual(['statement-does-not-add-up']);
  expect(matchDay({ ...off, statement: { ...off.statement, closingSen: 25 } }).differences).toEqual([]);
  const before = { ...off, statement: { ...off.statement, closingSen: 25 }, previousClosing: statement.opening };
  expect(matchDay(before).differences.map(({ subject }) => subject.split(':').slice(0, 2))).toEqual([[DAY, 'opening']]);
});
