import { CONNECTING_WORDS, LEADING_TITLES, SAME_NAME, SAME_SOUND, TITLES_OR_NAMES, TRAILING_TITLES } from './name-words.ts';

/** The words of a name that count: upper case, without titles, in one spelling. A name made of titles only is kept. */
export function nameWords(name: string): readonly string[] {
  return withoutTitles(rawWords(name)).map(oneSpelling);
}

/** The same without a word in front that may be a title or a name (Nona); undefined where there is none, or nothing else. */
export function wordsWithoutDoubtfulTitle(words: readonly string[]): readonly string[] | undefined {
  const from = words.findIndex((word) => !TITLES_OR_NAMES.has(word));
  return from > 0 ? words.slice(from) : undefined;
}

function rawWords(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toUpperCase()
    .split(/[^A-Z.]+/)
    .flatMap(withoutDots)
    .filter((word) => word !== '');
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

/** One letter for one sound, and one spelling for the name everybody shortens. */
export function oneSpelling(word: string): string {
  const spelt = SAME_SOUND.reduce((text, [sound, letter]) => text.replace(sound, letter), word);
  return SAME_NAME[spelt] ?? spelt;
}

/** Equal in any order, or equal letter by letter when only the spaces differ (`DEWI SARTIKA`, `DEWISARTIKA`). */
export function sameWords(left: readonly string[], right: readonly string[]): boolean {
  return sorted(left).join(' ') === sorted(right).join(' ') || left.join('') === right.join('');
}

function sorted(words: readonly string[]): string[] {
  return [...words].sort((a, b) => Number(a > b) - Number(a < b));
}
