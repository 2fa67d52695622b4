import { readFileSync } from 'node:fs';
import { SWITCH_DEFAULTS } from '#domain/law/rules/switches.ts';

const rows = readFileSync('docs/open-questions.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| `/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const idOf = (cells: readonly string[]): string => (cells[1] ?? '').replaceAll('`', '');

test('the legal desk is asked about every switch there is, once, with its sources and what it changes', () => {
  expect(rows.map(idOf).sort()).toEqual(Object.keys(SWITCH_DEFAULTS).sort());
  for (const cells of rows) {
    expect(cells).toHaveLength(8 - 1);
    expect(cells.slice(2, 6).every((cell) => cell.length > 3 || /^`?\S+`?$/.test(cell))).toBe(true);
  }
});

test('the default the desk reads is the one that holds', () => {
  for (const cells of rows) {
    const value = SWITCH_DEFAULTS[idOf(cells) as keyof typeof SWITCH_DEFAULTS];
    if (typeof value === 'object') continue;
    expect(`${idOf(cells)}: ${cells[5]}`).toContain(`\`${value}\``);
  }
});
