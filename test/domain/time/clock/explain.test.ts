import { withSwitches } from '#domain/law/rules/switches.ts';
import { explainDeadline, explainMove, formatExplanation } from '#domain/time/clock/explain.ts';
import { isStep } from '#domain/time/clock/explain-rows.ts';
import { ledgerOf, wita } from './clock-cases.ts';
import { cells, explain, PACK } from './explain-cases.ts';

describe('a deadline explains itself', () => {
  test('day by day, over Lebaran', () => {
    expect(explain({ startedAt: '2026-03-17 14:05' })).toEqual([
      'Batas hukum JKM · 3 hari kerja sejak berkas lengkap · PP 44/2015 Pasal 40 ayat (3)',
      'Sel 17 Mar 2026, 14.05 WITA   berkas dinyatakan lengkap oleh petugas            mulai',
      'Rab 18 Mar                    cuti bersama, kantor tutup                        tidak dihitung',
      'Kam 19 Mar                    libur nasional                                    tidak dihitung',
      'Jum 20 Mar                    cuti bersama, kantor tutup                        tidak dihitung',
      'Sab 21 – Min 22 Mar           akhir pekan, libur nasional                       tidak dihitung',
      'Sen 23 – Sel 24 Mar           cuti bersama, kantor tutup                        tidak dihitung',
      'Rab 25 Mar                    hari kerja                                        1 dari 3',
      'Kam 26 Mar                    hari kerja                                        2 dari 3',
      'Jum 27 Mar                    hari kerja, sampai akhir jam layanan              3 dari 3 → batas waktu',
      'Kalender NTT 2026 versi 2 (cuti bersama = libur) · dihitung 17 Mar 2026 14.05 WITA',
    ]);
  });

  test('with joint leave worked, and says so', () => {
    const lines = explain({ startedAt: '2026-03-17 14:05', switches: { 'calendar.jointLeave': 'working' } });
    expect(cells(lines).slice(2)).toEqual([
      ['Rab 18 Mar', 'hari kerja (cuti bersama, kantor buka)', '1 dari 3'],
      ['Kam 19 Mar', 'libur nasional', 'tidak dihitung'],
      ['Jum 20 Mar', 'hari kerja (cuti bersama, kantor buka)', '2 dari 3'],
      ['Sab 21 – Min 22 Mar', 'akhir pekan, libur nasional', 'tidak dihitung'],
      ['Sen 23 Mar', 'hari kerja (cuti bersama, kantor buka), sampai akhir jam layanan', '3 dari 3 → batas waktu'],
      ['Kalender NTT 2026 versi 2 (cuti bersama = hari kerja) · dihitung 17 Mar 2026 14.05 WITA'],
    ]);
  });

  test('with the day that became day 0 after an evening start', () => {
    expect(cells(explain({ startedAt: '2026-11-20 17:30' })).slice(1, 5)).toEqual([
      ['Jum 20 Nov 2026, 17.30 WITA', 'berkas dinyatakan lengkap oleh petugas', 'mulai'],
      ['Sab 21 – Min 22 Nov', 'akhir pekan', 'tidak dihitung'],
      ['Sen 23 Nov', 'hari kerja, dihitung sebagai hari mulai', 'hari ke-0'],
      ['Sel 24 Nov', 'hari kerja', '1 dari 3'],
    ]);
  });

  test('with the start day as day 1 where the switch counts it', () => {
    expect(cells(explain({ switches: { 'sla.countStartDay': true } })).slice(1, -1)).toEqual([
      ['Sen 16 Nov 2026, 10.00 WITA', 'berkas dinyatakan lengkap oleh petugas', 'mulai, 1 dari 3'],
      ['Sel 17 Nov', 'hari kerja', '2 dari 3'],
      ['Rab 18 Nov', 'hari kerja, sampai akhir jam layanan', '3 dari 3 → batas waktu'],
    ]);
  });

  test('with a free start day as day 1 only where free days count', () => {
    const saturday = { startedAt: '2026-11-21 10:00', switches: { 'sla.countStartDay': true, 'sla.startAfterHours': 'sameDay' } } as const;
    const promise = cells(explain({ ...saturday, clock: 'partner-promise' }));
    expect(promise.slice(1, -1).map(([, , effect]) => effect)).toEqual([
      'mulai, 1 dari 7',
      '2 dari 7',
      '3–6 dari 7',
      '7 dari 7 → batas waktu',
    ]);
    expect(cells(explain(saturday))[1]?.[2]).toBe('mulai');
  });

  test('due on the day of its start in a row of its own', () => {
    expect(cells(explain({ budget: 1, switches: { 'sla.countStartDay': true } })).slice(1, -1)).toEqual([
      ['Sen 16 Nov 2026, 10.00 WITA', 'berkas dinyatakan lengkap oleh petugas', 'mulai'],
      ['Sen 16 Nov', 'hari kerja, sampai akhir jam layanan', '1 dari 1 → batas waktu'],
    ]);
  });

  test.each([
    ['jkm-legal', 'berkas dinyatakan lengkap oleh petugas'],
    ['stage-1-report', 'kecelakaan terjadi atau penyakit didiagnosis'],
  ] as const)('with a budget of 0 in a single row: %s', (clock, startText) => {
    expect(cells(explain({ clock, budget: 0 })).slice(1, -1)).toEqual([['Sen 16 Nov 2026, 10.00 WITA', startText, 'mulai → batas waktu']]);
  });

  test('to the end of the day where the switch says so', () => {
    const lines = explain({ switches: { 'sla.dueAt': 'endOfDay' } });
    expect(cells(lines).at(-2)).toEqual(['Kam 19 Nov', 'hari kerja, sampai akhir hari', '3 dari 3 → batas waktu']);
  });

  test('in calendar days, free ones included', () => {
    expect(cells(explain({ clock: 'partner-promise', startedAt: '2026-11-21 10:00' }))).toEqual([
      ['Janji 7 hari · 7 hari kalender sejak berkas lengkap · kesepakatan dengan lembaga mitra'],
      ['Sab 21 Nov 2026, 10.00 WITA', 'berkas dinyatakan lengkap oleh petugas', 'mulai'],
      ['Min 22 Nov', 'akhir pekan', '1 dari 7'],
      ['Sen 23 – Jum 27 Nov', 'hari kerja', '2–6 dari 7'],
      ['Sab 28 Nov', 'akhir pekan, sampai akhir jam layanan', '7 dari 7 → batas waktu'],
      ['Kalender NTT 2026 versi 2 (cuti bersama = libur) · dihitung 21 Nov 2026 10.00 WITA'],
    ]);
  });

  test('in calendar days with the service a pause took away made up afterwards', () => {
    const pauses = [['2026-11-24 14:00', '2026-11-25 10:00']] as const;
    const lines = explain({ clock: 'partner-promise', startedAt: '2026-11-20 15:00', pauses, asOf: '2026-11-26 10:00' });
    expect(cells(lines).slice(3, -1)).toEqual([
      ['Sen 23 Nov', 'hari kerja', '3 dari 7'],
      ['Sel 24 Nov', 'hari kerja', '4 dari 7'],
      [
        'Sel 24 Nov, 14.00 – Rab 25 Nov, 10.00 WITA',
        'dijeda: sengketa ahli waris (PP 44/2015 Pasal 40)',
        'batas waktu bergeser 4 jam kerja',
      ],
      ['Rab 25 Nov', 'hari kerja', '5 dari 7'],
      ['Kam 26 Nov', 'hari kerja', '6 dari 7'],
      ['Jum 27 Nov', 'hari kerja', '7 dari 7'],
      ['Sab 28 – Min 29 Nov', 'akhir pekan', 'tidak dihitung'],
      ['Sen 30 Nov', 'hari kerja, mengganti waktu jeda, sampai pukul 12.00 WITA', 'waktu jeda terganti → batas waktu'],
    ]);
  });

  test('in hours, through the weekend', () => {
    expect(cells(explain({ clock: 'stage-1-report', startedAt: '2026-11-20 15:00' }))).toEqual([
      ['Laporan tahap I · 2×24 jam sejak kecelakaan atau diagnosis · Permenaker 1/2025 Pasal 8'],
      ['Jum 20 Nov 2026, 15.00 WITA', 'kecelakaan terjadi atau penyakit didiagnosis', 'mulai'],
      ['Sab 21 Nov 2026, 15.00 WITA', '24 jam, malam dan hari libur ikut dihitung', '24 dari 48 jam'],
      ['Min 22 Nov 2026, 15.00 WITA', '24 jam, malam dan hari libur ikut dihitung', '48 dari 48 jam → batas waktu'],
      ['Berjalan terus, tanpa kalender kerja · dihitung 20 Nov 2026 15.00 WITA'],
    ]);
  });

  test('marks an article that was only recalled', () => {
    expect(explain({ clock: 'complaint' })[0]).toBe(
      'Pengaduan · 5 hari kerja sejak pengaduan diterima · UU 24/2011 Pasal 48 [ingatan, belum diperiksa]',
    );
  });

  test.each([
    ['2026-11-18 14:00', 'Berhenti Rab 18 Nov 2026, 14.00 WITA: terpenuhi'],
    ['2026-11-21 15:00', 'Berhenti Sab 21 Nov 2026, 15.00 WITA: terlewat'],
  ])('stopped %s says the verdict', (stoppedAt, verdict) => {
    expect(explain({ stoppedAt, asOf: '2026-11-30 10:00' })).toContain(verdict);
  });

  test('after the limit with its price', () => {
    const lines = explain({ stoppedAt: '2026-11-21 15:00', asOf: '2026-11-30 10:00', base: 42_000_000 });
    expect(lines.at(-2)).toBe('Terlambat 2 hari: kompensasi Rp840.000 (1% × 2 × Rp42.000.000)');
  });

  test('after the limit without a base, in the kind of day the switch counts', () => {
    const lines = explain({ asOf: '2026-11-23 10:00', switches: { 'late.dayKind': 'workingDays' } });
    expect(lines.at(-2)).toBe('Terlambat 2 hari kerja');
  });

  test('over a change of month and the names of its holidays', () => {
    const rows = explainDeadline(ledgerOf({ startedAt: '2026-05-29 10:00' }), PACK, wita('2026-05-29 10:00'), withSwitches());
    const free = rows.filter(isStep).filter((step) => step.kind === 'free');
    expect(free.map((step) => [step.when, step.what, step.dayNames])).toEqual([
      ['Sab 30 Mei', 'akhir pekan', undefined],
      ['Min 31 Mei', 'akhir pekan, libur nasional', ['Hari Raya Waisak 2570 BE']],
      ['Sen 1 Jun', 'libur nasional', ['Hari Lahir Pancasila']],
    ]);
  });

  test('with a stretch over the end of a month, and over two holidays of one name', () => {
    const when = (startedAt: string) => cells(explain({ startedAt })).map(([first]) => first);
    expect(when('2026-02-27 10:00')).toContain('Sab 28 Feb – Min 1 Mar');
    const rows = explainDeadline(ledgerOf({ startedAt: '2026-03-17 10:00' }), PACK, wita('2026-03-17 10:00'), withSwitches());
    expect(rows.filter(isStep).find((step) => step.when === 'Sab 21 – Min 22 Mar')?.dayNames).toEqual(['Idulfitri 1447 Hijriah']);
    expect(rows.filter(isStep).find((step) => step.kind === 'working')).not.toHaveProperty('dayNames');
  });

  test('over a change of year with the year', () => {
    const pack = { ...PACK, years: [2026, 2027] };
    const rows = explainDeadline(ledgerOf({ startedAt: '2026-12-30 10:00' }), pack, wita('2026-12-30 10:00'), withSwitches());
    expect(rows.filter(isStep).map((step) => step.when)).toEqual([
      'Rab 30 Des 2026, 10.00 WITA',
      'Kam 31 Des',
      'Jum 1 Jan 2027',
      'Sab 2 – Min 3 Jan 2027',
      'Sen 4 Jan 2027',
    ]);
  });
});

describe('a deadline that moved', () => {
  test('keeps its old rows struck through, with what moved it', () => {
    const given = [PACK, wita('2026-11-20 10:00')] as const;
    const before = explainDeadline(ledgerOf({ startedAt: '2026-11-20 10:00', budget: 1 }), ...given, withSwitches());
    const after = explainDeadline(ledgerOf({ startedAt: '2026-11-20 10:00', budget: 2 }), ...given, withSwitches());
    expect(cells(formatExplanation(explainMove(before, 'perpanjangan oleh supervisor', after)))).toEqual([
      ['Batas hukum JKM · 2 hari kerja sejak berkas lengkap · PP 44/2015 Pasal 40 ayat (3)'],
      ['(dicoret) Jum 20 Nov 2026, 10.00 WITA', 'berkas dinyatakan lengkap oleh petugas', 'mulai'],
      ['(dicoret) Sab 21 – Min 22 Nov', 'akhir pekan', 'tidak dihitung'],
      ['(dicoret) Sen 23 Nov', 'hari kerja, sampai akhir jam layanan', '1 dari 1 → batas waktu'],
      ['Batas waktu bergeser: perpanjangan oleh supervisor'],
      ['Jum 20 Nov 2026, 10.00 WITA', 'berkas dinyatakan lengkap oleh petugas', 'mulai'],
      ['Sab 21 – Min 22 Nov', 'akhir pekan', 'tidak dihitung'],
      ['Sen 23 Nov', 'hari kerja', '1 dari 2'],
      ['Sel 24 Nov', 'hari kerja, sampai akhir jam layanan', '2 dari 2 → batas waktu'],
      ['Kalender NTT 2026 versi 2 (cuti bersama = libur) · dihitung 20 Nov 2026 10.00 WITA'],
    ]);
  });
});
