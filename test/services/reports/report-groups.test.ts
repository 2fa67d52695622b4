import fc from 'fast-check';
import type { OrderedTransfer } from '#adapters/mongo/reconciliation-transfers.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { rupiah } from '#domain/money/money.ts';
import { type Movement, movementsOf, paymentsReport } from '#domain/money/reports/payments.ts';
import { REPORT_GROUPS } from '#schemas/http/reconciliations.ts';
import { countedBy, partsOf } from '#services/reports/report-groups.ts';
import { makeTransfer, NOON } from '../../domain/money/reconciliation/days.ts';
import { propertyRuns } from '../../support/property-runs.ts';

const DAY_MS = 86_400_000;
const BRANCHES = new Map([
  ['bpr-contoh/kupang', { institutionId: 'bpr-contoh', branchId: 'kupang', name: 'Kupang', regencyCode: '53.71' } as const],
]);

type Line = OrderedTransfer['order']['lines'][number];
const line = fc.record({
  benefit: fc.constantFrom<Line['benefit']>('jkm.lump', 'jkm.periodic', 'jkm.funeral', 'jkk.death', 'scholarship', 'late.compensation'),
  amount: fc.integer({ min: 1, max: 50_000_000 }).map(rupiah),
});
const someMoney = fc.record({
  lines: fc.array(line, { maxLength: 4 }),
  /** What the transfer carries beyond its lines. */
  gap: fc.integer({ min: 1, max: 1_000 }),
  hasGap: fc.boolean(),
  isBack: fc.boolean(),
  days: fc.integer({ min: -40, max: 40 }),
  programme: fc.constantFrom<'jkm' | 'jkk'>('jkm', 'jkk'),
  institutionId: fc.constantFrom('bpr-contoh', 'ksp-contoh'),
  branchId: fc.constantFrom('kupang', 'ende'),
  payer: fc.constantFrom('self', 'government', 'employer'),
  isKnown: fc.boolean(),
});

function transferOf(money: typeof someMoney extends fc.Arbitrary<infer T> ? T : never, n: number): OrderedTransfer {
  const { lines, gap, hasGap, isBack, days, programme } = money;
  const amount = rupiah(lines.reduce((sum, one) => sum + one.amount, hasGap || lines.length === 0 ? gap : 0));
  const at = NOON + days * DAY_MS;
  const transfer = makeTransfer(n, { amount, confirmedAt: at, ...(isBack ? { word: 'reversed', reversedAt: at + DAY_MS } : {}) });
  const order = { payoutId: transfer.payoutId, issue: 1, programme, payeeClass: 'heirs', personId: 'p', accountRef: 'r' } as const;
  return { ...transfer, order: { ...order, amount, lines, maker: 'petugas-1', checker: 'pemeriksa-1' } };
}

test.each(REPORT_GROUPS)('grouped by %s, every column of the rows adds up to its sum, and payments are counted once', (by) => {
  fc.assert(
    fc.property(fc.array(someMoney, { maxLength: 12 }), (list) => {
      const transfers = list.map(transferOf);
      const orders = new Map(transfers.map((transfer, index) => [transfer.reference, { transfer, money: list[index] }]));
      const groupsOf = ({ transfer, day }: Movement) => {
        const known = orders.get(transfer.reference);
        if (!known?.money) return [];
        const { isKnown, institutionId, branchId, payer } = known.money;
        const claim = { institutionId, branchId, eventOn: '2026-11-01', memberships: [{ memberSince: '2026-01-01', payer }] };
        return partsOf(known.transfer, by, {
          claim: isKnown ? (claim as unknown as ClaimState) : undefined,
          branches: BRANCHES,
          month: day.slice(0, 7),
        });
      };
      for (const period of ['2026-11', '2026']) {
        const movements = movementsOf(transfers, []);
        const { rows, total, payments } = paymentsReport(period, movements, groupsOf, countedBy(by));
        const column = (of: (row: typeof total) => number) => [rows.reduce((sum, row) => sum + of(row), 0), of(total)] as const;
        for (const [sum, told] of [
          column(({ paid }) => paid.amount),
          column(({ paid }) => paid.count),
          column(({ returned }) => returned.amount),
          column(({ returned }) => returned.count),
          column(({ net }) => net),
          column(({ late }) => late),
        ]) {
          expect(sum).toBe(told);
        }
        if (by !== 'benefit') expect(total.paid.count).toBe(payments);
        const late = movements
          .filter(({ day }) => day.startsWith(period))
          .flatMap(({ transfer, direction }) =>
            (orders.get(transfer.reference)?.money?.lines ?? []).map((one) => ({ ...one, sign: direction === 'out' ? 1 : -1 })),
          )
          .reduce((sum, { benefit, amount, sign }) => sum + (benefit === 'late.compensation' ? sign * amount : 0), 0);
        expect(total.late).toBe(late);
      }
    }),
    { numRuns: propertyRuns },
  );
});
