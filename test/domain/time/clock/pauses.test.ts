import { asWita, dueOf, viewOf } from './clock-cases.ts';

const PAUSED_FROM_TUESDAY = { pauses: [['2026-11-17 10:00', undefined, 'court-order']] } as const;

describe('a pause', () => {
  test.each([
    ['of two hours moves the limit by two hours of service', '2026-11-17 10:00', '2026-11-17 12:00', '2026-11-20 10:00'],
    ['of a night moves nothing', '2026-11-17 16:00', '2026-11-18 08:00', '2026-11-19 16:00'],
    ['from the evening to the next noon moves by the morning', '2026-11-17 18:00', '2026-11-18 12:00', '2026-11-20 12:00'],
    ['before the start moves nothing', '2026-11-12 08:00', '2026-11-13 16:00', '2026-11-19 16:00'],
    ['that was on at the start counts from the start', '2026-11-13 08:00', '2026-11-16 12:00', '2026-11-20 10:00'],
    ['after the limit moves nothing', '2026-11-19 16:00', '2026-11-20 16:00', '2026-11-19 16:00'],
    ['that begins in the last minute moves by all it covers', '2026-11-19 15:59', '2026-11-23 09:00', '2026-11-23 09:01'],
    ['over a weekend and one working day moves by that day', '2026-11-16 16:00', '2026-11-17 16:00', '2026-11-20 16:00'],
    ['of no length moves nothing', '2026-11-17 10:00', '2026-11-17 10:00', '2026-11-19 16:00'],
  ])('%s', (_about, from, to, dueAt) => {
    expect(dueOf({ pauses: [[from, to]], asOf: '2026-11-25 10:00' })).toBe(dueAt);
  });

  test('that pushes the limit into a second pause is followed by the second', () => {
    const pauses = [
      ['2026-11-18 08:00', '2026-11-18 16:00'],
      ['2026-11-20 08:00', '2026-11-20 12:00'],
    ] as const;
    expect(dueOf({ pauses, asOf: '2026-11-25 10:00' })).toBe('2026-11-23 12:00');
  });

  test('overlapping another counts once, in whatever order they were written', () => {
    const pauses = [
      ['2026-11-17 12:00', '2026-11-17 16:00', 'court-order'],
      ['2026-11-17 08:00', '2026-11-17 14:00'],
      ['2026-11-17 09:00', '2026-11-17 10:00', 'force-majeure'],
    ] as const;
    expect(dueOf({ pauses, asOf: '2026-11-18 10:00' })).toBe('2026-11-20 16:00');
  });

  test('still on freezes what is left, however long it lasts', () => {
    const later = viewOf({ ...PAUSED_FROM_TUESDAY, asOf: '2026-12-18 23:00' });
    expect(later).toMatchObject({ state: 'paused', standing: 'safe', remainingMinutes: 1_320, usedMinutes: 480 });
    expect(asWita(later.pausedSince ?? 0)).toBe('2026-11-17 10:00');
  });

  test('still on moves the limit as if it ended now', () => {
    expect(dueOf({ ...PAUSED_FROM_TUESDAY, asOf: '2026-11-18 10:00' })).toBe('2026-11-20 16:00');
  });

  test('announced for later has not begun', () => {
    expect(viewOf({ ...PAUSED_FROM_TUESDAY, asOf: '2026-11-17 09:59' })).toMatchObject({ state: 'running', remainingMinutes: 1_321 });
  });

  test.each([
    ['begins with its first instant', '2026-11-17 10:00', 'paused'],
    ['has ended at its end', '2026-11-17 12:00', 'running'],
  ])('%s', (_about, asOf, state) => {
    expect(viewOf({ pauses: [['2026-11-17 10:00', '2026-11-17 12:00']], asOf }).state).toBe(state);
  });

  test('taken over by another ground without a gap is one standstill', () => {
    const pauses = [
      ['2026-11-17 10:00', '2026-11-17 12:00'],
      ['2026-11-17 12:00', undefined, 'court-order'],
    ] as const;
    expect(asWita(viewOf({ pauses, asOf: '2026-11-17 12:00' }).pausedSince ?? 0)).toBe('2026-11-17 10:00');
    expect(asWita(viewOf({ pauses, asOf: '2026-11-17 13:00' }).pausedSince ?? 0)).toBe('2026-11-17 10:00');
  });

  test('still on began when it began, although another is announced for later', () => {
    const pauses = [['2026-11-17 10:00', undefined, 'court-order'] as const, ['2026-11-19 10:00', '2026-11-20 10:00'] as const];
    expect(asWita(viewOf({ pauses, asOf: '2026-11-18 10:00' }).pausedSince ?? 0)).toBe('2026-11-17 10:00');
  });

  test('that is over has moved the line between in time and late', () => {
    const pauses = [['2026-11-17 08:00', '2026-11-17 16:00']] as const;
    expect(viewOf({ pauses, asOf: '2026-11-20 16:00' })).toMatchObject({ state: 'running', standing: 'soon', remainingMinutes: 0 });
    expect(viewOf({ pauses, asOf: '2026-11-20 16:01' })).toMatchObject({ standing: 'late', lateDays: 1 });
    expect(viewOf({ pauses, asOf: '2026-11-20 16:01' })).not.toHaveProperty('pausedSince');
  });

  test('that begins in the time an earlier one gave finds the clock not late, in calendar days too', () => {
    const pauses = [['2026-11-17 08:00', '2026-11-17 16:00'] as const, ['2026-11-20 10:00', undefined] as const];
    expect(viewOf({ pauses, asOf: '2026-11-25 10:00' })).toMatchObject({ state: 'paused', standing: 'soon', remainingMinutes: 360 });
    const promise = { clock: 'partner-promise', startedAt: '2026-11-13 10:00' } as const;
    expect(viewOf({ ...promise, pauses, asOf: '2026-11-25 10:00' })).toMatchObject({ standing: 'safe', remainingMinutes: 4_680 });
  });

  test('of a night and its edges is taken off the calendar time used', () => {
    const promise = {
      clock: 'partner-promise',
      startedAt: '2026-11-20 15:00',
      pauses: [['2026-11-24 14:00', '2026-11-25 10:00']],
    } as const;
    expect(viewOf({ ...promise, asOf: '2026-11-26 10:00' }).usedMinutes).toBe(7_140);
  });

  test('does not hide a lateness that was there before it', () => {
    const view = viewOf({ pauses: [['2026-11-20 10:00', undefined]], asOf: '2026-11-23 10:00' });
    expect(view).toMatchObject({ state: 'paused', standing: 'late', remainingMinutes: -120, lateDays: 1 });
  });

  test('from the start to now leaves the whole budget', () => {
    const view = viewOf({ pauses: [['2026-11-16 10:00', undefined]], asOf: '2026-11-30 10:00' });
    expect(view).toMatchObject({ standing: 'safe', usedMinutes: 0, remainingMinutes: 1_800 });
  });

  test('counts only up to the stop', () => {
    const view = viewOf({ pauses: [['2026-11-18 10:00', '2026-11-25 10:00']], stoppedAt: '2026-11-18 12:00', asOf: '2026-11-30 10:00' });
    expect(view).toMatchObject({ state: 'stopped', standing: 'met', remainingMinutes: 840 });
    expect(asWita(view.dueAt)).toBe('2026-11-20 10:00');
    expect(view).not.toHaveProperty('pausedSince');
  });

  test('seen at its very stop a clock has stopped', () => {
    const stop = { stoppedAt: '2026-11-18 12:00' };
    expect(viewOf({ ...stop, asOf: '2026-11-18 12:00' })).toMatchObject({ state: 'stopped', standing: 'met' });
    expect(viewOf({ ...stop, asOf: '2026-11-18 11:59' })).toMatchObject({ state: 'running', standing: 'safe' });
  });

  test('reached at the warning rung keeps the warning while it lasts', () => {
    expect(viewOf({ pauses: [['2026-11-19 08:30', undefined]], asOf: '2026-11-27 10:00' }).standing).toBe('soon');
    expect(viewOf({ pauses: [['2026-11-19 08:29', undefined]], asOf: '2026-11-27 10:00' }).standing).toBe('safe');
  });
});

describe('a pause ground stops only the clocks it names', () => {
  const during = { asOf: '2026-11-18 10:00', startedAt: '2026-11-16 10:00' };
  const on = (ground: 'heir-dispute' | 'payer-unpaid' | 'medical-opinion' | 'waiting-complainant') =>
    ({ pauses: [['2026-11-17 08:00', undefined, ground]] }) as const;

  test.each([
    ['jkm-legal', 'payer-unpaid', 'paused'],
    ['partner-promise', 'payer-unpaid', 'running'],
    ['jkk-legal', 'medical-opinion', 'paused'],
    ['jkm-legal', 'medical-opinion', 'running'],
    ['complaint', 'waiting-complainant', 'paused'],
    ['complaint', 'heir-dispute', 'running'],
    ['suspected-accident', 'heir-dispute', 'running'],
    ['stage-1-report', 'heir-dispute', 'running'],
    ['second-eyes', 'heir-dispute', 'running'],
  ] as const)('%s under %s is %s', (clock, ground, state) => {
    expect(viewOf({ clock, ...on(ground), ...during }).state).toBe(state);
  });
});
