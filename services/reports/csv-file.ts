export type CsvCell = string | number;

/** Spreadsheets of Indonesia expect semicolons, and a byte order mark to see UTF-8. */
const BOM = '\uFEFF';
/** What a spreadsheet would take for a formula; a number stays one. */
const FORMULA = /^[=+\-@\t\r]/;

export class CsvFile {
  readonly name: string;
  readonly content: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(name: string, rows: readonly (readonly CsvCell[])[]) {
    this.name = name;
    this.content = toCsv(rows);
    this.headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` };
  }
}

export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `${BOM}${rows.map((row) => row.map(toCell).join(';')).join('\r\n')}\r\n`;
}

function toCell(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
