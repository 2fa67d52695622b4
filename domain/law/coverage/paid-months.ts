import { InputError } from '#domain/input-error.ts';
import { discountOn } from '#domain/law/rules/contributions.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { MembershipRecord } from './coverage-types.ts';
import { firstDayOf, type MonthIndex, parseMonth } from './month.ts';

export function readPaidMonths(paidMonths: readonly string[]): ReadonlySet<MonthIndex> {
  const months = new Set<MonthIndex>();
  for (const [index, text] of paidMonths.entries()) {
    const month = parseMonth(text);
    if (month === undefined) {
      throw new InputError('invalid-input', `paidMonths.${index}`, `Bukan bulan: "${text}". Tulis sebagai TTTT-BB, misalnya 2026-05.`);
    }
    months.add(month);
  }
  return months;
}

/** Consecutive unpaid months that end with the month before `current`; the current month is not yet owed, nor one before the start. */
export function countUnpaid(paid: ReadonlySet<MonthIndex>, start: MonthIndex, current: MonthIndex): number {
  let month = current - 1;
  while (month >= start && !paid.has(month)) month -= 1;
  return Math.max(0, current - 1 - month);
}

export type MonthRange = { readonly from: MonthIndex; readonly to: MonthIndex };

/** Paid months of the range; where a discounted month counts half, only whole months are counted. */
export function countContributions(
  paid: ReadonlySet<MonthIndex>,
  { from, to }: MonthRange,
  record: MembershipRecord,
  reading: Switches['coverage.discountedMonthCounts'],
): number {
  let halves = 0;
  for (const month of paid) {
    if (month >= from && month <= to) halves += reading === 'half' && isDiscounted(month, record) ? 1 : 2;
  }
  return Math.floor(halves / 2);
}

export function hasDiscountedMonth(paid: ReadonlySet<MonthIndex>, { from, to }: MonthRange, record: MembershipRecord): boolean {
  return [...paid].some((month) => month >= from && month <= to && isDiscounted(month, record));
}

function isDiscounted(month: MonthIndex, { segment, payer, sector }: MembershipRecord): boolean {
  if (segment !== 'BPU') return false;
  const contributor = { publiclyFunded: payer === 'government', ...(sector ? { sector } : {}) };
  return discountOn(firstDayOf(month), contributor) !== undefined;
}
