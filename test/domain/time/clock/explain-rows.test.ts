import { day } from '#domain/time/calendar/day.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { explain, PACK, rowsOf, stepsOf } from './explain-cases.ts';

/** The days of November 2026 made free, by day of the month, and what they are called. */
function withFree(holidays: readonly number[], jointLeave: readonly number[], names: Readonly<Record<number, string>> = {}): CalendarPack {
  const november = (dayOfMonth: number) => day(`2026-11-${dayOfMonth}`);
  const dayNames = Object.fromEntries(Object.entries(names).map(([dayOfMonth, name]) => [november(Number(dayOfMonth)), name]));
  return { ...PACK, holidays: holidays.map(november), jointLeave: jointLeave.map(november), dayNames };
}
const freeSteps = (pack: CalendarPack) => stepsOf({ startedAt: '2026-11-16 10:00', pack }).filter(({ kind }) => kind === 'free');

describe('the rows a screen draws', () => {
  test('are a heading, steps by kind, and a note', () => {
    expect(rowsOf({ startedAt: '2026-11-20 10:00', budget: 1 }).map(({ kind }) => kind)).toEqual([
      'heading',
      'start',
      'free',
      'working',
      'note',
    ]);
    expect(rowsOf({ clock: 'stage-1-report' }).map(({ kind }) => kind)).toEqual(['heading', 'start', 'hours', 'hours', 'note']);
  });

  test('say why a day is free', () => {
    expect(freeSteps(withFree([18], [17])).map(({ freeKinds }) => freeKinds)).toEqual([['jointLeave'], ['holiday'], ['weekend']]);
  });

  test('name two holidays in a row by both names', () => {
    const [joined] = freeSteps(withFree([17, 18], [], { 17: 'Hari A', 18: 'Hari B' }));
    expect([joined?.when, joined?.dayNames]).toEqual(['Sel 17 – Rab 18 Nov', ['Hari A', 'Hari B']]);
  });

  test.each([[17], [18]])('name two holidays in a row by the one name known, that of day %d', (named) => {
    const [joined] = freeSteps(withFree([17, 18], [], { [named]: 'Hari A' }));
    expect([joined?.when, joined?.dayNames]).toEqual(['Sel 17 – Rab 18 Nov', ['Hari A']]);
  });

  test('give a weekend no name', () => {
    const [weekend] = stepsOf({ startedAt: '2026-11-20 10:00' }).filter(({ kind }) => kind === 'free');
    expect(weekend?.when).toBe('Sab 21 – Min 22 Nov');
    expect(weekend).not.toHaveProperty('dayNames');
  });

  test('tell joint leave on a Saturday shortly, beside the weekend', () => {
    const steps = stepsOf({ startedAt: '2026-11-20 10:00', pack: withFree([], [21]) });
    expect(steps.filter(({ kind }) => kind === 'free').map(({ what }) => what)).toEqual(['akhir pekan, cuti bersama', 'akhir pekan']);
  });

  test('give a limit at midnight its own row beside the start', () => {
    const steps = stepsOf({ budget: 1, switches: { 'sla.countStartDay': true, 'sla.dueAt': 'endOfDay' } });
    expect(steps.map(({ when, what, effect }) => [when, what, effect])).toEqual([
      ['Sen 16 Nov 2026, 10.00 WITA', 'berkas dinyatakan lengkap oleh petugas', 'mulai'],
      ['Sen 16 Nov', 'hari kerja, sampai akhir hari', '1 dari 1 → batas waktu'],
    ]);
  });

  test('do not count a working day on which the clock started after closing', () => {
    const [start] = stepsOf({ startedAt: '2026-11-20 17:30', switches: { 'sla.countStartDay': true } });
    expect(start?.effect).toBe('mulai');
  });

  test('say nothing of a stop that is still to come', () => {
    const before = explain({ stoppedAt: '2026-11-18 14:00', asOf: '2026-11-18 13:59' });
    expect(before.filter((line) => line.startsWith('Berhenti'))).toEqual([]);
  });
});
