import { CONNECTING_WORDS, LEADING_TITLES, SAME_NAME, SAME_SOUND, TRAILING_TITLES } from './name-words.ts';

export const HOLDER_VERDICTS = ['match', 'differs', 'ask'] as const;
export type HolderVerdict = (typeof HOLDER_VERDICTS)[number];

export type HolderMatch = {
  readonly verdict: HolderVerdict;
  /** 10,000 is the same name; shown to the person who is asked. */
  readonly similarityBasisPoints: number;
};

const WHOLE = 10_000;
/** Below this nobody needs to be asked: it is another name. */
const DIFFERS_BELOW = 6_000;

/**
 * Is the account's holder the payee? `match` forgives order, titles, spelling and word breaks, never a letter that makes another name of it
 * (Florentina and Florentino are brother and sister): everything between equal and foreign is a question for a person.
 */
export function matchHolder(expected: string, fromBank: string): HolderMatch {
  const [left, right] = [nameWords(expected), nameWords(fromBank)];
  if (left.length === 0 || right.length === 0) return { verdict: 'differs', similarityBasisPoints: 0 };
  if (sameName(left, right)) return { verdict: 'match', similarityBasisPoints: WHOLE };
  const similarityBasisPoints = Math.min(WHOLE - 1, similarity(left, right));
  const worthAsking = similarityBasisPoints >= DIFFERS_BELOW || isPartOf(left, right) || isPartOf(right, left);
  return { verdict: worthAsking ? 'ask' : 'differs', similarityBasisPoints };
}

/** The words of a name that count: upper case, without titles, in one spelling. A name made of titles only is kept. */
export function nameWords(name: string): readonly string[] {
  const raw = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toUpperCase()
    .split(/[^A-Z.]+/)
    .flatMap(withoutDots)
    .filter((word) => word !== '');
  return withoutTitles(raw).map(oneSpelling);
}

/** `S.Pd` is one word, `YOHANES.B` two. */
function withoutDots(chunk: string): readonly string[] {
  const pieces = chunk.split('.').filter((piece) => piece !== '');
  const joined = pieces.join('');
  return TRAILING_TITLES.has(joined) || LEADING_TITLES.has(joined) ? [joined] : pieces;
}

function withoutTitles(words: readonly string[]): readonly string[] {
  let [from, to] = [0, words.length];
  while (from < to - 1 && LEADING_TITLES.has(words[from] ?? '')) from++;
  while (to > from + 1 && TRAILING_TITLES.has(words[to - 1] ?? '')) to--;
  const rest = words.slice(from, to);
  const names = rest.filter((word) => !CONNECTING_WORDS.has(word));
  return names.length > 0 ? names : rest;
}

function oneSpelling(word: string): string {
  const spelt = SAME_SOUND.reduce((text, [sound, letter]) => text.replace(sound, letter), word);
  return SAME_NAME[spelt] ?? spelt;
}

/** Equal in any order, or equal letter by letter when only the spaces differ (`DEWI SARTIKA`, `DEWISARTIKA`). */
function sameName(left: readonly string[], right: readonly string[]): boolean {
  return sorted(left).join(' ') === sorted(right).join(' ') || left.join('') === right.join('');
}

/** Banks cut long names and people leave words out or write initials. */
function isPartOf(fewer: readonly string[], more: readonly string[]): boolean {
  return fewer.every((word) => more.some((other) => other.startsWith(word)));
}

function sorted(words: readonly string[]): string[] {
  return [...words].sort((a, b) => Number(a > b) - Number(a < b));
}

/** Letters found again on the other side, best pairs first, as a share of all letters of both names. */
function similarity(left: readonly string[], right: readonly string[]): number {
  const pairs = left.flatMap((a, i) => right.map((b, j) => ({ i, j, letters: commonLetters(a, b) })));
  // Ties are broken by place, so that swapping the names changes nothing but the order in which equal pairs are taken.
  pairs.sort((a, b) => b.letters - a.letters || a.i + a.j - (b.i + b.j));
  const [usedLeft, usedRight] = [new Set<number>(), new Set<number>()];
  let common = 0;
  for (const { i, j, letters } of pairs) {
    if (usedLeft.has(i) || usedRight.has(j)) continue;
    usedLeft.add(i);
    usedRight.add(j);
    common += letters;
  }
  return Math.floor((2 * common * WHOLE) / (left.join('').length + right.join('').length));
}

function commonLetters(a: string, b: string): number {
  return Math.max(0, (a.length + b.length - 2 * editDistance(a, b)) / 2);
}

/** Insertions, removals, replacements. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
