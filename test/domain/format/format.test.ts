import fc from 'fast-check';
import { formatDate, formatLetterDate, formatMonth, formatShortDate } from '#domain/format/date.ts';
import { maskAccount, maskNik, maskPhone } from '#domain/format/mask.ts';
import { formatNumber, formatPercent } from '#domain/format/number.ts';
import { formatRupiah, groupWhileTyping, parseRupiahTyped } from '#domain/format/rupiah.ts';
import { parseTypedDate } from '#domain/format/typed-date.ts';
import { amountInWords, numberInWords } from '#domain/format/words.ts';
import { fromEpochDay } from '#domain/time/calendar/day.ts';

const amounts = fc.integer({ min: 0, max: 999_999_999_999_999 });
const days = fc.integer({ min: -36_500, max: 36_500 }).map(fromEpochDay);

test('an amount we print is understood when it is pasted back', () => {
  fc.assert(fc.property(amounts, (amount) => parseRupiahTyped(formatRupiah(amount)) === amount));
});

test('typing digit by digit shows the same dots as printing', () => {
  fc.assert(fc.property(amounts, (amount) => `Rp${groupWhileTyping(String(amount))}` === formatRupiah(amount)));
});

test('rupiah never carries a space, not even a no-break space', () => {
  fc.assert(fc.property(amounts, (amount) => !/\s/.test(formatRupiah(amount))));
});

test('a date we print is understood when it is typed back', () => {
  fc.assert(fc.property(days, (day) => parseTypedDate(formatDate(day)) === day && parseTypedDate(formatShortDate(day)) === day));
});

test('a date in a letter is the one ICU would write, without its leading zero', () => {
  const icu = new Intl.DateTimeFormat('id-ID', { dateStyle: 'full', timeZone: 'UTC' });
  fc.assert(fc.property(days, (day) => formatLetterDate(day) === icu.format(new Date(`${day}T00:00:00Z`)).replace(', 0', ', ')));
});

test('thousands and decimals stand where ICU would put them', () => {
  const icu = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (hundredths) => formatNumber(hundredths / 100, 2) === icu.format(hundredths / 100)),
  );
});

const WORDS: Record<string, number> = Object.fromEntries(
  'nol satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ').map((word, value) => [word, value]),
);
const SCALES: Record<string, number> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12 };

/** Reads words back one by one: slower than writing them, and written the other way round. */
function readWords(text: string): number {
  const plain = text.replace(/\bse(puluh|belas|ratus|ribu)/g, 'satu $1');
  let [total, group, digit] = [0, 0, 0];
  for (const word of plain.split(' ')) {
    if (word in WORDS) digit = WORDS[word] ?? 0;
    else if (word === 'belas') [group, digit] = [group + 10 + digit, 0];
    else if (word === 'puluh') [group, digit] = [group + 10 * digit, 0];
    else if (word === 'ratus') [group, digit] = [group + 100 * digit, 0];
    else [total, group, digit] = [total + (group + digit) * (SCALES[word] ?? Number.NaN), 0, 0];
  }
  return total + group + digit;
}

test('the words of an amount say the amount, to the last rupiah', () => {
  fc.assert(fc.property(amounts, (amount) => readWords(numberInWords(amount)) === amount));
});

test('words never say "satu ratus", "satu puluh" or a lone "satu ribu"', () => {
  fc.assert(fc.property(amounts, (amount) => !/satu (puluh|belas|ratus)|(^|juta |miliar |triliun )satu ribu/.test(amountInWords(amount))));
});

test('a masked number gives away at most seven of its digits, and fewer than two thirds of them', () => {
  const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));
  const shown = (masked: string): number => masked.replace('+62', '').replace(/\D/g, '').length;
  fc.assert(fc.property(digits(16, 16), (nik) => shown(maskNik(nik)) === 4));
  fc.assert(fc.property(digits(6, 20), (account) => shown(maskAccount(account)) * 2 <= account.length));
  fc.assert(
    fc.property(digits(7, 13), (national) => shown(maskPhone(`+62${national}`)) <= Math.min(7, Math.ceil((national.length * 7) / 9))),
  );
});

test('what is not the number it should be is hidden whole', () => {
  fc.assert(fc.property(fc.string(), (text) => /^\d{6,20}$/.test(text) || maskAccount(text) === '••••'));
  fc.assert(fc.property(fc.string(), (text) => maskPhone(text) === '••••'));
});

test('a fraction of a rupiah is a mistake, not something to round on screen', () => {
  expect(() => formatRupiah(0.5)).toThrow(RangeError);
  expect(() => formatRupiah(Number.NaN)).toThrow(RangeError);
  expect(() => amountInWords(1.5)).toThrow(RangeError);
});

test('words end at 999 triliun and do not start below nothing', () => {
  expect(() => amountInWords(1_000_000_000_000_000)).toThrow(RangeError);
  expect(() => amountInWords(-1)).toThrow(RangeError);
});

test('a month that does not exist has no name', () => {
  expect(() => formatMonth('2026-13')).toThrow(RangeError);
  expect(() => formatMonth('2026-00')).toThrow(RangeError);
});

test('numbers and shares that are none are refused', () => {
  expect(() => formatNumber(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  expect(() => formatPercent(0.5)).toThrow(RangeError);
});
