import { jkkRightUntil } from '#domain/law/benefit/right-lapse.ts';
import { day } from '#domain/time/calendar/day.ts';

describe('how long a JKK claim may be filed', () => {
  test.each([
    ['2026-05-11', '2031-05-11', 'PP 82/2019 art. 26'],
    ['2019-12-02', '2024-12-02', 'PP 82/2019 art. 26'],
    ['2019-12-01', '2021-12-01', 'PP 44/2015 art. 26 [ingatan, belum diperiksa]'],
    ['2020-02-29', '2025-02-28', 'PP 82/2019 art. 26'],
  ])('an accident on %s may be claimed until %s', (on, lastDay, source) => {
    const right = jkkRightUntil(day(on));
    expect(right.lastDay).toBe(lastDay);
    expect(right.explanation).toEqual([
      { step: expect.stringMatching(/^Hak JKK gugur [25] tahun sejak kecelakaan atau diagnosis$/), date: lastDay, source },
    ]);
  });

  test('another number of years is a matter of the switch', () => {
    expect(jkkRightUntil(day('2026-05-11'), { 'jkk.lapseYears': 2 }).lastDay).toBe('2028-05-11');
  });
});
