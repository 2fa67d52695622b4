import { ALL_PACKS } from '#domain/law/rules/choose-pack.ts';
import type { RulePack } from '#domain/law/rules/pack.ts';
import { type Rupiah, sumRupiah } from '#domain/money/money.ts';
import { addDays, type Day } from '#domain/time/calendar/day.ts';
import { calculateScholarship } from './calculate-scholarship.ts';
import { planCareer } from './career.ts';
import { inLegalOrder, selectChildren } from './entitled-children.ts';
import type { ScholarshipChild, ScholarshipLine, ScholarshipRight } from './scholarship-input.ts';
import { birthdayAt, schoolYearOn } from './school-year.ts';
import { openTerms, type Terms } from './terms.ts';

export type ChildForecast = {
  readonly child: string;
  /** The last one that begins before the final birthday; null for a child who is not covered. */
  readonly lastSchoolYear: number | null;
  /** Due lines only. */
  readonly lines: readonly ScholarshipLine[];
  readonly total: Rupiah;
};

export type Forecast = {
  /** In legal order. */
  readonly children: readonly ChildForecast[];
  /** Every year up to the last possible one of any child, also those in which nothing falls due. */
  readonly byYear: readonly { readonly schoolYear: number; readonly amount: Rupiah }[];
  readonly total: Rupiah;
};

/**
 * The most that may fall due from `fromYear` on (the year of the event when left out), if every covered child goes on
 * with school and every proof arrives. Missed years before `fromYear` are a matter of `catchUp`.
 */
export function liabilityForecast(right: ScholarshipRight, fromYear?: number, packs: readonly RulePack[] = ALL_PACKS): Forecast {
  const terms = openTerms(right, packs);
  const lastYears = findLastYears(terms);
  const firstYear = schoolYearOn(right.eventOn, terms.switches['scholarship.year']);
  const schoolYears = yearsFrom(Math.max(firstYear, fromYear ?? firstYear), Math.max(...lastYears.values()));
  const { lines, total } = calculateScholarship({ ...planRight(terms, lastYears, schoolYears), schoolYears }, packs);
  return {
    children: inLegalOrder(terms).map(({ id }) => {
      const own = lines.filter((line) => line.child === id && line.state === 'due');
      return { child: id, lastSchoolYear: lastYears.get(id) ?? null, lines: own, total: sumAmounts(own) };
    }),
    byYear: schoolYears.map((schoolYear) => ({ schoolYear, amount: sumAmounts(lines.filter((line) => line.schoolYear === schoolYear)) })),
    total,
  };
}

function findLastYears(terms: Terms): Map<string, number> {
  const { covered } = selectChildren(terms);
  const children = terms.right.children.filter((child) => covered.includes(child.id));
  return new Map(children.map((child) => [child.id, lastYearOf(child.birthDate, terms)]));
}

/** The last school year that begins before the final birthday. */
export function lastYearOf(birthDate: Day, { rules, switches }: Terms): number {
  return schoolYearOn(addDays(birthdayAt(birthDate, rules.endAge.count), -1), switches['scholarship.year']);
}

/** Each planned year will be the year of its own claim, so no limit of back pay applies. Who is not covered is left as told. */
function planRight({ right, switches }: Terms, lastYears: ReadonlyMap<string, number>, schoolYears: readonly number[]): ScholarshipRight {
  const plan = (child: ScholarshipChild) => planCareer(child, schoolYears, switches['scholarship.year']);
  return {
    ...right,
    switches: { ...right.switches, 'scholarship.backPay': 'unlimited' },
    children: right.children.map((child) => (lastYears.has(child.id) ? plan(child) : child)),
  };
}

function yearsFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function sumAmounts(lines: readonly ScholarshipLine[]): Rupiah {
  return sumRupiah(lines.map((line) => line.amount));
}
