import { explainDeadline, formatExplanation } from '#domain/clock/explain.ts';
import { withSwitches } from '#domain/rules/switches.ts';
import { ledgerOf, wita } from './clock-cases.ts';
import { cells, explain, PACK } from './explain-cases.ts';

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
});
