import { nameSimilarity } from '#domain/people/names/person-name.ts';
import { WHOLE } from '#domain/people/names/word-likeness.ts';
import { nameWords } from '#domain/people/names/words.ts';

export const HOLDER_VERDICTS = ['match', 'differs', 'ask'] as const;
export type HolderVerdict = (typeof HOLDER_VERDICTS)[number];

export type HolderMatch = {
  readonly verdict: HolderVerdict;
  /** 10,000 is the same name; shown to the person who is asked. */
  readonly similarityBasisPoints: number;
};

/** Below this nobody needs to be asked: it is another name. */
const DIFFERS_BELOW = 6_000;

/**
 * Is the account's holder the payee? `match` forgives order, titles, spelling and word breaks, never a letter that makes another name of it
 * (Florentina and Florentino are brother and sister): everything between equal and foreign is a question for a person.
 */
export function matchHolder(expected: string, fromBank: string): HolderMatch {
  const similarityBasisPoints = nameSimilarity(expected, fromBank);
  if (similarityBasisPoints === WHOLE) return { verdict: 'match', similarityBasisPoints };
  if (similarityBasisPoints === 0) return { verdict: 'differs', similarityBasisPoints };
  const [left, right] = [nameWords(expected), nameWords(fromBank)];
  const worthAsking = similarityBasisPoints >= DIFFERS_BELOW || isPartOf(left, right) || isPartOf(right, left);
  return { verdict: worthAsking ? 'ask' : 'differs', similarityBasisPoints };
}

/** Banks cut long names and people leave words out or write initials. */
function isPartOf(fewer: readonly string[], more: readonly string[]): boolean {
  return fewer.every((word) => more.some((other) => other.startsWith(word)));
}
