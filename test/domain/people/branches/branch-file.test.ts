import { parseBranchFile } from '#domain/people/branches/branch-file.ts';
import { isRegencyCode, REGENCIES_OF_NTT } from '#domain/people/branches/regencies.ts';

const HEAD = 'institutionId;branchId;name;regencyCode';
const linesOf = (...rows: readonly string[]): string => [HEAD, ...rows].join('\r\n');

test('Nusa Tenggara Timur has twenty-one regencies and one city, each with a code of its own', () => {
  const { rows } = REGENCIES_OF_NTT;
  expect(rows.length).toBe(22);
  expect(new Set(rows.map(({ code }) => code)).size).toBe(22);
  expect(rows.filter(({ name }) => name.startsWith('Kota ')).map(({ code }) => code)).toEqual(['53.71']);
  expect(isRegencyCode('53.22')).toBe(false);
});

test('a branch is read from a spreadsheet’s file, mark, quotes and empty lines included', () => {
  const { branches, errors } = parseBranchFile(`\uFEFF${linesOf('bpr-contoh;kupang;"Kantor ""Pusat""; Kupang";53.71', '', '')}`);
  expect(errors).toEqual([]);
  expect(branches).toEqual([{ institutionId: 'bpr-contoh', branchId: 'kupang', name: 'Kantor "Pusat"; Kupang', regencyCode: '53.71' }]);
});

test('columns may stand in any order, and commas part them as well', () => {
  const { branches } = parseBranchFile('regencyCode,name,branchId,institutionId\n53.07,Maumere,maumere,ksp-contoh\n');
  expect(branches).toEqual([{ institutionId: 'ksp-contoh', branchId: 'maumere', name: 'Maumere', regencyCode: '53.07' }]);
});

test('a wrong row is named by its line and keeps nobody else out', () => {
  const rows = ['a;b;Satu;53.71', 'a;c;Dua;53.99', 'a;d;;53.71', 'a;e;Tiga', 'a b;f;Empat;53.71', 'a;g;Lima;53.01'];
  const { branches, errors } = parseBranchFile(linesOf(...rows));
  expect(branches.map(({ branchId }) => branchId)).toEqual(['b', 'g']);
  expect(errors.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
  expect(errors[0]?.text).toContain('53.99');
});

test('a branch named twice is one branch if both say the same, and an error if they do not', () => {
  const { branches, errors } = parseBranchFile(linesOf('a;b;Satu;53.71', 'a;b;Satu;53.71', 'a;b;Satu;53.01'));
  expect(branches.length).toBe(1);
  expect(errors).toEqual([{ line: 4, text: expect.stringContaining('baris 2') }]);
});

test('a file without the columns is refused as a whole', () => {
  expect(parseBranchFile('nama;kode\nx;y\n')).toEqual({
    branches: [],
    errors: [{ line: 1, text: expect.stringContaining('institutionId') }],
  });
});

describe('files as spreadsheets and people make them', () => {
  const ROWS = [HEAD, 'a;b;Satu;53.71', 'a;c;Dua;53.01'];
  const two = parseBranchFile(ROWS.join('\n'));

  test.each([
    ['lines that end with CR alone', ROWS.join('\r')],
    ['lines that end with CR and LF', `${ROWS.join('\r\n')}\r\n`],
    ['a mark in front', `\uFEFF${ROWS.join('\n')}`],
    ['a line that tells the separator', `sep=;\r\n${ROWS.join('\r\n')}`],
  ])('%s: the same branches', (_what, content) => {
    expect(parseBranchFile(content)).toEqual(two);
    expect(two.branches.length).toBe(2);
  });

  test('a line end inside quotes belongs to the name, and the lines after it keep their numbers', () => {
    const { branches, errors } = parseBranchFile(linesOf('a;b;"Kantor\r\nPusat";53.71', 'a;c;Dua;53.99', 'a;d;Tiga;53.01'));
    expect(branches.map(({ name }) => name)).toEqual(['Kantor Pusat', 'Tiga']);
    expect(errors.map(({ line }) => line)).toEqual([4]);
  });

  test.each([
    ['nobody closes', ['a;b;"Satu;53.71', 'a;c;Dua;53.71', 'a;d;Tiga;53.01']],
    ['only a later row closes', ['a;b;"Satu;53.71', 'a;c;Dua;53.71', 'a;d;"Tiga";53.01']],
  ])('a quote that %s spoils its own line and keeps nobody else out', (_what, rows) => {
    const { branches, errors } = parseBranchFile(linesOf(...rows));
    expect(branches.map(({ branchId }) => branchId)).toEqual(['c', 'd']);
    expect(errors).toEqual([{ line: 2, text: expect.stringContaining('kutip') }]);
  });

  test('letters that were lost before the file came to us are refused, not stored', () => {
    const { branches, errors } = parseBranchFile(linesOf('a;b;Kantor N\uFFFDgekeo;53.71', 'a;c;Du\u0000a;53.71', 'a;d;Tiga;53.01'));
    expect(branches.map(({ branchId }) => branchId)).toEqual(['d']);
    expect(errors.map(({ line }) => line)).toEqual([2, 3]);
  });

  test('a quote in the middle of a name is a letter like any other', () => {
    expect(parseBranchFile(linesOf('a;b;Kantor 5" Utama;53.71')).branches.map(({ name }) => name)).toEqual(['Kantor 5" Utama']);
  });
});

test('a sep= line that a spreadsheet put first is no heading, and lines keep the numbers an editor shows', () => {
  const { branches, errors } = parseBranchFile(
    `\uFEFFsep=,\r\nregencyCode,name,branchId,institutionId\r\n53.07,Maumere,maumere,ksp-contoh\r\n53.99,X,x,ksp-contoh\r\n`,
  );
  expect(branches.map(({ branchId }) => branchId)).toEqual(['maumere']);
  expect(errors.map(({ line }) => line)).toEqual([4]);
  expect(parseBranchFile('sep=;\nnama;kode\n').errors[0]?.line).toBe(2);
});

test.each(['5310', '53.10', '53 10'])('a regency told as %s is Manggarai, by the code of Home Affairs', (code) => {
  expect(parseBranchFile(linesOf(`bpr-contoh;ruteng;Ruteng;${code}`)).branches[0]?.regencyCode).toBe('53.10');
});
