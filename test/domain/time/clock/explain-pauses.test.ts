import { withSwitches } from '#domain/law/rules/switches.ts';
import { explainDeadline, formatExplanation } from '#domain/time/clock/explain.ts';
import { pauseText } from '#domain/time/clock/explain-text.ts';
import { ledgerOf, wita } from './clock-cases.ts';
import { cells, explain, PACK, stepsOf } from './explain-cases.ts';

describe('a deadline explains its pauses', () => {
  test('with a pause as a row: ground, who set it, article, and what was left', () => {
    const ledger = {
      ...ledgerOf(),
      pauses: [{ from: wita('2026-11-17 10:00'), to: wita('2026-11-18 10:00'), ground: 'heir-dispute', actor: 'officer' } as const],
    };
    const rows = explainDeadline(ledger, PACK, wita('2026-11-18 10:00'), withSwitches());
    expect(cells(formatExplanation(rows)).slice(1, -1)).toEqual([
      ['Sen 16 Nov 2026, 10.00 WITA', 'berkas dinyatakan lengkap oleh petugas', 'mulai'],
      ['Sel 17 Nov', 'hari kerja', 'sisa 2 hari 6 jam kerja'],
      [
        'Sel 17 Nov, 10.00 – Rab 18 Nov, 10.00 WITA',
        'dijeda: sengketa ahli waris (petugas; PP 44/2015 Pasal 40)',
        'tidak dihitung, sisa 2 hari 6 jam kerja',
      ],
      ['Rab 18 Nov', 'hari kerja', '1 dari 3'],
      ['Kam 19 Nov', 'hari kerja', '2 dari 3'],
      ['Jum 20 Nov', 'hari kerja, sampai akhir jam layanan', '3 dari 3 → batas waktu'],
    ]);
  });

  test('with a limit in the middle of a day', () => {
    const lines = explain({ pauses: [['2026-11-17 08:00', '2026-11-17 09:30']], asOf: '2026-11-18 10:00' });
    expect(cells(lines).slice(2, -1)).toEqual([
      ['Sel 17 Nov, 08.00–09.30 WITA', 'dijeda: sengketa ahli waris (PP 44/2015 Pasal 40)', 'tidak dihitung, sisa 3 hari kerja'],
      ['Sel 17 Nov', 'hari kerja', 'sisa 2 hari 1 jam 30 menit kerja'],
      ['Rab 18 Nov', 'hari kerja', 'sisa 1 hari 1 jam 30 menit kerja'],
      ['Kam 19 Nov', 'hari kerja', 'sisa 1 jam 30 menit kerja'],
      ['Jum 20 Nov', 'hari kerja, sampai pukul 09.30 WITA', '3 dari 3 → batas waktu'],
    ]);
  });

  test('while paused says that the limit shown holds if work went on now', () => {
    const lines = explain({ pauses: [['2026-11-17 10:00', undefined, 'court-order']], asOf: '2026-11-18 10:00' });
    expect(cells(lines)[3]?.[1]).toBe('dijeda: penetapan atau perintah pengadilan (penetapan pengadilan)');
    expect(lines.at(-2)).toBe('Dijeda sejak Sel 17 Nov 2026, 10.00 WITA; batas waktu di atas berlaku bila dilanjutkan sekarang');
  });

  test('with two grounds at once in one row', () => {
    const pauses = [
      ['2026-11-17 08:00', '2026-11-17 12:00'],
      ['2026-11-17 10:00', '2026-11-17 16:00', 'court-order'],
    ] as const;
    const [, , row] = cells(explain({ pauses, asOf: '2026-11-18 10:00' }));
    expect(row?.[1]).toBe('dijeda: sengketa ahli waris (PP 44/2015 Pasal 40), penetapan atau perintah pengadilan (penetapan pengadilan)');
  });

  test('with a ground that does not hold this clock kept out of the row of one that does', () => {
    const pauses = [
      ['2026-11-17 08:00', '2026-11-17 12:00'],
      ['2026-11-17 08:00', '2026-11-17 12:00', 'medical-opinion'],
    ] as const;
    const [, , row] = cells(explain({ pauses, asOf: '2026-11-18 10:00' }));
    expect(row?.[1]).toBe('dijeda: sengketa ahli waris (PP 44/2015 Pasal 40)');
  });

  test('names a ground that does not hold this clock', () => {
    const lines = explain({ pauses: [['2026-11-17 10:00', undefined, 'medical-opinion']], asOf: '2026-11-18 10:00' });
    expect(lines.at(-2)).toBe('Tidak menjeda Batas hukum JKM: menunggu pendapat medis');
  });

  test('names in each row only what held the clock then', () => {
    const pauses = [
      ['2026-11-17 08:00', '2026-11-17 12:00'],
      ['2026-11-17 08:00', '2026-11-17 08:00', 'force-majeure'],
      ['2026-11-17 12:00', '2026-11-17 12:00', 'payer-unpaid'],
      ['2026-11-18 10:00', '2026-11-18 11:00', 'court-order'],
    ] as const;
    const steps = stepsOf({ pauses, asOf: '2026-11-19 10:00' });
    expect(steps.map(({ kind, grounds, isDue }) => [kind, grounds, isDue])).toEqual([
      ['start', undefined, false],
      ['paused', ['heir-dispute'], false],
      ['working', undefined, false],
      ['working', undefined, false],
      ['paused', ['court-order'], false],
      ['working', undefined, false],
      ['working', undefined, false],
      ['working', undefined, true],
    ]);
    expect(steps.map(({ effect }) => effect)).toEqual([
      'mulai',
      'tidak dihitung, sisa 3 hari kerja',
      'sisa 2 hari 4 jam kerja',
      'sisa 2 hari 2 jam kerja',
      'tidak dihitung, sisa 2 hari 2 jam kerja',
      'sisa 1 hari 5 jam kerja',
      'sisa 5 jam kerja',
      '3 dari 3 → batas waktu',
    ]);
  });

  test('marks the limit on a pause that holds it over a night', () => {
    const night = { pauses: [['2026-11-19 18:00', '2026-11-20 06:00']], switches: { 'sla.dueAt': 'endOfDay' } } as const;
    const last = stepsOf({ ...night, asOf: '2026-11-20 10:00' }).at(-1);
    expect(last).toMatchObject({ kind: 'paused', isDue: true, effect: 'tidak dihitung, sisa 0 menit kerja → batas waktu' });
  });

  test('says of a night that it moves a promise by nothing', () => {
    const night = { clock: 'partner-promise', pauses: [['2026-11-17 16:00', '2026-11-18 08:00']], asOf: '2026-11-19 10:00' } as const;
    expect(stepsOf(night).find(({ kind }) => kind === 'paused')?.effect).toBe('batas waktu bergeser 0 menit kerja');
  });

  test('with each day that makes up for a pause of days, and what is then left', () => {
    const long = { clock: 'partner-promise', startedAt: '2026-11-20 15:00', pauses: [['2026-11-24 08:00', '2026-11-26 12:00']] } as const;
    const steps = stepsOf({ ...long, asOf: '2026-11-27 10:00' });
    expect(steps.slice(-4).map(({ when, what, effect }) => [when, what, effect])).toEqual([
      ['Sab 28 – Min 29 Nov', 'akhir pekan', 'tidak dihitung'],
      ['Sen 30 Nov', 'hari kerja, mengganti waktu jeda', 'sisa pengganti 1 hari 4 jam kerja'],
      ['Sel 1 Des', 'hari kerja, mengganti waktu jeda', 'sisa pengganti 4 jam kerja'],
      ['Rab 2 Des', 'hari kerja, mengganti waktu jeda, sampai pukul 12.00 WITA', 'waktu jeda terganti → batas waktu'],
    ]);
  });

  test('with the free day of the promise apart from the free day after it', () => {
    const given = { clock: 'partner-promise', startedAt: '2026-11-21 10:00', pauses: [['2026-11-24 14:00', '2026-11-24 16:00']] } as const;
    const steps = stepsOf({ ...given, asOf: '2026-11-26 10:00', switches: { 'sla.dueAt': 'endOfDay' } });
    expect(steps.slice(-3).map(({ when, what, effect }) => [when, what, effect])).toEqual([
      ['Sab 28 Nov', 'akhir pekan', '7 dari 7'],
      ['Min 29 Nov', 'akhir pekan', 'tidak dihitung'],
      ['Sen 30 Nov', 'hari kerja, mengganti waktu jeda, sampai pukul 10.00 WITA', 'waktu jeda terganti → batas waktu'],
    ]);
  });

  test('with a working day that begins as the unpaused limit ends told as making up', () => {
    const given = {
      clock: 'partner-promise',
      startedAt: '2026-11-16 10:00',
      budget: 1,
      pauses: [['2026-11-17 14:00', '2026-11-17 16:00']],
    } as const;
    const last = stepsOf({ ...given, asOf: '2026-11-17 17:00', switches: { 'sla.dueAt': 'endOfDay' } }).at(-1);
    expect(last?.what).toBe('hari kerja, mengganti waktu jeda, sampai pukul 10.00 WITA');
  });

  test.each([
    ['officer', 'petugas'],
    ['approver', 'pemeriksa kedua'],
    ['supervisor', 'supervisor'],
    ['system', 'sistem'],
    ['pengadilan negeri', 'pengadilan negeri'],
  ])('set by %s reads %s', (actor, shown) => {
    const pause = { from: wita('2026-11-17 10:00'), ground: 'court-order', actor } as const;
    expect(pauseText([pause])).toBe(`dijeda: penetapan atau perintah pengadilan (${shown}; penetapan pengadilan)`);
  });
});
