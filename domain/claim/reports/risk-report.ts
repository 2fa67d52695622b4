import type { RupiahAtRisk } from './at-risk.ts';

export type RiskRow = {
  readonly group: string;
  readonly claims: number;
  readonly soon: number;
  readonly late: number;
  /** Claims whose deadline or amount nobody can calculate yet: loud, never counted as fine. */
  readonly unknown: number;
  readonly unpaid: number;
  readonly compensation: number;
  readonly atRisk: number;
};
export type RiskReport = { readonly rows: readonly RiskRow[]; readonly total: RiskRow };

type Grouped = { readonly group: string; readonly risk: RupiahAtRisk };

/** The most at risk first; every column of the rows sums to the total. */
export function riskReport(claims: readonly Grouped[]): RiskReport {
  const groups = Map.groupBy(claims, ({ group }) => group);
  const rows = [...groups].map(([group, list]) => toRow(group, list));
  return { rows: rows.toSorted((a, b) => b.atRisk - a.atRisk || (a.group < b.group ? -1 : 1)), total: toRow('total', claims) };
}

function toRow(group: string, list: readonly Grouped[]): RiskRow {
  const count = (is: (risk: RupiahAtRisk) => boolean): number => list.filter(({ risk }) => is(risk)).length;
  const sum = (of: 'unpaid' | 'compensation' | 'atRisk'): number => list.reduce((total, { risk }) => total + risk[of], 0);
  return {
    group,
    claims: list.length,
    soon: count(({ standing }) => standing === 'soon'),
    late: count(({ standing }) => standing === 'late'),
    unknown: count(({ standing, basis }) => standing === 'unknown' || basis === 'unknown'),
    unpaid: sum('unpaid'),
    compensation: sum('compensation'),
    atRisk: sum('atRisk'),
  };
}
