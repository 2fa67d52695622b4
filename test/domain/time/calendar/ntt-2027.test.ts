import fc from 'fast-check';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { packProblems, saySame } from '#domain/time/calendar/check-pack.ts';
import { weekdayOf } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { estimatedDays } from '#domain/time/calendar/pack.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { NTT_2027 } from '#domain/time/calendar/packs/ntt-2027.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { explainDeadline } from '#domain/time/clock/explain.ts';
import { CalendarFile } from '#schemas/http/calendars.ts';
import { toCalendarFile } from '#services/calendars/calendar-view.ts';
import { propertyRuns } from '../../../support/property-runs.ts';
import { dueOf, ledgerOf, type ViewCase, viewOf, wita } from '../clock/clock-cases.ts';

const inYear = (days: readonly string[], year: number) => days.filter((day) => day.startsWith(`${year}-`));
const dueIn2027 = (given: ViewCase): string => dueOf({ pack: NTT_2027, ...given });

describe('the calendar of NTT for 2026 and 2027', () => {
  test('has the 18 national holidays of the decree of 2027, Isra Mikraj twice', () => {
    const decree = '01-01 01-05 02-06 03-08 03-10 03-11 03-26 03-28 05-01 05-06 05-17 05-20 06-01 06-06 08-15 08-17 12-25 12-26';
    expect(inYear(NTT_2027.holidays, 2027)).toEqual(decree.split(' ').map((date) => `2027-${date}`));
    const isra = Object.entries(NTT_2027.dayNames ?? {}).filter(([day, name]) => day.startsWith('2027') && name.includes('Isra Mikraj'));
    expect(isra.map(([day]) => day)).toEqual(['2027-01-05', '2027-12-26']);
  });

  test('has the 8 days of joint leave of the decree of 2027, none of them on a weekend or a holiday', () => {
    const decree = '02-05 03-09 03-12 03-15 03-25 05-18 05-19 12-24';
    expect(inYear(NTT_2027.jointLeave, 2027)).toEqual(decree.split(' ').map((date) => `2027-${date}`));
    expect(NTT_2027.jointLeave.filter((day) => [0, 6].includes(weekdayOf(day)) || NTT_2027.holidays.includes(day))).toEqual([]);
  });

  test('says of 2026 what the released calendar of 2026 says, which stays as it was released', () => {
    expect(inYear(NTT_2027.holidays, 2026)).toEqual(NTT_2026.holidays);
    expect(inYear(NTT_2027.jointLeave, 2026)).toEqual(NTT_2026.jointLeave);
    expect([NTT_2027.zone, NTT_2027.service]).toEqual([NTT_2026.zone, NTT_2026.service]);
    expect([NTT_2026.id, NTT_2026.version, NTT_2026.years, NTT_2026.yearSources]).toEqual(['ntt-2026', 1, [2026], undefined]);
  });

  test('tells how sure each year is, and which days are still an estimate', () => {
    expect(NTT_2027.yearSources?.map(({ year, certainty }) => [year, certainty])).toEqual([
      [2026, 'secondary'],
      [2027, 'secondary'],
    ]);
    expect(NTT_2027.source).toMatch(/holidays 0\.109 .* Sekretariat Negara 17 September 2026/);
    expect(estimatedDays(NTT_2027)).toEqual(['2027-03-10', '2027-03-11', '2027-05-17']);
  });

  test('may be proposed, survives its file and the store, and names every day', () => {
    expect(packProblems(NTT_2027)).toEqual([]);
    const file = JSON.parse(JSON.stringify(toCalendarFile(NTT_2027)));
    expect(saySame(CalendarFile.parse(file), NTT_2027)).toBe(true);
    expect(saySame({ ...NTT_2027, yearSources: [] }, NTT_2027)).toBe(false);
    expect(Object.keys(NTT_2027.dayNames ?? {}).sort()).toEqual([...NTT_2027.holidays, ...NTT_2027.jointLeave].sort());
  });
});

describe('a deadline over the turn of the year', () => {
  test.each<[string, ViewCase, string]>([
    ['JKM complete on 29 December', { startedAt: '2026-12-29 10:00' }, '2027-01-04 16:00'],
    ['JKK the same moment, over New Year and Isra Mikraj', { clock: 'jkk-legal', startedAt: '2026-12-29 10:00' }, '2027-01-11 16:00'],
    [
      'the promise to the partner the same moment, due on a holiday',
      { clock: 'partner-promise', startedAt: '2026-12-29 10:00' },
      '2027-01-05 16:00',
    ],
    ['complete on 31 December after closing: 4 January is day 0', { startedAt: '2026-12-31 17:00' }, '2027-01-08 16:00'],
    ['complete on 31 December at closing: it is day 0 itself', { startedAt: '2026-12-31 16:00' }, '2027-01-07 16:00'],
    ['complete on New Year’s Day', { startedAt: '2027-01-01 09:00' }, '2027-01-08 16:00'],
    ['complete on Isra Mikraj in January', { startedAt: '2027-01-05 09:00' }, '2027-01-11 16:00'],
    [
      'a pause of four working hours on 31 December',
      { startedAt: '2026-12-29 10:00', pauses: [['2026-12-31 08:00', '2026-12-31 12:00']], asOf: '2026-12-31 15:00' },
      '2027-01-06 12:00',
    ],
    ['Isra Mikraj in December is a Sunday and moves nothing', { startedAt: '2027-12-23 10:00' }, '2027-12-29 16:00'],
    ['the last claim the calendar can carry', { startedAt: '2027-12-28 10:00' }, '2027-12-31 16:00'],
  ])('%s', (_about, given, due) => {
    expect(dueIn2027(given)).toBe(due);
  });

  test('into 2028 is nobody’s guess', () => {
    expect(() => dueIn2027({ startedAt: '2027-12-29 10:00' })).toThrow(expect.objectContaining({ code: 'calendar-year-missing' }));
  });
});

describe('a deadline over the free weeks of 2027', () => {
  test.each<[string, string, ViewCase['clock'], string, string]>([
    ['Idulfitri, JKM', '2027-03-04 10:00', 'jkm-legal', '2027-03-17 16:00', '2027-03-12 16:00'],
    ['Idulfitri, JKK', '2027-03-04 10:00', 'jkk-legal', '2027-03-23 16:00', '2027-03-18 16:00'],
    ['complete on Idulfitri itself', '2027-03-10 10:00', 'jkm-legal', '2027-03-19 16:00', '2027-03-17 16:00'],
    ['Imlek', '2027-02-03 10:00', 'jkm-legal', '2027-02-09 16:00', '2027-02-08 16:00'],
    ['Easter', '2027-03-24 10:00', 'jkm-legal', '2027-03-31 16:00', '2027-03-30 16:00'],
    ['Iduladha and Waisak', '2027-05-14 10:00', 'jkm-legal', '2027-05-25 16:00', '2027-05-21 16:00'],
    ['Christmas', '2027-12-23 10:00', 'jkm-legal', '2027-12-29 16:00', '2027-12-28 16:00'],
  ])('%s: joint leave free, and worked', (_about, startedAt, clock = 'jkm-legal', free, worked) => {
    expect(dueIn2027({ startedAt, clock })).toBe(free);
    expect(dueIn2027({ startedAt, clock, switches: { 'calendar.jointLeave': 'working' } })).toBe(worked);
  });

  test('that stands on an estimated day says so to everyone who reads it, and another does not', () => {
    const notes = (startedAt: string): string[] =>
      explainDeadline(ledgerOf({ startedAt }), NTT_2027, wita(startedAt), withSwitches())
        .filter(({ kind }) => kind === 'note')
        .map((row) => ('text' in row ? row.text : ''));
    expect(notes('2027-03-04 10:00')[0]).toBe(
      'Tanggal libur ini masih perkiraan menurut sumber kalender: 10 Mar 2027 Idulfitri 1448 Hijriah, 11 Mar 2027 Idulfitri 1448 Hijriah. Bila berubah, batas waktu dihitung ulang',
    );
    expect(notes('2027-03-04 10:00').at(-1)).toContain('Kalender NTT 2026–2027 versi 1');
    expect(notes('2026-12-29 10:00').join(' ')).not.toContain('perkiraan');
  });
});

test('whatever the calendar of 2026 could compute, the new one computes the same', () => {
  const start = instant('2026-01-01T00:00:00Z');
  const property = fc.property(
    fc.constantFrom('jkm-legal' as const, 'jkk-legal' as const, 'partner-promise' as const),
    fc.integer({ min: 0, max: 364 * 1_440 }),
    fc.integer({ min: 0, max: 20 * 1_440 }),
    (clock, minute, later) => {
      const ledger = { clock, generation: 1, startedAt: start + minute * 60_000, pauses: [] };
      const under = (pack: typeof NTT_2026): unknown => deriveClock(ledger, pack, ledger.startedAt + later * 60_000, withSwitches());
      let before: unknown;
      try {
        before = under(NTT_2026);
      } catch {
        return;
      }
      expect(under(NTT_2027)).toEqual(before);
    },
  );
  fc.assert(property, { numRuns: propertyRuns });
  expect(viewOf({ pack: NTT_2027 })).toEqual(viewOf());
});
