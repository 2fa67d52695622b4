import { LEGAL_FORMS } from './name-words.ts';
import { wordSimilarity } from './word-likeness.ts';
import { oneSpelling } from './words.ts';

/** `alike` is a question for a person: one employer written twice, or two. */
export const EMPLOYER_LIKENESSES = ['same', 'alike', 'different'] as const;
export type EmployerLikeness = (typeof EMPLOYER_LIKENESSES)[number];

/** One letter misheard in six. */
const ALIKE_FROM = 8_500;

/**
 * Two employers as somebody typed them: an id, or a name in which case, spaces, dots and the legal form do not count. Numbers and single
 * letters tell apart (`SD 1`, `SD 2`): ids and branches differ by nothing else.
 */
export function employerLikeness(one: string, other: string): EmployerLikeness {
  const [left, right] = [foldEmployer(one), foldEmployer(other)];
  // Nobody named: nothing to tell one from another, and nothing that says they are one.
  if (left.core.length === 0 || right.core.length === 0) return left.core.length === right.core.length ? 'same' : 'alike';
  if (isSameCore(left.core, right.core)) return formsAgree(left.forms, right.forms) ? 'same' : 'alike';
  return areAlike(left.core, right.core) ? 'alike' : 'different';
}

type Folded = { readonly core: readonly string[]; readonly forms: readonly string[] };

function foldEmployer(name: string): Folded {
  const words = wordsOf(name);
  const core = words.filter((word) => !LEGAL_FORMS.has(word));
  // A name made of nothing else is kept as it is.
  return core.length === 0 ? { core: words, forms: [] } : { core, forms: words.filter((word) => LEGAL_FORMS.has(word)) };
}

function wordsOf(name: string): readonly string[] {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return withFormsJoined(words);
}

/** `P.T.` and `C V` are read letter by letter. */
function withFormsJoined(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const pair = `${words[index]}${words[index + 1] ?? ''}`;
    const isForm = words[index]?.length === 1 && words[index + 1]?.length === 1 && LEGAL_FORMS.has(pair);
    joined.push(isForm ? pair : (words[index] ?? ''));
    if (isForm) index++;
  }
  return joined;
}

function isSameCore(left: readonly string[], right: readonly string[]): boolean {
  return left.join('') === right.join('') || [...left].sort().join(' ') === [...right].sort().join(' ');
}

/** `CV` and `PT` of one name are two bodies by law, and one slip of the pen. */
function formsAgree(left: readonly string[], right: readonly string[]): boolean {
  return left.length === 0 || right.length === 0 || left.some((form) => right.includes(form));
}

function areAlike(left: readonly string[], right: readonly string[]): boolean {
  if (labelsOf(left) !== labelsOf(right)) return false;
  const isPart = left.every((word) => right.includes(word)) || right.every((word) => left.includes(word));
  return isPart || wordSimilarity(spelt(left), spelt(right)) >= ALIKE_FROM;
}

/** What numbers and single letters a name carries, in their order. */
function labelsOf(words: readonly string[]): string {
  return words.flatMap((word) => (word.length === 1 ? [word] : (word.match(/\d+/g) ?? []))).join(' ');
}

function spelt(words: readonly string[]): string {
  return words.map(oneSpelling).join('');
}
