import { sha256Hex } from '#domain/format/sha256.ts';

/** Names one payout line for ever. Bank rails forget a reference after a day or two months; we never do. */
export type PayoutId = string & { readonly __brand: 'PayoutId' };

const PART = /^[A-Za-z0-9:_/-]+$/;
const SEPARATOR = '.';

/** Two different lines never share an id: no part may hold the separator. Throws a RangeError for parts that are not plain ASCII words. */
export function payoutId(claimId: string, generation: number, benefit: string, period: string, payeeClass: string): PayoutId {
  if (!Number.isSafeInteger(generation) || generation < 1) throw new RangeError(`not a generation: ${generation}`);
  const parts = [claimId, String(generation), benefit, period, payeeClass];
  for (const part of parts) if (!PART.test(part)) throw new RangeError('a part of a payout id must be a plain ASCII word');
  return parts.join(SEPARATOR) as PayoutId;
}

export function payoutWorkflowId(id: PayoutId): string {
  return `payout:${id}`;
}

/**
 * What the bank knows the payment by (SNAP `partnerReferenceNo`, at most 64 characters; letters and digits pass every rail). The same for every
 * repetition of a send, another one only for a new issue, when the original is certainly dead.
 */
export function partnerReference(id: PayoutId, issue = 1): string {
  return `STN${sha256Hex(id).slice(0, 40).toUpperCase()}I${wholeFromOne(issue, 'issue')}`;
}

const SHORT_LETTERS = 17;

/**
 * The same for a bank that takes only twenty characters: 17 letters and digits of the hash of line and issue. Two of ten million payments
 * share one with a chance of one in five billion billion.
 */
export function shortReference(id: PayoutId, issue = 1): string {
  const number = BigInt(`0x${sha256Hex(`${id}#${wholeFromOne(issue, 'issue')}`)}`) % 36n ** BigInt(SHORT_LETTERS);
  return `STN${number.toString(36).toUpperCase().padStart(SHORT_LETTERS, '0')}`;
}

const EXTERNAL_ID_DIGITS = 36;

/** One request at the bank (SNAP `X-EXTERNAL-ID`: digits only, at most 36, never twice on one day), so each attempt has its own. */
export function externalId(id: PayoutId, issue: number, attempt: number): string {
  const hash = sha256Hex(`${partnerReference(id, issue)}#${wholeFromOne(attempt, 'attempt')}`);
  return String(BigInt(`0x${hash}`) % 10n ** BigInt(EXTERNAL_ID_DIGITS)).padStart(EXTERNAL_ID_DIGITS, '0');
}

function wholeFromOne(value: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`not a number of an ${what}: ${value}`);
  return value;
}
