import { CsvFile, toCsv } from '#services/reports/csv-file.ts';

test('a table opens in a spreadsheet as it was meant: byte order mark, semicolons, quotes only where they are needed', () => {
  expect(
    toCsv([
      ['Uraian', 'Rp'],
      ['a;b "c"', -5],
      ['baris\nkedua', 0],
    ]),
  ).toBe('\uFEFFUraian;Rp\r\n"a;b ""c""";-5\r\n"baris\nkedua";0\r\n');
});

test.each(['=1+1', '+62', '-5', '@A1', '\tx'])('a text like %j is never taken for a formula', (text) => {
  expect(toCsv([[text]])).toBe(`\uFEFF'${text}\r\n`);
});

test('a file says what it is and how it is called', () => {
  expect(new CsvFile('a.csv', []).headers).toEqual({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="a.csv"',
  });
});
