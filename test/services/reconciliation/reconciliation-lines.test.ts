import { toRunLines } from '#cli/reconcile/reconcile-text.ts';
import { matchDay } from '#domain/money/reconciliation/match.ts';
import { LINE_PROBLEMS } from '#domain/money/reconciliation/statement.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { isTextId } from '#locales/text.ts';
import { dayPage } from '#services/printouts/day-page.ts';
import { toRunRows } from '#services/reconciliation/reconciliation-csv.ts';
import { toRunView } from '#services/reconciliation/reconciliation-view.ts';
import { DAY, feeFor, garbled, makeDay, makeTransfer, paid } from '../../domain/money/reconciliation/days.ts';

const NOW = instant('2026-11-23T02:00:00Z');
const [first, second] = [makeTransfer(1), makeTransfer(2)];

async function viewOf() {
  const { statement, ...rest } = makeDay([first, second], [paid(second), feeFor(second)]);
  const closing = statement.closing - 42_000_001;
  const { totals, matched, differences } = matchDay({
    ...rest,
    statement: { ...statement, closing, closingSen: 50, unreadable: [garbled(first, { line: 3 })] },
  });
  const run = { _id: DAY, state: 'done' as const, at: NOW, totals, matched: matched.length, differences, told: [] };
  return toRunView(run, { ofIds: async () => [] });
}

const SENTENCE = 'Baris 3 rekening koran tidak dapat dibaca: amount.value "42000000.50" memuat sen.';

test('a line that cannot be read is told with line and field on the page, in the table and at the terminal, and the day is not proven', async () => {
  const view = await viewOf();
  expect(view.isProven).toBe(false);
  const page = dayPage({ date: DAY, view, now: NOW }).html;
  for (const words of [SENTENCE.replaceAll('"', '&quot;'), 'Jangan menebak isinya', 'Biaya bank', '-Rp2.500', 'ditambah 50 sen']) {
    expect(page).toContain(words);
  }
  const rows = toRunRows(view);
  expect(rows).toContainEqual(['Biaya bank', 2_500, 1]);
  expect(rows).toContainEqual(['Baris yang tidak terbaca, menurut saldo (ditambah 50 sen)', 42_000_000, 1]);
  expect(rows.flat()).toContain(SENTENCE);
  expect(toRunLines(view).join('\n')).toContain(SENTENCE);
});

test('the balances a person sees add up from the first to the last', async () => {
  const { totals } = await viewOf();
  if (!totals) throw new Error('the day was matched');
  const { opening, closing, closingSen = 0, out, in: into, fees, unreadable } = totals;
  const left = opening * 100 - (out.amount - into.amount + (fees?.amount ?? 0) + (unreadable?.amount ?? 0)) * 100 - (unreadable?.sen ?? 0);
  expect(left).toBe(closing * 100 + closingSen);
});

test('every problem a line can have is said in words', () => {
  expect(LINE_PROBLEMS.filter((problem) => !isTextId(`statement.problem.${problem}`))).toEqual([]);
});
