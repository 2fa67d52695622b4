import { packProblems } from '#domain/time/calendar/check-pack.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { NTT_2027 } from '#domain/time/calendar/packs/ntt-2027.ts';
import { sandboxCalendar } from '#stack/sandbox-calendar.ts';

const at = (day: string) => sandboxCalendar(instant(`${day}T04:00:00Z`));

describe('the calendar of the sandbox', () => {
  test.each([
    ['2026-12-01', [2026, 2027, 2028]],
    ['2027-06-01', [2026, 2027, 2028, 2029]],
    ['2030-01-01', [2026, 2027, 2028, 2029, 2030, 2031, 2032]],
  ])('on %s it invents years only after the last decreed one: %j', (today, years) => {
    const calendar = at(today);
    expect(calendar.years).toEqual(years);
    expect(packProblems(calendar)).toEqual([]);
    expect(calendar.holidays.filter((day) => day < '2028')).toEqual(NTT_2027.holidays);
    expect(calendar.jointLeave).toEqual(NTT_2027.jointLeave);
    expect(calendar.holidays.filter((day) => day.startsWith('2028'))).toHaveLength(5);
  });

  test('another year, or another decreed year, is another version: a kept one never changes', () => {
    expect(at('2027-01-01').version).toBeGreaterThan(at('2026-12-31').version);
    // 0.2.0 kept the year itself as the version, with an invented 2027.
    expect(at('2026-12-01').version).toBeGreaterThan(2026);
  });

  test('says under every deadline that it is a demonstration, and where its years come from', () => {
    const { name, source } = at('2026-12-01');
    expect(name).toBe('NTT 2026 (peragaan)');
    expect(source).toMatch(/tahun lain hanya libur bertanggal tetap$/);
    expect(source.length).toBeLessThanOrEqual(300);
  });
});
