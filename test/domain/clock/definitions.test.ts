import { CLOCK_IDS, clockDefinition } from '#domain/clock/definitions.ts';
import { GROUND_RULES, isPauseGround, PAUSE_GROUNDS } from '#domain/clock/grounds.ts';
import { withSwitches } from '#domain/rules/switches.ts';

describe('the table of clocks', () => {
  test.each([
    [
      'jkm-legal',
      'Batas hukum JKM',
      'law',
      3,
      'workingDays',
      ['heir-dispute', 'court-order', 'force-majeure', 'payer-unpaid', 'arrears-unpaid'],
    ],
    [
      'jkk-legal',
      'Batas hukum JKK',
      'law',
      7,
      'workingDays',
      ['heir-dispute', 'court-order', 'force-majeure', 'payer-unpaid', 'arrears-unpaid', 'medical-opinion'],
    ],
    ['partner-promise', 'Janji 7 hari', 'promise', 7, 'calendarDays', ['heir-dispute', 'court-order', 'force-majeure']],
    ['stage-1-report', 'Laporan tahap I', 'law', 48, 'hours', []],
    ['stage-2-report', 'Laporan tahap II', 'law', 48, 'hours', []],
    ['suspected-accident', 'Kesimpulan dugaan kecelakaan', 'law', 30, 'calendarDays', []],
    ['complaint', 'Pengaduan', 'law', 5, 'workingDays', ['waiting-complainant']],
    ['scholarship-proof', 'Bukti beasiswa', 'ours', 30, 'calendarDays', []],
    ['first-look', 'Tanggapan pertama', 'ours', 1, 'workingDays', []],
    ['second-eyes', 'Pemeriksaan kedua', 'ours', 1, 'workingDays', []],
    ['data-breach', 'Pemberitahuan kebocoran data', 'law', 72, 'hours', []],
  ] as const)('%s is %s', (id, label, kind, budget, unit, pausedBy) => {
    expect(clockDefinition(id, withSwitches())).toMatchObject({ id, label, kind, budget, unit, pausedBy });
  });

  test('has a row for every clock, each with a source', () => {
    const rows = CLOCK_IDS.map((id) => clockDefinition(id, withSwitches()));
    expect(rows.map((row) => row.source.length > 0 && row.stops.length > 0)).toEqual(CLOCK_IDS.map(() => true));
  });

  test.each([
    ['complete', 'declared-complete', 'sejak berkas lengkap'],
    ['reported', 'reported', 'sejak dilaporkan'],
  ] as const)('the promise starts as the switch says: %s', (start, starts, sinceText) => {
    const switches = withSwitches({ 'sla.partnerPromise': { unit: 'workingDays', start } });
    expect(clockDefinition('partner-promise', switches)).toMatchObject({ starts, sinceText, unit: 'workingDays', budget: 7 });
  });
});

describe('pause grounds', () => {
  test('each is used by some clock', () => {
    const used = new Set(CLOCK_IDS.flatMap((id) => clockDefinition(id, withSwitches()).pausedBy));
    expect([...used].sort()).toEqual([...PAUSE_GROUNDS].sort());
  });

  test('each has a name people understand and somebody everybody waits for', () => {
    expect(PAUSE_GROUNDS.every((ground) => GROUND_RULES[ground].label !== '' && GROUND_RULES[ground].awaits !== '')).toBe(true);
  });

  test('are told from anything else', () => {
    expect([isPauseGround('court-order'), isPauseGround('holiday')]).toEqual([true, false]);
  });
});
