/** The same, in basis points. */
export const WHOLE = 10_000;

/** Letters one hears or types for another in names of the region: half a mistake. */
const NEAR_LETTERS = ['EIY', 'OUW', 'CKQ', 'FPV', 'SZ', 'DT', 'AE', 'GJ'] as const;
const LETTER = 2;
const NEAR_LETTER = 1;
/** An initial stands for its word, but for many others too. */
const INITIAL_BASIS_POINTS = 7_000;

/** How alike two words are: a misheard letter costs half, a turned pair of letters one. Symmetric. */
export function wordSimilarity(one: string, other: string): number {
  if (one === other) return WHOLE;
  const isInitial = (one.length === 1 || other.length === 1) && one[0] === other[0];
  if (isInitial) return INITIAL_BASIS_POINTS;
  const longest = Math.max(one.length, other.length) * LETTER;
  return Math.floor(((longest - mistakes(one, other)) * WHOLE) / longest);
}

/** Insertions, removals, replacements and turned neighbours. */
function mistakes(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, index) => index * LETTER)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= one.length; i++) {
    const row = [i * LETTER];
    rows.push(row);
    for (let j = 1; j <= other.length; j++) {
      const replaced = at(i - 1, j - 1) + replacement(one[i - 1] ?? '', other[j - 1] ?? '');
      const turned = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? at(i - 2, j - 2) + LETTER : Number.POSITIVE_INFINITY;
      row.push(Math.min(replaced, turned, at(i - 1, j) + LETTER, at(i, j - 1) + LETTER));
    }
  }
  return at(one.length, other.length);
}

function replacement(one: string, other: string): number {
  if (one === other) return 0;
  return NEAR_LETTERS.some((letters) => letters.includes(one) && letters.includes(other)) ? NEAR_LETTER : LETTER;
}
