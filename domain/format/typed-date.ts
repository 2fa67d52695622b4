import { type Day, parseDay } from '#domain/time/calendar/day.ts';
import { MONTHS } from './date.ts';

/** What people write for a month beside its name: short forms and old spelling. */
const MONTH_WORDS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb', 'pebruari'],
  ['mar', 'mrt'],
  ['apr'],
  ['mei'],
  ['jun'],
  ['jul'],
  ['agu', 'agt', 'ags', 'agust'],
  ['sep', 'sept'],
  ['okt'],
  ['nov', 'nop', 'nopember'],
  ['des'],
];

const ISO = /^\d{4}-\d{2}-\d{2}$/;
const NUMBERS = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})$/;
const WRITTEN = /^(\d{1,2})[\s./-]*([a-z]+)\.?[\s./-]*(\d{4})$/;
/** `Kupang, 12-08-1985`: the place in front of a birth date. */
const PLACE = /^[^\d]*?,\s*(?=\d)/;

export type TypedDate = { readonly day: Day } | { readonly problem: string };

const SHAPES = 'Tulis seperti 2026-03-27, 27-03-2026 atau 27 Maret 2026.';

/**
 * A date as people here type it, day first: `12-08-1985`, `31 Desember 1985`, `3 Nop 2026`, `Kupang, 12-08-1985`; also our own
 * `2026-03-27`. Nothing is guessed: two-digit years, and month first, are refused with a sentence.
 */
export function readTypedDate(text: string): TypedDate {
  const typed = text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase().replace(PLACE, '');
  const iso = parseDay(typed);
  if (iso !== undefined) return { day: iso };
  if (ISO.test(typed)) return { problem: `Tanggal ini tidak ada. ${SHAPES}` };
  const numbers = NUMBERS.exec(typed);
  if (numbers) return fromParts(numbers[4], Number(numbers[3]), Number(numbers[1]));
  const written = WRITTEN.exec(typed);
  if (!written) return { problem: /[/.-]\d{2}$/.test(typed) ? `Tahun harus empat angka. ${SHAPES}` : `Bukan tanggal. ${SHAPES}` };
  const month = monthNamed(written[2] ?? '');
  return month === 0 ? { problem: `Nama bulan tidak dikenal. ${SHAPES}` } : fromParts(written[3], month, Number(written[1]));
}

/** The same where only the day matters. */
export function parseTypedDate(text: string): Day | undefined {
  const read = readTypedDate(text);
  return 'day' in read ? read.day : undefined;
}

function fromParts(year: string | undefined, month: number, dayOfMonth: number): TypedDate {
  const day = parseDay(`${year}-${pad2(month)}-${pad2(dayOfMonth)}`);
  if (day !== undefined) return { day };
  // A spreadsheet in English turns days and months about: which of two days is meant nobody can tell from one that fits by chance.
  if (month > 12 && dayOfMonth <= 12) return { problem: `Bulan ditulis lebih dahulu? Hari harus di depan. ${SHAPES}` };
  return { problem: `Tanggal ini tidak ada. ${SHAPES}` };
}

/** 1 to 12; 0 when no month is called so. */
function monthNamed(name: string): number {
  return MONTHS.findIndex((month, index) => month.toLowerCase() === name || MONTH_WORDS[index]?.includes(name)) + 1;
}

function pad2(value: number): string {
  return String(value).padStart(2, '0');
}
