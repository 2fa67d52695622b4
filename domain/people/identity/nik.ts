import { type Day, dayOfMonthOf, monthOf, parseDay, yearOf } from '#domain/time/calendar/day.ts';
import { type Parsed, refuseShape, withoutSeparators } from './parsed.ts';
import { isExpectedRegion, PROVINCE_CODES } from './regions.ts';

export type Sex = 'female' | 'male';

export type Nik = {
  readonly nik: string;
  /** Home Affairs code of the regency of *first issue*; it never follows a move. */
  readonly regencyCode: string;
  readonly districtCode: string;
  readonly sex: Sex;
  readonly birthDayOfMonth: number;
  readonly birthMonth: number;
  readonly birthYearOfCentury: number;
  /** Only with a stated birth date: the NIK itself does not say which century. */
  readonly birthDate?: Day;
};

export const NIK_WARNINGS = [
  'unknown-province',
  'region-mismatch',
  'impossible-birth-date',
  'birth-date-mismatch',
  'sex-mismatch',
  'zero-serial',
] as const;
export type NikWarning = (typeof NIK_WARNINGS)[number];

export type StatedPerson = {
  readonly birthDate?: Day;
  readonly sex?: Sex;
  /** Home Affairs code of the regency on the family card. */
  readonly regencyCode?: string;
};

const WOMEN_ADD = 40;

/** A NIK has no check digit and outlives corrections of name, birth date and address: only its shape can be wrong. */
export function parseNik(text: string, stated: StatedPerson = {}, field = 'nik'): Parsed<Nik, NikWarning> {
  const nik = withoutSeparators(text);
  if (!/^\d{16}$/.test(nik)) return refuseShape(field, 'NIK terdiri dari 16 angka. Tulis ulang sesuai KTP.');
  const writtenDay = Number(nik.slice(6, 8));
  const sex = writtenDay > WOMEN_ADD ? 'female' : 'male';
  const value: Nik = {
    nik,
    regencyCode: nik.slice(0, 4),
    districtCode: nik.slice(0, 6),
    sex,
    birthDayOfMonth: sex === 'female' ? writtenDay - WOMEN_ADD : writtenDay,
    birthMonth: Number(nik.slice(8, 10)),
    birthYearOfCentury: Number(nik.slice(10, 12)),
  };
  const birthDate = stated.birthDate === undefined ? undefined : inCenturyOf(value, stated.birthDate);
  return { value: birthDate === undefined ? value : { ...value, birthDate }, warnings: warningsFor(value, stated) };
}

function warningsFor(nik: Nik, stated: StatedPerson): readonly NikWarning[] {
  const checks: Record<NikWarning, boolean> = {
    'unknown-province': !PROVINCE_CODES.has(nik.nik.slice(0, 2)),
    'region-mismatch': stated.regencyCode !== undefined && !isExpectedRegion(nik.regencyCode, stated.regencyCode),
    'impossible-birth-date': !canBeADate(nik),
    'birth-date-mismatch': stated.birthDate !== undefined && !agreesWith(nik, stated.birthDate),
    'sex-mismatch': stated.sex !== undefined && stated.sex !== nik.sex,
    'zero-serial': nik.nik.endsWith('0000'),
  };
  return NIK_WARNINGS.filter((warning) => checks[warning]);
}

function agreesWith(nik: Nik, birthDate: Day): boolean {
  return (
    nik.birthDayOfMonth === dayOfMonthOf(birthDate) &&
    nik.birthMonth === monthOf(birthDate) &&
    nik.birthYearOfCentury === yearOf(birthDate) % 100
  );
}

/** The NIK's own date, in the century that brings it nearest to the stated one. */
function inCenturyOf(nik: Nik, statedBirthDate: Day): Day | undefined {
  const statedYear = yearOf(statedBirthDate);
  const sameCentury = Math.floor(statedYear / 100) * 100 + nik.birthYearOfCentury;
  const years = [sameCentury - 100, sameCentury, sameCentury + 100];
  const nearest = years.reduce((best, year) => (Math.abs(year - statedYear) < Math.abs(best - statedYear) ? year : best));
  return dateIn(nearest, nik);
}

/** 29 February 00 counts: some century has it. */
function canBeADate(nik: Nik): boolean {
  return [1900, 2000].some((century) => dateIn(century + nik.birthYearOfCentury, nik) !== undefined);
}

function dateIn(year: number, { birthMonth, birthDayOfMonth }: Nik): Day | undefined {
  return parseDay(`${year}-${pad2(birthMonth)}-${pad2(birthDayOfMonth)}`);
}

function pad2(value: number): string {
  return String(value).padStart(2, '0');
}
