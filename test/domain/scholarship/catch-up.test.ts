import { catchUp } from '#domain/scholarship/catch-up.ts';
import type { ScholarshipChild } from '#domain/scholarship/scholarship-input.ts';
import { child, EVENT_ON, years } from './children.ts';

const right = (children: readonly ScholarshipChild[]) => ({
  programme: 'jkk' as const,
  eventOn: EVENT_ON,
  contributionMonths: 0,
  children,
});
const unproven = (schoolYear: number, level: 'tk' | 'sd' = 'sd') => ({ schoolYear, level, proof: false });
const paid = (...schoolYears: number[]) => schoolYears.map((schoolYear) => ({ child: 'a', schoolYear }));
const yearsOf = (lines: readonly { readonly child: string; readonly schoolYear: number }[]) =>
  lines.map((line) => `${line.child} ${line.schoolYear}`);

describe('missed years', () => {
  test('are paid from the year of the event through the year asked for', () => {
    const pupil = child('a', { schooling: years(2025, 'sd', 'sd', 'sd', 'sd') });
    const { payable, total } = catchUp(right([pupil]), 2027, []);
    expect(yearsOf(payable)).toEqual(['a 2025', 'a 2026', 'a 2027']);
    expect(total).toBe(4_500_000);
  });

  test('that were paid are not paid again', () => {
    const schooling = years(2025, 'sd', 'sd', 'sd');
    const { payable, total } = catchUp(right([child('a', { schooling }), child('b', { schooling })]), 2027, paid(2025, 2027));
    expect(yearsOf(payable)).toEqual(['a 2026', 'b 2025', 'b 2026', 'b 2027']);
    expect(total).toBe(6_000_000);
  });

  test('without proof are waited for', () => {
    const schooling = [unproven(2025), ...years(2026, 'sd')];
    const result = catchUp(right([child('a', { schooling })]), 2027, []);
    expect([yearsOf(result.payable), yearsOf(result.awaitingProof)]).toEqual([['a 2026'], ['a 2025']]);
  });

  test('proof out of turn never pays a level beyond its years', () => {
    const schooling = years(2025, 'tk', 'tk', 'tk');
    expect(catchUp(right([child('a', { schooling })]), 2027, paid(2026, 2027))).toEqual({ payable: [], awaitingProof: [], total: 0 });
    expect(yearsOf(catchUp(right([child('a', { schooling })]), 2027, paid(2027)).payable)).toEqual(['a 2025']);
  });

  test('proof is not asked for where the level has no year left', () => {
    const schooling = [unproven(2025, 'tk'), ...years(2026, 'tk', 'tk')];
    expect(catchUp(right([child('a', { schooling })]), 2027, paid(2026)).awaitingProof).toEqual([]);
    expect(yearsOf(catchUp(right([child('a', { schooling })]), 2026, paid(2026)).awaitingProof)).toEqual(['a 2025']);
  });

  test('years paid at another level or to another child use nothing up', () => {
    const a = child('a', { schooling: years(2025, 'tk', 'tk', 'sd') });
    const b = child('b', { schooling: years(2025, 'tk', 'tk', 'sd') });
    expect(yearsOf(catchUp(right([a, b]), 2027, paid(2025, 2026)).payable)).toEqual(['a 2027', 'b 2025', 'b 2026', 'b 2027']);
  });

  test('a year before the event is none', () => {
    const { payable } = catchUp(right([child('a', { schooling: years(2023, 'sd', 'sd', 'sd') })]), 2024, []);
    expect(payable).toEqual([]);
  });

  test.each([
    ['an unknown child', { child: 'z', schoolYear: 2026 }],
    ['a year not on record', { child: 'a', schoolYear: 2030 }],
  ])('a payment for %s is refused', (_, year) => {
    expect(() => catchUp(right([child('a')]), 2027, [...paid(2026), year])).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        field: 'paid.1',
        message: `Tahun ajaran ${year.schoolYear} anak ${year.child} tidak ada dalam catatan sekolah.`,
      }),
    );
  });
});
