import { readTypedDate } from '#domain/format/typed-date.ts';

describe('a date as people here type it', () => {
  test.each([
    ['31 Desember 1985', '1985-12-31'],
    ['3 Nop 2026', '2026-11-03'],
    ['3 NOPEMBER 2026', '2026-11-03'],
    ['17 Agt 1945', '1945-08-17'],
    ['17-Agu-1945', '1945-08-17'],
    ['17 Ags. 1945', '1945-08-17'],
    ['1 Pebruari 1990', '1990-02-01'],
    ['1 PEB 1990', '1990-02-01'],
    ['12-08-1985', '1985-08-12'],
    ['12 / 8 / 1985', '1985-08-12'],
    ['Kupang, 12-08-1985', '1985-08-12'],
    ['Oe\u2019sapa Barat, 12 Agustus 1985', '1985-08-12'],
    ['KUPANG,12.08.1985', '1985-08-12'],
    ['2026-03-27', '2026-03-27'],
  ])('%s is %s', (text, day) => {
    expect(readTypedDate(text)).toEqual({ day });
  });

  test.each([
    ['08/25/1985', 'Bulan ditulis lebih dahulu? Hari harus di depan.'],
    ['12-08-85', 'Tahun harus empat angka.'],
    ['31 April 2026', 'Tanggal ini tidak ada.'],
    ['2015-02-30', 'Tanggal ini tidak ada.'],
    ['12 Maktober 1985', 'Nama bulan tidak dikenal.'],
    ['45678', 'Bukan tanggal.'],
    ['', 'Bukan tanggal.'],
    ['1985', 'Bukan tanggal.'],
  ])('%s is refused with a sentence: %s', (text, problem) => {
    expect(readTypedDate(text)).toEqual({ problem: expect.stringContaining(problem) });
  });
});
