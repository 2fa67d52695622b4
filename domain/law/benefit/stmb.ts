import { cite, type Sourced } from '#domain/law/rules/explanation.ts';
import type { StmbBand } from '#domain/law/rules/pack.ts';
import { fractionOf, type Rupiah, rupiah } from '#domain/money/money.ts';
import { addLine, type PayeeClass, type Sheet } from './lines.ts';

const DAYS_PER_MONTH = 30;

/** Days not able to work, band by band; rounded once at the end of each band, so that the bands can be paid as they end. */
export function addStmb(sheet: Sheet, days: number, wage: Rupiah, bands: readonly StmbBand[], payeeClass: PayeeClass): void {
  let before = 0;
  let total = 0;
  let last: Sourced | undefined;
  for (const band of bands) {
    const end = band.throughMonth === undefined ? days : Math.min(days, band.throughMonth * DAYS_PER_MONTH);
    if (end <= before) break;
    const amount = fractionOf(wage, (end - before) * band.basisPoints, DAYS_PER_MONTH * 10_000);
    sheet.steps.push({
      step: `Tidak mampu bekerja hari ${before + 1}–${end}: ${band.basisPoints / 100}% upah`,
      amount,
      source: cite(band),
    });
    total += amount;
    before = end;
    last = band;
  }
  if (last) addLine(sheet, { benefit: 'jkk.stmb', amount: rupiah(total), payeeClass }, 'Santunan sementara tidak mampu bekerja', last);
}
