import fc from 'fast-check';
import { fromEpochDay } from '#domain/time/calendar/day.ts';
import { instant, toIso } from '#domain/time/calendar/instant.ts';
import { BasisPoints, DayText, InstantText, listOf, MonthText, OpaqueId, RupiahAmount, WholeNumber } from '#schemas/primitives.ts';

const accepts = (shape: { safeParse: (value: unknown) => { success: boolean } }, value: unknown): boolean => shape.safeParse(value).success;

test('every real day between the years 1000 and 9998 is read as itself', () => {
  fc.assert(fc.property(fc.integer({ min: -354_285, max: 2_932_530 }).map(fromEpochDay), (day) => DayText.parse(day) === day));
});

test('the first and the last day that can be calculated with are accepted, their neighbours are not', () => {
  expect(['0999-12-31', '1000-01-01', '9998-12-31', '9999-01-01'].map((day) => accepts(DayText, day))).toEqual([false, true, true, false]);
  expect(['0999-12-31T23:59:59Z', '1000-01-01T00:00:00Z'].map((at) => accepts(InstantText, at))).toEqual([false, true]);
  expect(['9998-12-31T23:59:59Z', '9999-01-01T00:00:00Z'].map((at) => accepts(InstantText, at))).toEqual([true, false]);
});

test('an instant is read as the milliseconds it means', () => {
  expect(InstantText.parse('2026-03-27T08:00:00Z')).toBe(instant('2026-03-27T08:00:00Z'));
  fc.assert(fc.property(fc.integer({ min: -3e13, max: 2.5e14 }), (at) => InstantText.parse(toIso(at)) === at));
});

test('no text but the agreed one is a day, a month or an instant', () => {
  fc.assert(fc.property(fc.string(), (text) => !accepts(DayText, text) && !accepts(MonthText, text) && !accepts(InstantText, text)));
});

test('a month has two digits, from 01 to 12', () => {
  expect(['2026-01', '2026-12', '2026-00', '2026-13', '2026-1', '0026-01'].map((month) => accepts(MonthText, month))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('counts and rupiah are whole, not negative, and exactly representable', () => {
  for (const shape of [WholeNumber, RupiahAmount]) {
    expect([0, 1, 9_007_199_254_740_991].map((value) => accepts(shape, value))).toEqual([true, true, true]);
    expect([-1, 0.5, 9_007_199_254_740_992, Number.NaN, '1', null].some((value) => accepts(shape, value))).toBe(false);
  }
});

test('basis points end at one hundred percent', () => {
  expect([0, 10_000, 10_001, -1].map((value) => accepts(BasisPoints, value))).toEqual([true, true, false, false]);
});

test('an id is a text that is not empty and not a novel', () => {
  expect(['a', 'x'.repeat(200), '', 'x'.repeat(201), 7].map((id) => accepts(OpaqueId, id))).toEqual([true, true, false, false, false]);
});

test('a list has a bound', () => {
  expect(
    [
      [1, 2],
      [1, 2, 3],
    ].map((list) => accepts(listOf(WholeNumber, 2), list)),
  ).toEqual([true, false]);
});
