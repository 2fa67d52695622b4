import { type Day, parseDay } from '../calendar/day.ts';
import { nameWords } from '../payout/holder-name.ts';
import type { Agreement } from './checks.ts';

const WHOLE = 10_000;
/** Longer names are compared by their first words; pairing grows with every subset of them. */
const MOST_WORDS = 8;

/** Letters one hears or types for another in names of the region: half a mistake. */
const NEAR_LETTERS = ['EIY', 'OUW', 'CKQ', 'FPV', 'SZ', 'DT', 'AE', 'GJ'] as const;
const LETTER = 2;
const NEAR_LETTER = 1;
/** An initial stands for its word, but for many others too. */
const INITIAL_BASIS_POINTS = 7_000;

/**
 * How alike two names are, 10,000 being the same: titles, order, spelling and word breaks are forgiven as for account holders, a
 * misheard letter costs half, a turned pair of letters one. Symmetric.
 */
export function nameSimilarity(one: string, other: string): number {
  const [left, right] = [nameWords(one).slice(0, MOST_WORDS), nameWords(other).slice(0, MOST_WORDS)];
  if (left.length === 0 || right.length === 0) return 0;
  if (left.join('') === right.join('')) return WHOLE;
  const letters = lettersOf(left) + lettersOf(right);
  return Math.floor(bestPairing(left, right) / letters);
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

function wordSimilarity(one: string, other: string): number {
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

function lettersOf(words: readonly string[]): number {
  return words.reduce((sum, { length }) => sum + length, 0);
}

/** The same for every name that differs in order, titles and spelling only: what a store looks people up by. */
export function nameKey(name: string): string {
  return [...nameWords(name)].sort().join(' ');
}

export type DayAgreement = 'same' | 'near' | 'differs' | 'unknown';

/** `near` is one wrong digit, or day and month changed over: what a hand makes of a date. */
export function dayAgreement(one: Day | undefined, other: Day | undefined): DayAgreement {
  if (one === undefined || other === undefined) return 'unknown';
  if (one === other) return 'same';
  const wrongDigits = [...one].filter((digit, index) => digit !== other[index]).length;
  return wrongDigits === 1 || changedOver(one) === other ? 'near' : 'differs';
}

/** Every day that is `same` or `near`, itself first: what a store looks people up by. */
export function daysMistakenFor(on: Day): readonly Day[] {
  const slips = [...on].flatMap((digit, index) =>
    digit === '-' ? [] : [...'0123456789'].map((other) => on.slice(0, index) + other + on.slice(index + 1)),
  );
  return [...new Set([on, ...[changedOver(on), ...slips].flatMap((text) => parseDay(text) ?? [])])];
}

function changedOver(on: Day): string {
  return `${on.slice(0, 4)}-${on.slice(8, 10)}-${on.slice(5, 7)}`;
}

const NAME_SHARE = 60;
const DAY_SHARE = 40;
const DAY_BASIS_POINTS: Readonly<Record<DayAgreement, number>> = { same: WHOLE, near: 7_000, unknown: 6_500, differs: 0 };

export type KnownPerson = { readonly name: string; readonly birthDate?: Day };
export type PersonSimilarity = {
  readonly basisPoints: number;
  readonly nameBasisPoints: number;
  readonly agrees: readonly Agreement[];
};

export function personSimilarity(one: KnownPerson, other: KnownPerson): PersonSimilarity {
  const nameBasisPoints = nameSimilarity(one.name, other.name);
  const birth = dayAgreement(one.birthDate, other.birthDate);
  const agrees: Agreement[] = [];
  if (nameBasisPoints === WHOLE) agrees.push('name');
  if (birth === 'same') agrees.push('birth-date');
  return { basisPoints: Math.floor((nameBasisPoints * NAME_SHARE + DAY_BASIS_POINTS[birth] * DAY_SHARE) / 100), nameBasisPoints, agrees };
}

/** `87%`; down, so that 100% is said of equals only. */
export function asPercent(basisPoints: number): string {
  return `${Math.floor(basisPoints / 100)}%`;
}
