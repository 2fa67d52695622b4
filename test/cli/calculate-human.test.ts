import { goldenInput, lineOf } from './golden.ts';
import { runCalculate } from './run-calculate.ts';

async function explained(id: string, change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  return (await runCalculate(lineOf(goldenInput(id, change)), ['--human'])).stdout;
}

describe('santun calculate --human', () => {
  test('spells the amount in figures and in words, and names who is paid', async () => {
    const text = await explained('benefits-01');
    expect(text).toContain('Manfaat JKM untuk kematian pada 11 Mei 2026');
    expect(text).toMatch(/Santunan kematian\s+Rp20\.000\.000 {2}kepada ahli waris/);
    expect(text).toContain('Jumlah: Rp42.000.000 (empat puluh dua juta rupiah)');
  });

  test('names the article of every step', async () => {
    const text = await explained('benefits-01');
    expect(text).toMatch(/^ {3}- Biaya pemakaman.* · Rp10\.000\.000 \(PP 82\/2019\)$/m);
  });

  test('says why there is no benefit', async () => {
    expect(await explained('benefits-10')).toContain('Tidak ada manfaat: kepesertaan sudah gugur pada hari kejadian');
    expect(await explained('benefits-11')).toContain('Jumlah: Rp0 (nol rupiah)');
  });

  test('says what must be paid first', async () => {
    expect(await explained('benefits-12')).toContain('Syarat: tunggakan dilunasi lebih dahulu');
    expect(await explained('coverage-03')).toContain('menunggak, 1 bulan belum dibayar');
    expect(await explained('coverage-09')).toContain('Syarat: iuran dibayar oleh pembayarnya lebih dahulu');
  });

  test('says who inherits and what is still needed', async () => {
    expect(await explained('heirs-02')).toMatch(
      /Ahli waris: a, b[\s\S]*Penerima: belum dapat ditentukan[\s\S]*Masih diperlukan: surat kuasa antarahli waris/,
    );
    expect(await explained('heirs-09')).toContain('Penerima: n (biaya pemakaman)');
  });

  test('counts the scholarship lines that are paid', async () => {
    expect(await explained('scholarship-04')).toContain('Jumlah: Rp5.000.000 (lima juta rupiah), 2 dari 3 baris dibayar');
  });

  test('spells a deadline day by day in the zone of the office', async () => {
    const text = await explained('clocks-01');
    expect(text).toContain('Batas hukum JKM: Jum 27 Mar 2026, 16.00 WITA');
    expect(text).toMatch(/Kam 19 Mar\s+libur nasional\s+tidak dihitung/);
    expect(text).toContain('sisa: 3 hari kerja lagi');
  });

  test('a late deadline is said to be late, with its price', async () => {
    const text = await explained('clocks-08');
    expect(text).toContain('terlambat 1 hari kerja');
    expect(text).toContain('Rp840.000');
  });

  test('a wrong line is numbered and says field, rule and code; the next block follows', async () => {
    const input = `x\n${lineOf(goldenInput('coverage-01', { on: '2026-02-30' }))}\n${lineOf(goldenInput('coverage-01'))}\n`;
    const { stdout } = await runCalculate(input, ['--human']);
    expect(stdout).toMatch(/^1\. Tidak dapat dihitung\n {3}line: /);
    expect(stdout).toMatch(/^2\. Tidak dapat dihitung\n {3}on: .*\(invalid-input\)$/m);
    expect(stdout).toMatch(/^3\. Kepesertaan BPU pada 11 Mei 2026: aktif$/m);
  });
});
