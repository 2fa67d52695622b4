import { InputError } from '#domain/input-error.ts';
import type { SchoolYearStart } from '#domain/law/rules/switches.ts';
import { addMonths, type Day, makeDay, parseDay, yearOf } from '#domain/time/calendar/day.ts';

/** Not a leap year: a school year cannot start on 29 February. */
const COMMON_YEAR = 2023;

export function checkYearStart({ startMonth, startDay }: SchoolYearStart): void {
  const text = `${COMMON_YEAR}-${String(startMonth).padStart(2, '0')}-${String(startDay).padStart(2, '0')}`;
  if (parseDay(text) === undefined) {
    throw new InputError('invalid-input', 'switches.scholarship.year', 'Hari pertama tahun ajaran harus ada di setiap tahun.');
  }
}

export function firstDayOf(schoolYear: number, { startMonth, startDay }: SchoolYearStart): Day {
  return makeDay(schoolYear, startMonth, startDay);
}

/** The school year that runs on a day. */
export function schoolYearOn(on: Day, start: SchoolYearStart): number {
  return firstDayOf(yearOf(on), start) <= on ? yearOf(on) : yearOf(on) - 1;
}

/** 29 February is clamped to the end of the month. */
export function birthdayAt(birthDate: Day, years: number): Day {
  return addMonths(birthDate, years * 12);
}
