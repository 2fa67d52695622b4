export type CsvRow = { readonly line: number; readonly cells: readonly string[] };
/** A quote that is opened and never closed. */
export type OpenQuote = { readonly line: number; readonly isOpen: true };

/**
 * The rows of a table as spreadsheets write it: lines end with CR, LF or both; a quoted cell may hold the separator, a doubled quote, and line
 * ends, which do not end the row. `line` is that on which the row begins. A quote that nobody closes, or
 * only that of a later row, spoils its own line and no other: a row over several lines must have as many cells as the first.
 */
export function csvRows(content: string, separator: string): readonly (CsvRow | OpenQuote)[] {
  const rows: (CsvRow | OpenQuote)[] = [];
  let [at, line, width] = [0, 1, 0];
  while (at < content.length) {
    const found = rowAt(content, at, separator);
    const isWhole =
      found !== undefined && (rows.length === 0 || found.cells.length === width || linesIn(content.slice(at, found.end)) <= 1);
    const row = isWhole ? found : undefined;
    if (rows.length === 0) width = row?.cells.length ?? 0;
    const end = row?.end ?? lineEnd(content, at);
    rows.push(row ? { line, cells: row.cells } : { line, isOpen: true });
    line += linesIn(content.slice(at, end));
    at = end;
  }
  return rows;
}

/** Undefined when a quote is still open where the content ends, or closes amid a cell: then it was never meant to be closed there. */
function rowAt(content: string, from: number, separator: string): { readonly cells: readonly string[]; readonly end: number } | undefined {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let at = from;
  for (; at < content.length; at += 1) {
    const letter = content[at] ?? '';
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (content[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (isCellEnd(content, at + 1, separator)) isQuoted = false;
      else return undefined;
    } else if (letter === '"' && cell.trim() === '') {
      cell = '';
      isQuoted = true;
    } else if (letter === separator) {
      cells.push(cell);
      cell = '';
    } else if (isLineEnd(letter)) break;
    else cell += letter;
  }
  if (isQuoted) return undefined;
  const isBoth = content[at] === '\r' && content[at + 1] === '\n';
  return { cells: [...cells, cell].map(tidy), end: Math.min(content.length, at + (isBoth ? 2 : 1)) };
}

function isCellEnd(content: string, from: number, separator: string): boolean {
  let at = from;
  while (content[at] === ' ' || content[at] === '\t') at += 1;
  const after = content[at] ?? '';
  return after === '' || after === separator || isLineEnd(after);
}

/** A line end inside a name is how somebody made it fit a narrow cell. */
function tidy(cell: string): string {
  return cell.replaceAll(/[\r\n\t ]+/g, ' ').trim();
}

function isLineEnd(letter: string): boolean {
  return letter === '\n' || letter === '\r';
}

function lineEnd(content: string, from: number): number {
  let at = from;
  while (at < content.length && !isLineEnd(content[at] ?? '')) at += 1;
  return Math.min(content.length, at + (content.startsWith('\r\n', at) ? 2 : 1));
}

function linesIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
