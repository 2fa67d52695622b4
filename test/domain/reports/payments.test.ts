import fc from 'fast-check';
import { day } from '#domain/calendar/day.ts';
import { rupiah } from '#domain/money.ts';
import { spanOf } from '#domain/reconciliation/bank-day.ts';
import { movementsOf, paymentsReport } from '#domain/reports/payments.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { makeTransfer, NOON, on, paid, returned, unanswered } from '../reconciliation/days.ts';

const DAY_MS = 86_400_000;
const byClaim = ({ claimId }: { readonly claimId: string }): string => claimId;
const first = makeTransfer(1);

test('a payment counts in the month of the statement that has it, not in the month somebody answered', () => {
  const lastSecond = spanOf(day('2026-11-30')).until - 1_000;
  const answered = makeTransfer(1, { confirmedAt: lastSecond + 2_000 });
  const entry = on('2026-11-30', paid(answered, { at: lastSecond }));
  const totals = (month: string, entries = [entry]) => paymentsReport(month, movementsOf([answered], entries), byClaim).total.paid.amount;
  expect([totals('2026-11'), totals('2026-12')]).toEqual([42_000_000, 0]);
  // Without a statement the bank's answer is all we have.
  expect([totals('2026-11', []), totals('2026-12', [])]).toEqual([0, 42_000_000]);
});

test('what came back stands beside what was paid, each in its own month', () => {
  const back = makeTransfer(1, { word: 'reversed', reversedAt: NOON + 20 * DAY_MS });
  const movements = movementsOf([back], []);
  expect(paymentsReport('2026-11', movements, byClaim).total).toMatchObject({
    paid: { count: 1 },
    returned: { count: 0 },
    net: 42_000_000,
  });
  expect(paymentsReport('2026-12', movements, byClaim).total).toMatchObject({
    paid: { count: 0 },
    returned: { count: 1 },
    net: -42_000_000,
  });
});

test('money that left and came back before anybody was told is both paid and returned', () => {
  const { confirmedAt: _never, ...silent } = makeTransfer(1, { word: 'reversed', reversedAt: NOON });
  const entries = [on('2026-11-20', paid(first)), on('2026-11-20', returned(first))];
  expect(paymentsReport('2026-11', movementsOf([silent], entries), byClaim).total).toMatchObject({
    paid: { count: 1 },
    returned: { count: 1 },
    net: 0,
  });
});

test('silence and refusals are in no report', () => {
  const movements = movementsOf([unanswered(1), unanswered(2, 'refused'), unanswered(3, 'unsent')], []);
  expect(paymentsReport('2026-11', movements, byClaim)).toMatchObject({ rows: [], total: { net: 0 } });
});

test('however payments are grouped, the rows add up to the total, and the months to everything that moved', () => {
  const any = fc.array(
    fc.record({ n: fc.nat(5), amount: fc.integer({ min: 1, max: 1e9 }), days: fc.integer({ min: -40, max: 40 }), isBack: fc.boolean() }),
  );
  fc.assert(
    fc.property(any, (list) => {
      const transfers = list.map(({ n, amount, days, isBack }, index) => {
        const at = NOON + days * DAY_MS;
        const paidOut = makeTransfer(index, { claimId: `k${n}`, amount: rupiah(amount), confirmedAt: at });
        return isBack ? { ...paidOut, word: 'reversed' as const, reversedAt: at + DAY_MS } : paidOut;
      });
      const movements = movementsOf(transfers, []);
      const months = ['2026-10', '2026-11', '2026-12', '2027-01'].map((month) => paymentsReport(month, movements, byClaim));
      for (const { rows, total } of months) expect(rows.reduce((sum, { net }) => sum + net, 0)).toBe(total.net);
      const kept = list.reduce((sum, { amount, isBack }) => sum + (isBack ? 0 : amount), 0);
      expect(months.reduce((sum, { total }) => sum + total.net, 0)).toBe(kept);
    }),
    { numRuns: propertyRuns },
  );
});
