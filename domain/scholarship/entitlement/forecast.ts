import { ALL_PACKS } from '#domain/law/rules/choose-pack.ts';
import type { RulePack } from '#domain/law/rules/pack.ts';
import { type Rupiah, sumRupiah, ZERO_RUPIAH } from '#domain/money/money.ts';
import { planCareer } from '#domain/scholarship/career.ts';
import { catchUp } from '#domain/scholarship/catch-up.ts';
import { lastYearOf } from '#domain/scholarship/liability-forecast.ts';
import { firstDayOf, schoolYearOn } from '#domain/scholarship/school-year.ts';
import { openTerms } from '#domain/scholarship/terms.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { type AmountChange, packsFor } from './amount-changes.ts';
import { findObstacle, firstYearOf, isOver, rightOf, yearStart } from './judge.ts';
import { type Entitlement, isAlive, lineOf } from './state.ts';

export type YearAmount = { readonly schoolYear: number; readonly amount: Rupiah };

type Sums = {
  readonly paid: Rupiah;
  /** Ordered, and not known to have arrived. */
  readonly leaving: Rupiah;
  /** Of `total`: school years that are over, which a late proof would still have paid. */
  readonly missed: Rupiah;
  readonly total: Rupiah;
};
/** `years`: only those in which something may fall due. */
export type EntitlementForecast = Sums & { readonly id: string; readonly years: readonly YearAmount[] };
/** `byYear`: every year from the first to the last possible one. */
export type TotalForecast = Sums & { readonly entitlements: readonly EntitlementForecast[]; readonly byYear: readonly YearAmount[] };

/** The most that may still fall due to one child to the last possible school year, if every proof arrives, also those that are late. */
export function forecastOf(one: Entitlement, today: Day, changes: readonly AmountChange[]): EntitlementForecast {
  const start = yearStart(one);
  const running = schoolYearOn(today, start);
  const isEnded = isOver(one, today, changes);
  const isOpen = (schoolYear: number): boolean =>
    isWaitedFor(one, schoolYear) && (schoolYear < running ? findObstacle(one, schoolYear, today, changes) === undefined : !isEnded);
  const years = planned(one, isOpen, ALL_PACKS).map(({ schoolYear, amount }): YearAmount => {
    const packs = packsFor(one.eventOn, firstDayOf(schoolYear, start), changes);
    const inForce = changes.length === 0 ? undefined : planned(one, isOpen, packs).find((year) => year.schoolYear === schoolYear);
    return { schoolYear, amount: inForce?.amount ?? amount };
  });
  const ordered = (isPaid: boolean) =>
    sumRupiah(
      one.years.filter((line) => isAlive(line) && (line.state === 'paid') === isPaid).flatMap(({ payout }) => payout?.amount ?? []),
    );
  const missed = amounts(years.filter(({ schoolYear }) => schoolYear < running));
  return { id: one.id, paid: ordered(true), leaving: ordered(false), years, missed, total: amounts(years) };
}

export function totalForecast(entitlements: readonly EntitlementForecast[]): TotalForecast {
  const owed = new Map<number, Rupiah>();
  for (const { schoolYear, amount } of entitlements.flatMap(({ years }) => years)) {
    owed.set(schoolYear, sumRupiah([owed.get(schoolYear) ?? ZERO_RUPIAH, amount]));
  }
  const [first, last] = [Math.min(...owed.keys()), Math.max(...owed.keys())];
  const span = Array.from({ length: owed.size === 0 ? 0 : last - first + 1 }, (_, index) => first + index);
  const sum = (part: keyof Sums): Rupiah => sumRupiah(entitlements.map((one) => one[part]));
  return {
    entitlements,
    byYear: span.map((schoolYear) => ({ schoolYear, amount: owed.get(schoolYear) ?? ZERO_RUPIAH })),
    paid: sum('paid'),
    leaving: sum('leaving'),
    missed: sum('missed'),
    total: sum('total'),
  };
}

/** Paid or leaving is no longer owed; a child who left school is not reckoned with until a proof says otherwise. */
function isWaitedFor(one: Entitlement, schoolYear: number): boolean {
  const line = lineOf(one, schoolYear);
  if (one.leftSchoolFrom !== undefined && one.leftSchoolFrom <= schoolYear) return false;
  return line === undefined || !isAlive(line);
}

/** What was paid uses up its level first. Each year will be the year of its own claim, so no limit of back pay is left to apply. */
function planned(one: Entitlement, isOpen: (schoolYear: number) => boolean, packs: readonly RulePack[]): readonly YearAmount[] {
  const right = rightOf(one);
  const terms = openTerms({ ...right, switches: { ...right.switches, 'scholarship.backPay': 'unlimited' } }, packs);
  const first = firstYearOf(one);
  const last = Math.max(lastYearOf(one.birthDate, terms), ...one.years.map(({ schoolYear }) => schoolYear));
  const span = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const paid = one.years.filter(isAlive).map(({ schoolYear }) => ({ child: one.childId, schoolYear }));
  const isKnown = new Set(paid.map(({ schoolYear }) => schoolYear));
  const children = right.children.map((child) => {
    const { schooling, ...rest } = planCareer(child, span, terms.switches['scholarship.year']);
    return { ...rest, schooling: schooling.map((year) => ({ ...year, proof: isKnown.has(year.schoolYear) || isOpen(year.schoolYear) })) };
  });
  const { payable } = catchUp({ ...terms.right, children }, last, paid, packs);
  return payable.map(({ schoolYear, amount }) => ({ schoolYear, amount }));
}

function amounts(years: readonly YearAmount[]): Rupiah {
  return sumRupiah(years.map(({ amount }) => amount));
}
