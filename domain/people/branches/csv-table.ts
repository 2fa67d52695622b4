import { csvRows } from './csv-rows.ts';

export type CsvLine<Column extends string> =
  | { readonly line: number; readonly cell: (column: Column) => string; readonly whole: string }
  | { readonly line: number; readonly text: string };

/** What a spreadsheet says above its table, to tell with what it parts cells. */
const SEPARATOR_LINE = /^sep=([;,])(?:\r\n|\r|\n)/i;

/** A table with a heading line, columns in any order, semicolons or commas. Empty rows are left out; a row that cannot be read says why. */
export function csvTable<Column extends string>(content: string, needed: readonly Column[]): readonly CsvLine<Column>[] {
  const table = content.replace(/^\uFEFF/, '');
  const [, told] = SEPARATOR_LINE.exec(table) ?? [];
  const separator = told ?? (/^[^\r\n]*;/.test(table) ? ';' : ',');
  const skipped = told === undefined ? 0 : 1;
  const [heading, ...rows] = csvRows(table.replace(SEPARATOR_LINE, ''), separator).map((row) => ({ ...row, line: row.line + skipped }));
  const columns: readonly string[] = heading && 'cells' in heading ? heading.cells : [];
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length > 0) return [{ line: 1 + skipped, text: `Kolom tidak ada: ${missing.join(', ')}.` }];
  return rows.flatMap((row): readonly CsvLine<Column>[] => {
    const { line } = row;
    if (!('cells' in row)) return [{ line, text: 'Tanda kutip dibuka dan tidak ditutup.' }];
    const { cells } = row;
    if (cells.every((cell) => cell === '')) return [];
    if (cells.length !== columns.length) return [{ line, text: `Ada ${cells.length} kolom, seharusnya ${columns.length}.` }];
    return [{ line, cell: (column) => cells[columns.indexOf(column)] ?? '', whole: cells.join('') }];
  });
}

/** Control signs, and the sign that stands where a letter was lost before the file came to us. */
export const UNREADABLE = /[\p{Cc}\p{Cf}\uFFFD]/u;
