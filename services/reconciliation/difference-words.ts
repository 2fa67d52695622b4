import type { Difference } from '#domain/money/reconciliation/difference.ts';
import type { LineFault } from '#domain/money/reconciliation/statement.ts';
import type { Totals } from '#domain/money/reconciliation/totals.ts';
import { text } from '#locales/text.ts';

/** What is wrong, in one sentence; of a line that cannot be read also which line and which of its fields. */
export function differenceText({ kind, unreadable }: Pick<Difference, 'kind' | 'unreadable'>): string {
  if (unreadable === undefined) return text(`difference.${kind}`);
  const faults = unreadable.faults.map(faultText).join('; ');
  return text('difference.unreadable-line.which', { line: String(unreadable.line), faults });
}

function faultText({ field, problem, told }: LineFault): string {
  const where = told === undefined ? field : `${field} "${told}"`;
  return text('statement.fault', { where, problem: text(`statement.problem.${problem}`) });
}

export type SumRow = { readonly label: string; readonly amount: number; readonly count?: number; readonly isSum?: boolean };

/** From the opening to the closing balance. What left counts as less. */
export function balanceRows(totals: Totals): readonly SumRow[] {
  const { opening, closing, out, in: into } = totals;
  return [
    { label: openingLabel(totals), amount: opening },
    { label: text('statement.out'), amount: -out.amount, count: out.count },
    { label: text('statement.in'), amount: into.amount, count: into.count },
    ...otherMovements(totals).map((row) => ({ ...row, amount: -row.amount })),
    { label: closingLabel(totals), amount: closing, isSum: true },
  ];
}

/** What moved and is neither payment nor return: without it no form of the proof would add up. */
export function otherMovements({ fees, unreadable }: Totals): readonly Required<Pick<SumRow, 'label' | 'amount' | 'count'>>[] {
  return [
    ...(fees && fees.count > 0 ? [{ label: text('statement.fees'), ...fees }] : []),
    ...(unreadable && unreadable.count > 0
      ? [{ label: withSen(text('statement.unreadable'), unreadable.sen), amount: unreadable.amount, count: unreadable.count }]
      : []),
  ];
}

export function openingLabel({ openingSen }: Totals): string {
  return withSen(text('statement.opening'), openingSen);
}

export function closingLabel({ closingSen }: Totals): string {
  return withSen(text('statement.closing'), closingSen);
}

/** Benefits have no sen, so there is no column for them; a balance with interest may. */
function withSen(label: string, sen: number | undefined): string {
  return sen === undefined ? label : text('statement.withSen', { label, sen: String(sen) });
}
