import { InputError } from '#domain/input-error.ts';
import { calculateScholarship } from '#domain/scholarship/calculate-scholarship.ts';
import type { ScholarshipInput } from '#domain/scholarship/scholarship-input.ts';
import { day } from '#domain/time/calendar/day.ts';
import { brief, child, scholarship, years } from './children.ts';

function refusal(input: ScholarshipInput): unknown {
  try {
    calculateScholarship(input);
  } catch (error) {
    if (error instanceof InputError) return [error.code, error.field, error.message];
    throw error;
  }
  return undefined;
}

test('a child listed twice is refused', () => {
  expect(refusal(scholarship([child('a'), child('b'), child('a')]))).toEqual(['invalid-input', 'children.2.id', 'a tercantum dua kali.']);
});

test('a school year told twice is refused', () => {
  const children = [child('a'), child('b', { schooling: [...years(2026, 'sd', 'sd'), ...years(2026, 'smp')] })];
  expect(refusal(scholarship(children))).toEqual(['invalid-input', 'children.1.schooling.2.schoolYear', '2026 tercantum dua kali.']);
});

test('a school year asked for twice is refused', () => {
  const input = scholarship([child('a')], { schoolYears: [2026, 2027, 2026] });
  expect(refusal(input)).toEqual(['invalid-input', 'schoolYears.2', '2026 tercantum dua kali.']);
});

test('the first year that can be asked for is the one that ran on the day of the event', () => {
  const input = scholarship([child('a')], { schoolYears: [2026, 2024] });
  expect(refusal(input)).toEqual(['invalid-input', 'schoolYears.1', 'Tahun ajaran 2024 di luar 2025 (tahun peristiwa) sampai 9998.']);
  expect(refusal({ ...input, schoolYears: [2025] })).toBeUndefined();
});

test.each([
  ['2026-06-30', undefined],
  ['2026-07-01', 'schoolYears.0'],
])('with an event on %s the year from July 2025 is refused in field %s', (eventOn, field) => {
  const answer = refusal(scholarship([child('a')], { eventOn: day(eventOn), schoolYears: [2025] })) as string[] | undefined;
  expect(answer?.[1]).toBe(field);
});

test('a year beyond the calendar is refused', () => {
  const answer = (year: number) => refusal(scholarship([child('a')], { schoolYears: [year] })) as string[] | undefined;
  expect(answer(9999)?.[1]).toBe('schoolYears.0');
  expect(answer(9998)).toBeUndefined();
});

test.each([
  [2, 29],
  [13, 1],
  [4, 31],
  [0, 1],
])('a school year cannot begin on month %i day %i', (startMonth, startDay) => {
  const input = scholarship([child('a')], { switches: { 'scholarship.year': { startMonth, startDay } } });
  expect(refusal(input)).toEqual(['invalid-input', 'switches.scholarship.year', 'Hari pertama tahun ajaran harus ada di setiap tahun.']);
});

test.each(['years:', 'years:1.5', 'years:-1', 'xyears:1'])('a limit of back pay that reads %s is refused', (backPay) => {
  const input = scholarship([child('a')], { switches: { 'scholarship.backPay': backPay as 'unlimited' } });
  const message = 'Harus unlimited atau years:n dengan n bilangan bulat.';
  expect(refusal(input)).toEqual(['invalid-input', 'switches.scholarship.backPay', message]);
});

test('an event before the first rule pack is refused', () => {
  expect((refusal(scholarship([child('a')], { eventOn: day('2015-06-30') })) as string[])[1]).toBe('eventOn');
});

test('the input is left as it was given', () => {
  const input = scholarship([child('b'), child('a', { birthDate: day('2010-01-01') })], { schoolYears: [2027, 2026] });
  const before = structuredClone(input);
  calculateScholarship(input);
  expect(input).toEqual(before);
});

test('nothing asked for is nothing due', () => {
  expect(calculateScholarship(scholarship([child('a')], { schoolYears: [] }))).toMatchObject({ lines: [], total: 0 });
  expect(brief(scholarship([]))).toEqual([]);
});
