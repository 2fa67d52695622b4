import { parseDay } from '#domain/time/calendar/day.ts';
import { type Parsed, refuseShape, withoutSeparators } from './parsed.ts';
import { PROVINCE_CODES } from './regions.ts';

export type FamilyCardNumber = {
  readonly familyCardNumber: string;
  readonly regencyCode: string;
};

/** `looks-like-nik`: the date part is a woman's birth date (day + 40), which a recording date never is. */
export const FAMILY_CARD_WARNINGS = ['unknown-province', 'impossible-recording-date', 'looks-like-nik'] as const;
export type FamilyCardWarning = (typeof FAMILY_CARD_WARNINGS)[number];

/** Six digits of region, the date it was recorded (not a birth date, no + 40), four of serial. */
export function parseFamilyCardNumber(text: string, field = 'familyCardNumber'): Parsed<FamilyCardNumber, FamilyCardWarning> {
  const digits = withoutSeparators(text);
  if (!/^\d{16}$/.test(digits)) return refuseShape(field, 'Nomor Kartu Keluarga terdiri dari 16 angka. Tulis ulang sesuai Kartu Keluarga.');
  const [dayOfMonth, month, year] = [Number(digits.slice(6, 8)), digits.slice(8, 10), digits.slice(10, 12)];
  const checks: Record<FamilyCardWarning, boolean> = {
    'unknown-province': !PROVINCE_CODES.has(digits.slice(0, 2)),
    'impossible-recording-date': !isDate(year, month, dayOfMonth),
    'looks-like-nik': isDate(year, month, dayOfMonth - 40),
  };
  return {
    value: { familyCardNumber: digits, regencyCode: digits.slice(0, 4) },
    warnings: FAMILY_CARD_WARNINGS.filter((warning) => checks[warning]),
  };
}

function isDate(year: string, month: string, dayOfMonth: number): boolean {
  return dayOfMonth > 0 && parseDay(`20${year}-${month}-${String(dayOfMonth).padStart(2, '0')}`) !== undefined;
}
