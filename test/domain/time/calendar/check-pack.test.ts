import { packProblems, saySame, versionProblem } from '#domain/time/calendar/check-pack.ts';
import { missingYearWarning } from '#domain/time/calendar/coming-year.ts';
import { day } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { NTT_2027 } from '#domain/time/calendar/packs/ntt-2027.ts';

test('the decreed calendar of 2026 has nothing wrong', () => {
  expect(packProblems(NTT_2026)).toEqual([]);
});

const yearSource = (year: number, ...estimated: string[]) => {
  return { year, source: 'SKB', certainty: 'secondary' as const, estimated: estimated.map(day) };
};

describe('a calendar that cannot be', () => {
  test.each<[string, Partial<CalendarPack>, string, string]>([
    ['no year at all', { years: [], holidays: [], jointLeave: [], dayNames: {} }, 'years', 'paling sedikit satu tahun'],
    ['the same year twice', { years: [2026, 2026] }, 'years.1', 'sudah disebut'],
    ['a year without a holiday', { years: [2026, 2027] }, 'years.1', 'menurut SKB tiga menteri'],
    ['a holiday outside its years', { holidays: [day('2026-12-25'), day('2027-01-01')], dayNames: {} }, 'holidays.1', 'di luar tahun'],
    ['a joint-leave day outside its years', { jointLeave: [day('2025-12-26')], dayNames: {} }, 'jointLeave.0', 'di luar tahun'],
    ['a holiday twice', { holidays: [day('2026-12-25'), day('2026-12-25')], dayNames: {} }, 'holidays.1', 'sudah tercantum'],
    ['a holiday that is joint leave as well', { jointLeave: [day('2026-12-25')], dayNames: {} }, 'jointLeave.0', 'sudah tercantum'],
    ['a name for a day that is not free', { dayNames: { '2026-12-23': 'Cuti' } }, 'dayNames.2026-12-23', 'tidak libur'],
    ['closing at opening', { service: { fromMinute: 480, toMinute: 480 } }, 'service.to', 'sesudah jam buka'],
    ['closing before opening', { service: { fromMinute: 960, toMinute: 480 } }, 'service.to', 'sesudah jam buka'],
    ['service beyond midnight', { service: { fromMinute: 480, toMinute: 1_441 } }, 'service', '24:00'],
    ['a source of a year it has not', { yearSources: [yearSource(2027)] }, 'yearSources.0', 'tidak ada di years'],
    ['two sources of one year', { yearSources: [yearSource(2026), yearSource(2026)] }, 'yearSources.1', 'sudah disebut'],
    ['an estimate that is no free day', { yearSources: [yearSource(2026, '2026-03-10')] }, 'yearSources.0.estimated', 'bukan hari libur'],
  ])('%s is named by its field, with the fix', (_what, wrong, field, part) => {
    const problems = packProblems({ ...NTT_2026, ...wrong });
    expect(problems.map((problem) => problem.field)).toEqual([field]);
    expect(problems[0]?.text).toContain(part);
  });

  test('every mistake is named at once', () => {
    const pack = { ...NTT_2026, jointLeave: [day('2025-12-26'), day('2025-12-26')], dayNames: {}, service: { fromMinute: 9, toMinute: 8 } };
    expect(packProblems(pack).map(({ field }) => field)).toEqual(['jointLeave.0', 'jointLeave.1', 'service.to']);
  });
});

describe('a version', () => {
  const next = (version: number) => ({ id: 'ntt', version });
  test.each([
    [1, []],
    [4, [1, 2, 3]],
    [9, [3]],
  ])('%i may follow %j', (version, kept) => {
    expect(versionProblem(next(version), kept)).toBeUndefined();
  });

  test.each([
    [1, [1]],
    [3, [1, 2, 3]],
    [2, [1, 3]],
  ])('%i may not follow %j, not even into a gap', (version, kept) => {
    const problem = versionProblem(next(version), kept);
    expect(problem).toEqual({ field: 'version', text: expect.stringContaining(`Pakai versi ${Math.max(...kept) + 1}.`) });
  });

  test('says the same whatever order its days are written in, and something else with one day less', () => {
    const turned = { ...NTT_2026, holidays: NTT_2026.holidays.toReversed() };
    expect(saySame(NTT_2026, turned)).toBe(true);
    expect(saySame(NTT_2026, { ...NTT_2026, holidays: NTT_2026.holidays.slice(1) })).toBe(false);
    expect(saySame(NTT_2026, { ...NTT_2026, jointLeave: [] })).toBe(false);
  });
});

describe('the next year', () => {
  test('is missing from the first of September on, by the clock of the office, months before a claim needs it', () => {
    expect(missingYearWarning(NTT_2026, instant('2026-08-31T15:59:00Z'))).toBeUndefined();
    const warning = missingYearWarning(NTT_2026, instant('2026-08-31T16:00:00Z'));
    expect(warning).toContain('Kalender kerja tahun 2027 belum ada: NTT 2026 versi 1 memuat 2026.');
    expect(warning).toContain('TIDAK DAPAT DIHITUNG');
  });

  test('after 2027 is 2028, asked for from September 2027 on and not a day before', () => {
    for (const quiet of ['2026-01-01', '2026-12-01', '2026-12-31', '2027-01-04', '2027-08-31'])
      expect(missingYearWarning(NTT_2027, instant(`${quiet}T00:00:00Z`))).toBeUndefined();
    for (const loud of ['2027-09-01', '2027-12-31'])
      expect(missingYearWarning(NTT_2027, instant(`${loud}T00:00:00Z`))).toMatch(
        /^Kalender kerja tahun 2028 belum ada: NTT 2026–2027 versi 1 memuat 2026, 2027\. .* kalender 2028 menurut SKB tiga menteri\.$/,
      );
    expect(missingYearWarning(NTT_2027, instant('2028-09-01T00:00:00Z'))).toContain('Kalender kerja tahun 2028 dan 2029 belum ada');
  });

  test('that has begun without a calendar is named too, in the zone of the office', () => {
    expect(missingYearWarning(NTT_2026, instant('2026-12-31T16:00:00Z'))).toContain('Kalender kerja tahun 2027 belum ada');
    expect(missingYearWarning({ ...NTT_2026, years: [2026, 2027] }, instant('2026-12-31T16:00:00Z'))).toBeUndefined();
  });
});
