import { weekdayOf } from '#domain/time/calendar/day.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';

describe('the calendar of NTT for 2026', () => {
  test('has the 17 national holidays of the decree', () => {
    const decree = '01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25';
    expect(NTT_2026.holidays).toEqual(decree.split(' ').map((date) => `2026-${date}`));
  });

  test('has the 8 days of joint leave of the decree, none of them on a weekend or a holiday', () => {
    const decree = '02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24';
    expect(NTT_2026.jointLeave).toEqual(decree.split(' ').map((date) => `2026-${date}`));
    expect(NTT_2026.jointLeave.filter((day) => [0, 6].includes(weekdayOf(day)) || NTT_2026.holidays.includes(day))).toEqual([]);
  });

  test('names every one of these days and its source', () => {
    expect(Object.keys(NTT_2026.dayNames ?? {}).sort()).toEqual([...NTT_2026.holidays, ...NTT_2026.jointLeave].sort());
    expect(NTT_2026.source).toContain('1497');
  });

  test('serves from 8 to 16 in Makassar time', () => {
    expect([NTT_2026.zone, NTT_2026.service]).toEqual(['Asia/Makassar', { fromMinute: 480, toMinute: 960 }]);
  });

  test('is plain JSON and can travel', () => {
    expect(JSON.parse(JSON.stringify(NTT_2026))).toEqual(NTT_2026);
  });
});
