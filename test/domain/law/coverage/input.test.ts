import { InputError } from '#domain/input-error.ts';
import { coverageOn } from '#domain/law/coverage/coverage.ts';
import type { CoverageInput } from '#domain/law/coverage/coverage-types.ts';
import { day } from '#domain/time/calendar/day.ts';
import { record } from './records.ts';

describe('a membership that cannot be judged names its field', () => {
  test.each<[string, CoverageInput, string, string]>([
    ['a thirteenth month', record('01 13'), 'paidMonths.1', 'Bukan bulan: "2026-13". Tulis sebagai TTTT-BB, misalnya 2026-05.'],
    ['a month zero', record('00'), 'paidMonths.0', 'Bukan bulan: "2026-00". Tulis sebagai TTTT-BB, misalnya 2026-05.'],
    ['a day for a month', record('01-05'), 'paidMonths.0', 'Bukan bulan: "2026-01-05". Tulis sebagai TTTT-BB, misalnya 2026-05.'],
    [
      'something before the month',
      record('', { paidMonths: ['x2026-01'] }),
      'paidMonths.0',
      'Bukan bulan: "x2026-01". Tulis sebagai TTTT-BB, misalnya 2026-05.',
    ],
    [
      'a return before the beginning',
      record('01', { lapsedUntilRejoined: day('2026-01-09') }),
      'lapsedUntilRejoined',
      'Hari kembali menjadi peserta mendahului 2026-01-10.',
    ],
    [
      'an event before the first rules',
      record('', { on: day('2015-06-30'), memberSince: day('2015-01-01') }),
      'on',
      'Belum ada paket aturan untuk 2015-06-30; yang pertama, jkm-jkk-2015, berlaku sejak 2015-07-01.',
    ],
  ])('%s', (_title, input, field, message) => {
    const judge = () => coverageOn(input);
    expect(judge).toThrow(InputError);
    expect(judge).toThrow(expect.objectContaining({ code: 'invalid-input', field, message }));
  });

  test('a bad month is refused even before membership began', () => {
    expect(() => coverageOn(record('13', { on: day('2026-01-01') }))).toThrow(InputError);
  });

  test('a return on the very first day is no mistake', () => {
    expect(coverageOn(record('01 02 03 04', { lapsedUntilRejoined: day('2026-01-10') })).membershipMonths).toBe(4);
  });
});
