import type { Instant } from '#domain/time/calendar/instant.ts';
import type { StatementEntry } from './statement.ts';
import type { Transfer } from './transfers.ts';

/** What an entry, or a line that is not quite one, says of whose it is. */
export type Clues = Partial<Pick<StatementEntry, 'bankReference' | 'direction' | 'amount' | 'at'>> & { readonly told: string };

/** Shorter pieces of a reference of ours would fit too many. */
export const SHORTEST_CUT = 13;
const OURS = /STN[A-Z0-9]{10,}/;
/** Of either length. A short one without any letter past F could be a piece of a long one. */
const WHOLE = /^STN(?:[0-9A-F]{40}I[1-9]\d*|(?=[0-9A-Z]*[G-Z])[0-9A-Z]{17})$/;
/** A number of the bank's alone says whose an entry is only near the transfer: banks begin to count again. */
const NEAR_MS = 3 * 86_400_000;
/** Banks keep seconds and their own clock. */
const SKEW_MS = 60_000;

/**
 * Banks give our reference back in small letters, padded, cut to their own length, amid other words, or not at all. Answers the one transfer an
 * entry can be about, and none where it could be two.
 */
export function createReferenceFinder(transfers: readonly Transfer[]): (clues: Clues) => Transfer | undefined {
  const exact = new Map(transfers.map((transfer) => [transfer.reference, transfer]));
  const byStart = Map.groupBy(transfers, ({ reference }) => reference.slice(0, SHORTEST_CUT));
  const byNumber = Map.groupBy(
    transfers.filter(({ bankReference }) => bankReference !== undefined),
    ({ bankReference = '' }) => plainNumber(bankReference),
  );

  return (clues) => {
    const { told, bankReference } = clues;
    const letter = exact.get(told);
    if (letter) return letter;
    const words = wordsOf(told);
    const started = words.flatMap((word) =>
      (byStart.get(word.slice(0, SHORTEST_CUT)) ?? []).filter(({ reference }) => fits(word, reference)),
    );
    const whole = started.filter(({ reference }) => words.includes(reference));
    const found = only(whole.length > 0 ? whole : started, clues);
    if (found) return found;
    // A whole reference of our making that is nobody's here: that the number fits as well is chance.
    if (bankReference === undefined || started.length > 0 || words.some((word) => WHOLE.test(word))) return undefined;
    return only(
      (byNumber.get(plainNumber(bankReference)) ?? []).filter((transfer) => isNear(transfer, clues)),
      clues,
    );
  };
}

/** What in a text may be a reference of ours, whole or in part; empty when nothing is. */
export function wordsOf(told: string): readonly string[] {
  const text = told.toUpperCase();
  const joined = text.replace(/[^A-Z0-9]/g, '');
  const inside = [...(OURS.exec(text) ?? []), ...(OURS.exec(joined) ?? [])];
  const words = [...text.split(/[^A-Z0-9]+/), joined, ...inside].map((word) => word.replace(/^0+/, ''));
  return [...new Set(words)].filter((word) => word.length >= SHORTEST_CUT);
}

/** Cut short, whole, or filled up with zeros. */
export function fits(word: string, reference: string): boolean {
  return reference.startsWith(word) || (word.startsWith(reference) && /^0+$/.test(word.slice(reference.length)));
}

function plainNumber(number: string): string {
  return number
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^0+/, '');
}

function isNear({ amount, confirmedAt, sentAt, reversedAt }: Transfer, { at, direction, ...clues }: Clues): boolean {
  if (direction === 'in' && clues.amount === amount) return true;
  return at === undefined || [confirmedAt, sentAt, reversedAt].some((when) => when !== undefined && Math.abs(at - when) <= NEAR_MS);
}

/** Of several: that with the bank's number, that of the amount, and of the issues of one line the last sent before the booking. */
function only(candidates: readonly Transfer[], { bankReference, amount, at }: Clues): Transfer | undefined {
  let left: readonly Transfer[] = [...new Set(candidates)];
  const narrow = (keep: (transfer: Transfer) => boolean): void => {
    const kept = left.filter(keep);
    if (kept.length > 0) left = kept;
  };
  if (bankReference !== undefined)
    narrow((one) => one.bankReference !== undefined && plainNumber(one.bankReference) === plainNumber(bankReference));
  narrow((one) => one.amount === amount);
  if (new Set(left.map(({ payoutId }) => payoutId)).size !== 1) return undefined;
  if (at !== undefined) narrow(({ sentAt }) => sentAt !== undefined && sentAt <= at + SKEW_MS);
  return left.toSorted((a, b) => sent(b) - sent(a) || b.issue - a.issue)[0];
}

function sent({ sentAt }: Transfer): Instant {
  return sentAt ?? 0;
}
