import { InputError } from '#domain/input-error.ts';
import type { BackPay, SchoolYearStart } from '#domain/law/rules/switches.ts';
import type { ScholarshipInput, ScholarshipRight } from './scholarship-input.ts';
import { schoolYearOn } from './school-year.ts';

/** The year after it still has four digits. */
export const LAST_SCHOOL_YEAR = 9998;

/** Refuses what would pay a year twice, or pay a year that had ended before the event. */
export function checkYearsAsked({ schoolYears, eventOn }: ScholarshipInput, start: SchoolYearStart): void {
  refuseRepeats(schoolYears, (index) => `schoolYears.${index}`);
  const first = schoolYearOn(eventOn, start);
  const outside = schoolYears.findIndex((year) => year < first || year > LAST_SCHOOL_YEAR);
  if (outside >= 0) {
    const message = `Tahun ajaran ${schoolYears[outside]} di luar ${first} (tahun peristiwa) sampai ${LAST_SCHOOL_YEAR}.`;
    throw new InputError('invalid-input', `schoolYears.${outside}`, message);
  }
}

/** A limit that cannot be read would otherwise be none. */
export function checkBackPay(backPay: BackPay): void {
  if (backPay === 'unlimited' || /^years:\d+$/.test(backPay)) return;
  throw new InputError('invalid-input', 'switches.scholarship.backPay', 'Harus unlimited atau years:n dengan n bilangan bulat.');
}

export function checkChildren({ children }: ScholarshipRight): void {
  const ids = children.map((child) => child.id);
  refuseRepeats(ids, (index) => `children.${index}.id`);
  children.forEach((child, position) => {
    const years = child.schooling.map((year) => year.schoolYear);
    refuseRepeats(years, (index) => `children.${position}.schooling.${index}.schoolYear`);
  });
}

function refuseRepeats(values: readonly (string | number)[], fieldOf: (index: number) => string): void {
  const repeat = values.findIndex((value, index) => values.indexOf(value) < index);
  if (repeat >= 0) throw new InputError('invalid-input', fieldOf(repeat), `${values[repeat]} tercantum dua kali.`);
}
