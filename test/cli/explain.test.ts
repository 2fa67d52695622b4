import { runExplain } from './run-explain.ts';

const NOWHERE = { source: { url: 'mongodb://127.0.0.1:1/santun', name: 'tempat uji' } };

test.each([
  [[], 'Sebutkan nomor klaimnya.'],
  [['STN-ABCDE-FGHJK', 'STN-ABCDE-FGHJM'], 'Sebutkan satu nomor klaim saja.'],
  [['STN-ABCDE-FGHJ0'], 'Bukan nomor klaim. Bentuknya STN-ABCDE-FGHJK'],
  [['12345'], 'Bukan nomor klaim.'],
  [['STN-ABCDE-FGHJK', '--yaml'], 'Pilihan tidak dikenal: --yaml'],
])('%j is a mistake of the caller, answered with what to write', async (args, sentence) => {
  const { code, stdout, stderr } = await runExplain(args, NOWHERE);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr).toContain('santun explain NOMOR-KLAIM [--json | --help]');
});

test('--help says what is read, from where, and what the exit codes mean', async () => {
  const { code, stdout } = await runExplain(['--help'], NOWHERE);
  expect(code).toBe(0);
  expect(stdout).toMatch(/--json.*SANTUN_MONGO_URL.*Kode keluar: 0 .*; 1 .*; 2 /s);
});

test('with no system to read it says how to have one', async () => {
  const { code, stderr } = await runExplain(['STN-ABCDE-FGHJK'], { source: undefined });
  expect(code).toBe(1);
  expect(stderr).toContain('Jalankan npm start di jendela lain, atau setel SANTUN_MONGO_URL.');
});

test('an address that is none is said to be none', async () => {
  const { code, stderr } = await runExplain(['STN-ABCDE-FGHJK'], { source: { url: 'localhost', name: 'tempat uji' } });
  expect(code).toBe(1);
  expect(stderr).toContain('Bentuknya mongodb://host:port/basis-data.');
});
