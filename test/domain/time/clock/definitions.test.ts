import { withSwitches } from '#domain/law/rules/switches.ts';
import { CLOCK_IDS, clockDefinition } from '#domain/time/clock/definitions.ts';
import { GROUND_RULES, isPauseGround, PAUSE_GROUNDS } from '#domain/time/clock/grounds.ts';

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

  test('has a row for every clock', () => {
    expect(CLOCK_IDS.map((id) => clockDefinition(id, withSwitches()).id)).toEqual(CLOCK_IDS);
  });

  test.each([
    ['jkm-legal', 'declared-complete', ['all-lines-confirmed', 'rejected'], 'sejak berkas lengkap'],
    ['jkk-legal', 'declared-complete-with-doctor-letter', ['all-lines-confirmed', 'rejected'], 'sejak berkas dan surat dokter lengkap'],
    ['partner-promise', 'declared-complete', ['paid', 'rejected'], 'sejak berkas lengkap'],
    ['stage-1-report', 'accident-or-diagnosis', ['report-received'], 'sejak kecelakaan atau diagnosis'],
    ['stage-2-report', 'recovered-disabled-or-dead', ['report-received'], 'sejak dinyatakan sembuh, cacat, atau meninggal'],
    ['suspected-accident', 'stage-1-received', ['concluded'], 'sejak laporan tahap I diterima'],
    ['complaint', 'complaint-received', ['answered'], 'sejak pengaduan diterima'],
    ['scholarship-proof', 'proof-requested', ['proof-received'], 'sejak bukti diminta'],
    ['first-look', 'registered', ['first-act'], 'sejak klaim terdaftar'],
    ['second-eyes', 'recommended', ['decided'], 'sejak direkomendasikan'],
    ['data-breach', 'breach-known', ['notified'], 'sejak kegagalan diketahui'],
  ] as const)('%s starts with %s, stops with %j and counts %s', (id, starts, stops, sinceText) => {
    expect(clockDefinition(id, withSwitches())).toMatchObject({ starts, stops, sinceText });
  });

  test.each([
    ['jkm-legal', 'berkas dinyatakan lengkap oleh petugas', 'PP 44/2015 Pasal 40 ayat (3)', 'law'],
    ['jkk-legal', 'berkas dan surat dokter dinyatakan lengkap oleh petugas', 'PP 44/2015 Pasal 37 ayat (2)', 'law'],
    ['partner-promise', 'berkas dinyatakan lengkap oleh petugas', 'kesepakatan dengan lembaga mitra', 'secondary'],
    ['stage-1-report', 'kecelakaan terjadi atau penyakit didiagnosis', 'Permenaker 1/2025 Pasal 8', 'law'],
    ['stage-2-report', 'dinyatakan sembuh, cacat, atau meninggal', 'Permenaker 1/2025 Pasal 19', 'law'],
    ['suspected-accident', 'laporan tahap I diterima', 'PP 49/2023 Pasal 25A', 'law'],
    ['complaint', 'pengaduan diterima', 'UU 24/2011 Pasal 48', 'recalled'],
    ['scholarship-proof', 'bukti sekolah diminta', 'target layanan Santun', 'inferred'],
    ['first-look', 'klaim terdaftar', 'target layanan Santun', 'inferred'],
    ['second-eyes', 'direkomendasikan oleh petugas', 'target layanan Santun', 'inferred'],
    ['data-breach', 'kegagalan pelindungan data diketahui', 'UU 27/2022 Pasal 46', 'secondary'],
  ] as const)('%s tells its start as "%s" and rests on %s (%s)', (id, startText, source, certainty) => {
    expect(clockDefinition(id, withSwitches())).toMatchObject({ startText, source, certainty });
  });

  test('a suspected accident has the days its switch gives it, other clocks keep theirs', () => {
    const switches = withSwitches({ 'jkk.suspectedDays': 45 });
    expect([clockDefinition('suspected-accident', switches).budget, clockDefinition('scholarship-proof', switches).budget]).toEqual([
      45, 30,
    ]);
  });

  test.each([
    ['complete', 'declared-complete', 'sejak berkas lengkap', 'berkas dinyatakan lengkap oleh petugas'],
    ['reported', 'reported', 'sejak dilaporkan', 'kejadian dilaporkan'],
  ] as const)('the promise starts as the switch says: %s', (start, starts, sinceText, startText) => {
    const switches = withSwitches({ 'sla.partnerPromise': { unit: 'workingDays', start } });
    expect(clockDefinition('partner-promise', switches)).toMatchObject({ starts, sinceText, startText, unit: 'workingDays', budget: 7 });
  });
});

describe('pause grounds', () => {
  test('each is used by some clock', () => {
    const used = new Set(CLOCK_IDS.flatMap((id) => clockDefinition(id, withSwitches()).pausedBy));
    expect([...used].sort()).toEqual([...PAUSE_GROUNDS].sort());
  });

  test.each([
    ['heir-dispute', 'sengketa ahli waris', 'ahli waris', 30, 'PP 44/2015 Pasal 40'],
    ['court-order', 'penetapan atau perintah pengadilan', 'pengadilan', 60, 'penetapan pengadilan'],
    ['force-majeure', 'keadaan kahar', 'keadaan pulih', 14, 'keadaan kahar'],
    ['payer-unpaid', 'iuran belum dibayar pembayar', 'pembayar iuran', 30, 'aturan Santun: payer.unpaidHolds'],
    ['arrears-unpaid', 'tunggakan iuran belum dilunasi', 'ahli waris', 30, 'aturan Santun: coverage.arrearsPayableUntil'],
    ['medical-opinion', 'menunggu pendapat medis', 'dokter penasihat', 30, 'PP 44/2015 Pasal 37 ayat (2)'],
    ['waiting-complainant', 'menunggu pelapor keberatan', 'pelapor keberatan', 14, 'aturan Santun: pengaduan'],
  ] as const)('%s is shown as "%s", waits for %s, usually %d days, and rests on %s', (ground, label, awaits, usualDays, source) => {
    expect(GROUND_RULES[ground]).toMatchObject({ label, awaits, usualDays, source, certainty: 'inferred' });
  });

  test('only a court and a disaster may be recorded after the fact, and a disaster by two people', () => {
    expect(PAUSE_GROUNDS.filter((ground) => GROUND_RULES[ground].mayBeRetroactive)).toEqual(['court-order', 'force-majeure']);
    expect(PAUSE_GROUNDS.filter((ground) => GROUND_RULES[ground].needsSecondPerson)).toEqual(['force-majeure']);
  });

  test('are told from anything else', () => {
    expect([isPauseGround('court-order'), isPauseGround('holiday')]).toEqual([true, false]);
  });
});
