import type { Day } from '#domain/calendar/day.ts';
import { type Rupiah, sumRupiah } from '#domain/money.ts';
import { ALL_PACKS } from '#domain/rules/choose-pack.ts';
import type { RulePack } from '#domain/rules/pack.ts';
import { liabilityForecast } from '#domain/scholarship/liability-forecast.ts';
import { firstDayOf, schoolYearOn } from '#domain/scholarship/school-year.ts';
import { type AmountChange, packsFor } from './amount-changes.ts';
import { firstYearOf, isOver, rightOf, yearStart } from './judge.ts';
import { type Entitlement, isAlive, lineOf } from './state.ts';

export type YearAmount = { readonly schoolYear: number; readonly amount: Rupiah };
export type EntitlementForecast = {
  readonly id: string;
  readonly paid: Rupiah;
  readonly years: readonly YearAmount[];
  readonly total: Rupiah;
};
export type TotalForecast = {
  readonly entitlements: readonly EntitlementForecast[];
  readonly byYear: readonly YearAmount[];
  readonly paid: Rupiah;
  readonly total: Rupiah;
};

/** The most that may still fall due to one child, from the running school year on, to the last possible one. */
export function forecastOf(one: Entitlement, today: Day, changes: readonly AmountChange[]): EntitlementForecast {
  const start = yearStart(one);
  const fromYear = Math.max(firstYearOf(one), schoolYearOn(today, start));
  const plan = planned(one, fromYear, ALL_PACKS);
  const owed = isOver(one) ? [] : plan.filter(({ schoolYear }) => isOpen(one, schoolYear));
  const years = owed.map(({ schoolYear, amount }): YearAmount => {
    const packs = packsFor(one.eventOn, firstDayOf(schoolYear, start), changes);
    const inForce = changes.length === 0 ? undefined : planned(one, fromYear, packs).find((year) => year.schoolYear === schoolYear);
    return { schoolYear, amount: inForce?.amount ?? amount };
  });
  const paid = sumRupiah(one.years.flatMap(({ state, payout }) => (state === 'paid' && payout ? [payout.amount] : [])));
  return { id: one.id, paid, years, total: sumRupiah(years.map(({ amount }) => amount)) };
}

export function totalForecast(entitlements: readonly EntitlementForecast[]): TotalForecast {
  const all = entitlements.flatMap(({ years }) => years);
  const schoolYears = [...new Set(all.map(({ schoolYear }) => schoolYear))].sort((a, b) => a - b);
  const amountOf = (wanted: number) => sumRupiah(all.filter(({ schoolYear }) => schoolYear === wanted).map(({ amount }) => amount));
  return {
    entitlements,
    byYear: schoolYears.map((schoolYear) => ({ schoolYear, amount: amountOf(schoolYear) })),
    paid: sumRupiah(entitlements.map(({ paid }) => paid)),
    total: sumRupiah(entitlements.map(({ total }) => total)),
  };
}

/** Paid or leaving is no longer owed; a child who left school is not reckoned with until a proof says otherwise. */
function isOpen(one: Entitlement, schoolYear: number): boolean {
  const line = lineOf(one, schoolYear);
  if (one.leftSchoolFrom !== undefined && one.leftSchoolFrom <= schoolYear) return false;
  return line === undefined || !isAlive(line);
}

function planned(one: Entitlement, fromYear: number, packs: readonly RulePack[]): readonly YearAmount[] {
  const { children } = liabilityForecast(rightOf(one), fromYear, packs);
  return children.flatMap(({ lines }) => lines.map(({ schoolYear, amount }) => ({ schoolYear, amount })));
}
