import { ALL_PACKS } from '#domain/law/rules/choose-pack.ts';
import type { RulePack } from '#domain/law/rules/pack.ts';
import { fractionOf, type Rupiah, sumRupiah, ZERO_RUPIAH } from '#domain/money/money.ts';
import { daysBetween } from '#domain/time/calendar/day.ts';
import { checkYearsAsked } from './check-input.ts';
import { hasReachedEndAge, inLegalOrder, selectChildren } from './entitled-children.ts';
import { explainLine, explainSelection } from './explain-scholarship.ts';
import { findReason, type Ledger, yearOnRecord } from './judge-year.ts';
import type { ScholarshipChild, ScholarshipInput, ScholarshipLine, ScholarshipResult, Schooling } from './scholarship-input.ts';
import { birthdayAt, firstDayOf } from './school-year.ts';
import { levelTerms, openTerms, type Terms } from './terms.ts';

/** One line per child and school year asked for: children in legal order, years ascending. Throws an InputError for what does not fit. */
export function calculateScholarship(input: ScholarshipInput, packs: readonly RulePack[] = ALL_PACKS): ScholarshipResult {
  const terms = openTerms(input, packs);
  checkYearsAsked(input, terms.switches['scholarship.year']);
  const ledger: Ledger = { ...terms, selection: selectChildren(terms), claimYear: Math.max(...input.schoolYears) };
  const years = [...input.schoolYears].sort((a, b) => a - b);
  const lines = inLegalOrder(terms).flatMap((child) => years.map((schoolYear) => lineOf(child, schoolYear, ledger)));
  return {
    lines,
    total: sumRupiah(lines.map((line) => line.amount)),
    explanation: [...terms.explanation, explainSelection(ledger), ...lines.map((line) => explainLine(line, ledger))],
  };
}

function lineOf(child: ScholarshipChild, schoolYear: number, ledger: Ledger): ScholarshipLine {
  const year = yearOnRecord(child, schoolYear);
  const reason = findReason(child, schoolYear, ledger);
  const subject = { child: child.id, schoolYear };
  if (year === undefined) return { ...subject, state: 'notDue', amount: ZERO_RUPIAH, ...(reason && { reason }) };
  if (reason !== undefined) return { ...subject, state: 'notDue', level: year.level, amount: ZERO_RUPIAH, reason };
  return { ...subject, state: 'due', level: year.level, amount: amountOf(child, year, ledger) };
}

/** With `proRata` the year of the last birthday is paid by the days before it; otherwise a year begun in time is paid whole. */
function amountOf(child: ScholarshipChild, { schoolYear, level }: Schooling, terms: Terms): Rupiah {
  const { rules, switches } = terms;
  const { amount } = levelTerms(level, rules);
  const firstDay = firstDayOf(schoolYear, switches['scholarship.year']);
  const nextFirstDay = firstDayOf(schoolYear + 1, switches['scholarship.year']);
  if (switches['scholarship.endsAt23'] === 'lineBeforeBirthday' || !hasReachedEndAge(child, nextFirstDay, terms)) return amount;
  const lastBirthday = birthdayAt(child.birthDate, rules.endAge.count);
  return fractionOf(amount, daysBetween(firstDay, lastBirthday), daysBetween(firstDay, nextFirstDay));
}
