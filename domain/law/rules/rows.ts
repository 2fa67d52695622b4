import { rupiah } from '#domain/money/money.ts';
import type { Certainty } from './explanation.ts';
import type { AmountRow, CountRow, RateRow, ScholarshipLevel, ScholarshipLevelRow } from './pack.ts';

/** Row builders for packs: one line of the table is one line of the file. */
export function amountRow(amount: number, source: string, certainty: Certainty): AmountRow {
  return { amount: rupiah(amount), source, certainty };
}

export function countRow(count: number, source: string, certainty: Certainty): CountRow {
  return { count, source, certainty };
}

export function rateRow(basisPoints: number, source: string, certainty: Certainty): RateRow {
  return { basisPoints, source, certainty };
}

export function levelRow(
  level: ScholarshipLevel,
  amountPerYear: number,
  maxYears: number,
  source: string,
  certainty: Certainty,
): ScholarshipLevelRow {
  return { level, amountPerYear: rupiah(amountPerYear), maxYears, source, certainty };
}
