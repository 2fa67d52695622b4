import fc from 'fast-check';
import { rupiah } from '#domain/money/money.ts';
import { spanOf } from '#domain/money/reconciliation/bank-day.ts';
import type { EntryOfDay } from '#domain/money/reconciliation/match-input.ts';
import { bankProof, type StatementDay } from '#domain/money/reports/bank-proof.ts';
import { type Movement, movementsOf, type Part, paymentsReport } from '#domain/money/reports/payments.ts';
import { day } from '#domain/time/calendar/day.ts';
import { propertyRuns } from '../../../support/property-runs.ts';
import { makeTransfer, NOON, on, paid, returned, unanswered } from '../reconciliation/days.ts';

const DAY_MS = 86_400_000;
const byClaim = ({ transfer: { claimId }, amount }: Movement): readonly Part[] => [{ group: claimId, amount }];
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

test('a payment of two benefits is one payment in one programme, two lines by benefit, and a rupiah no line names is not lost', () => {
  const parts = (): readonly Part[] => [
    { group: 'jkm.lump', amount: 20_000_000 },
    { group: 'jkm.funeral', amount: 10_000_000 },
  ];
  const { rows, total, payments } = paymentsReport('2026-11', movementsOf([first], []), parts, 'benefit-lines');
  expect(rows.map(({ group, net, paid: { count } }) => [group, net, count])).toEqual([
    ['-', 12_000_000, 1],
    ['jkm.funeral', 10_000_000, 1],
    ['jkm.lump', 20_000_000, 1],
  ]);
  expect([total.paid, total.late, payments]).toEqual([{ count: 3, amount: 42_000_000 }, 0, 1]);
  const ofOne = (): readonly Part[] => parts().map(({ amount }) => ({ group: 'jkm', amount }));
  const byProgramme = paymentsReport('2026-11', movementsOf([first], []), ofOne);
  expect(byProgramme.rows.map(({ group, paid: { count } }) => [group, count])).toEqual([
    ['-', 0],
    ['jkm', 1],
  ]);
  expect(byProgramme.total.paid.count).toBe(1);
});

test('compensation for lateness is told apart in every row and in the total, also when it comes back', () => {
  const late = makeTransfer(2, { amount: rupiah(840_000), word: 'reversed', reversedAt: NOON + 20 * DAY_MS });
  const parts = ({ amount }: Movement): readonly Part[] => [{ group: 'jkm', amount, isLate: amount === 840_000 }];
  const lateIn = (month: string) => paymentsReport(month, movementsOf([first, late], []), parts).total.late;
  expect([lateIn('2026-11'), lateIn('2026-12'), lateIn('2026')]).toEqual([840_000, -840_000, 0]);
});

describe('beside the bank’s own book', () => {
  const read = (...days: readonly string[]): readonly StatementDay[] => days.map((one) => ({ day: day(one), isRead: true }));
  const NOVEMBER = read('2026-11-19', '2026-11-20', '2026-11-21');
  const proofOf = (transfers: readonly ReturnType<typeof makeTransfer>[], entries: readonly EntryOfDay[], days = NOVEMBER) => {
    const movements = movementsOf(transfers, entries);
    const report = paymentsReport('2026-11', movements, byClaim);
    return { proof: bankProof(report, movements, entries, days), net: report.total.net };
  };
  const onTwentieth = [on('2026-11-20', paid(first))];

  test('a month is equal when every payment is on the statement and nothing else is', () => {
    const { proof } = proofOf([first], onTwentieth);
    expect(proof).toMatchObject({ state: 'equal', net: 42_000_000, notInBooks: 0, notOnStatement: 0, amountsDiffer: 0 });
  });

  test('a payment of a day that has no statement yet waits; it differs only when the statement of its day is there without it', () => {
    expect(proofOf([first], [], read('2026-11-18', '2026-11-19')).proof).toMatchObject({
      state: 'no-statement-yet',
      statementsUntil: '2026-11-19',
      notOnStatement: 42_000_000,
      awaitingStatement: 42_000_000,
    });
    expect(proofOf([first], [], []).proof).toMatchObject({ state: 'no-statement-yet' });
    expect(proofOf([first], [], []).proof).not.toHaveProperty('statementsUntil');
    expect(proofOf([first], []).proof).toMatchObject({ state: 'differs', awaitingStatement: 0 });
  });

  test('while the bank keeps back the statement of a day, the days before it are told, and nothing is called equal', () => {
    const [yesterday, today] = [read('2026-11-19'), read('2026-11-21')];
    const waiting = { state: 'no-statement-yet', statementsUntil: '2026-11-19' };
    expect(proofOf([], [], [...yesterday, { day: day('2026-11-20'), isRead: false }, ...today]).proof).toMatchObject(waiting);
    expect(proofOf([], [], [...yesterday, ...today]).proof).toMatchObject(waiting);
  });

  test('two differences that cancel each other out are differences', () => {
    const stray = on('2026-11-20', { bankReference: 'X', direction: 'out', amount: rupiah(42_000_000), at: NOON });
    expect(proofOf([first], [stray]).proof).toMatchObject({ state: 'differs', net: 42_000_000 });
  });

  test('money nobody ordered, a second payment, a payment not yet booked and another amount each have their line', () => {
    const [second, third] = [makeTransfer(2), makeTransfer(3)];
    const stray = on('2026-11-21', { bankReference: 'X', direction: 'out', amount: rupiah(9), at: NOON });
    const entries = [
      on('2026-11-20', paid(first)),
      on('2026-11-20', paid(first)),
      on('2026-11-20', paid(second, { amount: rupiah(42_000_001) })),
      stray,
    ];
    const { proof, net } = proofOf([first, second, third], entries);
    expect(proof).toMatchObject({ state: 'differs', notInBooks: 42_000_009, notOnStatement: 42_000_000, amountsDiffer: 1 });
    expect(proof.net).toBe(net + proof.notInBooks - proof.notOnStatement + proof.amountsDiffer);
  });
});
