/** How spreadsheets are told what parts their cells; it stands before the first line that means anything. */
export function isSeparatorLine(line: string): boolean {
  return /^"?sep=.?"?\s*$/i.test(line);
}
