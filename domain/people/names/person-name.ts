import { WHOLE, wordSimilarity } from './word-likeness.ts';
import { nameWords, sameWords, wordsWithoutDoubtfulTitle } from './words.ts';

/** Longer names are compared by their first words; pairing grows with every subset of them. */
const MOST_WORDS = 8;
/** Alike but for a word that may be a title or a name: never the same without a person's look, never another name. */
const BUT_FOR_A_TITLE = 9_000;

/**
 * How alike two names of people are, 10,000 being the same and only the same: titles, order, spelling and word breaks are forgiven, a
 * misheard letter costs half, a turned pair of letters one. Symmetric. The one percentage for account holders, registries and doubles.
 */
export function nameSimilarity(one: string, other: string): number {
  return similarityOf(nameWords(one), nameWords(other));
}

export function isSameName(one: string, other: string): boolean {
  return nameSimilarity(one, other) === WHOLE;
}

function similarityOf(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  if (sameWords(left, right)) return WHOLE;
  const spelt = pairedSimilarity(left, right);
  const [shorterLeft, shorterRight] = [wordsWithoutDoubtfulTitle(left), wordsWithoutDoubtfulTitle(right)];
  if (!shorterLeft && !shorterRight) return spelt;
  const without = similarityOf(shorterLeft ?? left, shorterRight ?? right);
  return Math.max(spelt, Math.floor((without * BUT_FOR_A_TITLE) / WHOLE));
}

function pairedSimilarity(left: readonly string[], right: readonly string[]): number {
  const [some, others] = [left.slice(0, MOST_WORDS), right.slice(0, MOST_WORDS)];
  const letters = lettersOf(some) + lettersOf(others);
  // What the words beyond the first few hide is not the same name.
  return Math.min(WHOLE - 1, Math.floor(bestPairing(some, others) / letters));
}

/** The words paired so that the letters they share weigh most; unpaired words count as letters shared by nobody. */
function bestPairing(left: readonly string[], right: readonly string[]): number {
  // Over the subsets of `right` that the words so far have taken.
  let best = new Map([[0, 0]]);
  for (const word of left) {
    const weights = right.map((other) => (word.length + other.length) * wordSimilarity(word, other));
    const next = new Map(best);
    for (const [taken, weight] of best) {
      weights.forEach((added, index) => {
        const bit = 2 ** index;
        if (Math.floor(taken / bit) % 2 === 1) return;
        next.set(taken + bit, Math.max(next.get(taken + bit) ?? 0, weight + added));
      });
    }
    best = next;
  }
  return Math.max(...best.values());
}

function lettersOf(words: readonly string[]): number {
  return words.reduce((sum, { length }) => sum + length, 0);
}

/**
 * The same for every name that differs in order, titles and spelling only: what a store looks people up by. Wider than `nameSimilarity`:
 * a word that may be a title is left out, so that both are found and a person compares.
 */
export function nameKey(name: string): string {
  const words = nameWords(name);
  return [...(wordsWithoutDoubtfulTitle(words) ?? words)].sort().join(' ');
}

/** `87%`; down, so that 100% is said of equals only. */
export function asPercent(basisPoints: number): string {
  return `${Math.floor(basisPoints / 100)}%`;
}
