import { asWita, dueOf, viewOf } from './clock-cases.ts';

const promise = { clock: 'partner-promise' } as const;
const rungTimes = (given: Parameters<typeof viewOf>[0]): string[] => viewOf(given).rungs.map((rung) => asWita(rung.at));

describe('a clock in calendar days', () => {
  test.each([
    ['on a working day', '2026-11-20 15:00', '2026-11-27 16:00'],
    ['on a Saturday, started after closing', '2026-11-21 19:00', '2026-11-28 16:00'],
    ['on a holiday', '2026-12-18 09:00', '2026-12-25 16:00'],
  ])('is due at the end of service also %s', (_about, startedAt, dueAt) => {
    expect(dueOf({ ...promise, startedAt })).toBe(dueAt);
  });

  test('due on a Saturday has its rungs in service hours', () => {
    expect(rungTimes({ ...promise, startedAt: '2026-11-21 10:00' })).toEqual(['2026-11-25 12:00', '2026-11-26 14:00', '2026-11-27 16:00']);
  });

  test('due on a Saturday is not late on its last free day', () => {
    expect(viewOf({ ...promise, startedAt: '2026-11-21 10:00', asOf: '2026-11-28 16:00' })).toMatchObject({
      standing: 'soon',
      remainingMinutes: 0,
    });
    expect(viewOf({ ...promise, startedAt: '2026-11-21 10:00', asOf: '2026-11-28 16:01' })).toMatchObject({
      standing: 'late',
      lateDays: 1,
    });
  });

  test('is moved by the service a pause covers, not by its wall-clock length', () => {
    const pauses = [['2026-11-24 14:00', '2026-11-25 10:00']] as const;
    expect(dueOf({ ...promise, startedAt: '2026-11-20 15:00', pauses, asOf: '2026-11-26 10:00' })).toBe('2026-11-30 12:00');
  });

  test('is not moved by a pause over free days', () => {
    const pauses = [['2026-11-20 16:00', '2026-11-23 08:00']] as const;
    expect(dueOf({ ...promise, startedAt: '2026-11-20 15:00', pauses, asOf: '2026-11-26 10:00' })).toBe('2026-11-27 16:00');
  });

  test('paused keeps the calendar time it had left', () => {
    const given = { ...promise, startedAt: '2026-11-20 15:00', pauses: [['2026-11-24 15:00', undefined]] } as const;
    expect(viewOf({ ...given, asOf: '2026-11-29 10:00' })).toMatchObject({ state: 'paused', remainingMinutes: 4_380, usedMinutes: 5_760 });
  });

  test('paused before a due instant on a free day does not turn late inside the pause', () => {
    const given = { ...promise, startedAt: '2026-11-21 10:00', pauses: [['2026-11-27 18:00', undefined]] } as const;
    expect(viewOf({ ...given, asOf: '2026-11-28 20:00' })).toMatchObject({ state: 'paused', standing: 'soon', lateDays: 0 });
    expect(viewOf({ ...given, asOf: '2026-12-01 20:00' })).toMatchObject({ state: 'paused', standing: 'soon', lateDays: 0 });
  });

  test('without any service between start and limit warns from the start', () => {
    const weekend = { ...promise, startedAt: '2026-11-21 10:00', budget: 1 };
    expect(rungTimes(weekend)).toEqual(['2026-11-21 10:00', '2026-11-21 10:00', '2026-11-21 10:00']);
    expect(viewOf(weekend)).toMatchObject({ standing: 'soon', remainingMinutes: 1_800 });
    expect(dueOf(weekend)).toBe('2026-11-22 16:00');
  });

  test('of thirty days counts every one of them', () => {
    expect(dueOf({ clock: 'suspected-accident', startedAt: '2026-11-02 10:00' })).toBe('2026-12-02 16:00');
  });

  test('whose due day lies in a year without calendar is refused', () => {
    const given = { clock: 'suspected-accident', startedAt: '2026-12-20 10:00' } as const;
    expect(() => viewOf(given)).toThrow(expect.objectContaining({ code: 'calendar-year-missing' }));
  });
});

describe('a clock in hours', () => {
  const report = { clock: 'stage-1-report', startedAt: '2026-11-20 15:00' } as const;

  test('runs through nights and weekends, and so do its rungs', () => {
    expect(dueOf(report)).toBe('2026-11-22 15:00');
    expect(rungTimes(report)).toEqual(['2026-11-21 15:00', '2026-11-22 03:00', '2026-11-22 15:00']);
  });

  test('counts plain minutes', () => {
    expect(viewOf({ ...report, asOf: '2026-11-22 14:00' })).toMatchObject({ standing: 'soon', usedMinutes: 2_820, remainingMinutes: 60 });
    expect(viewOf({ ...report, asOf: '2026-11-22 16:00' })).toMatchObject({ standing: 'late', remainingMinutes: -60, lateDays: 1 });
  });

  test('needs no calendar', () => {
    expect(dueOf({ clock: 'data-breach', startedAt: '2027-01-01 10:00' })).toBe('2027-01-04 10:00');
  });

  test('is not stopped by any ground', () => {
    expect(viewOf({ ...report, pauses: [['2026-11-21 10:00', undefined, 'force-majeure']], asOf: '2026-11-21 12:00' }).state).toBe(
      'running',
    );
  });
});
