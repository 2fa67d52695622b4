import { InputError } from '#domain/input-error.ts';
import { ALL_PACKS } from '#domain/law/rules/choose-pack.ts';
import type { RulePack, ScholarshipLevel } from '#domain/law/rules/pack.ts';
import { type Rupiah, sumRupiah } from '#domain/money/money.ts';
import { calculateScholarship } from './calculate-scholarship.ts';
import { yearOnRecord } from './judge-year.ts';
import type { ScholarshipLine, ScholarshipRight } from './scholarship-input.ts';
import { schoolYearOn } from './school-year.ts';
import { levelTerms, openTerms, sharesYears, type Terms } from './terms.ts';

export type PaidYear = { readonly child: string; readonly schoolYear: number };

export type CatchUp = {
  readonly payable: readonly ScholarshipLine[];
  /** Would be payable if the year's proof arrived. */
  readonly awaitingProof: readonly ScholarshipLine[];
  readonly total: Rupiah;
};

/**
 * Missed years, from the year of the event through `throughYear`, that were not paid and can still be. What was paid uses up
 * its level first, so a proof that arrives out of turn never pays a level beyond its years.
 */
export function catchUp(
  right: ScholarshipRight,
  throughYear: number,
  paid: readonly PaidYear[],
  packs: readonly RulePack[] = ALL_PACKS,
): CatchUp {
  const terms = openTerms(right, packs);
  const used = paid.map((year, index) => ({ ...year, level: paidLevel(year, index, right) }));
  const unpaid = unpaidLines(terms, throughYear, paid, packs);
  const payable: ScholarshipLine[] = [];
  const fits = ({ child, level }: ScholarshipLine) => level !== undefined && !isUsedUp(child, level, [...used, ...payable], terms);
  for (const line of unpaid) if (line.state === 'due' && fits(line)) payable.push(line);
  const awaitingProof = unpaid.filter((line) => line.reason === 'no-proof-yet' && fits(line));
  return { payable, awaitingProof, total: sumRupiah(payable.map((line) => line.amount)) };
}

function unpaidLines({ right, switches }: Terms, throughYear: number, paid: readonly PaidYear[], packs: readonly RulePack[]) {
  const first = schoolYearOn(right.eventOn, switches['scholarship.year']);
  const schoolYears = Array.from({ length: Math.max(0, throughYear - first + 1) }, (_, index) => first + index);
  const { lines } = calculateScholarship({ ...right, schoolYears }, packs);
  return lines.filter((line) => !paid.some(({ child, schoolYear }) => child === line.child && schoolYear === line.schoolYear));
}

function isUsedUp(
  child: string,
  level: ScholarshipLevel,
  settled: readonly { readonly child: string; readonly level?: ScholarshipLevel }[],
  { rules }: Terms,
): boolean {
  const years = settled.filter((year) => year.child === child && year.level !== undefined && sharesYears(year.level, level, rules));
  return years.length >= levelTerms(level, rules).maxYears;
}

function paidLevel({ child, schoolYear }: PaidYear, index: number, { children }: ScholarshipRight): ScholarshipLevel {
  const person = children.find(({ id }) => id === child);
  const year = person && yearOnRecord(person, schoolYear);
  if (year === undefined) {
    throw new InputError('invalid-input', `paid.${index}`, `Tahun ajaran ${schoolYear} anak ${child} tidak ada dalam catatan sekolah.`);
  }
  return year.level;
}
