import { bankCause } from '#domain/cause.ts';

type About = { readonly payoutId: string; readonly issue: number };
type News = { readonly state: string; readonly attempt?: number };

/**
 * One id for all who bring the same news of an order: the bank's answer, its statement or two people. Every send may fall silent, and each
 * silence is news of its own. In the bank's own space, since everything in it can be guessed.
 */
export function newsId({ payoutId, issue }: About, { state, attempt }: News): string {
  const send = state === 'unknown' && attempt !== undefined ? `:${attempt}` : '';
  return bankCause(`${payoutId}:${issue}:${state}${send}`);
}

/** What the bank's books say of when it paid; each instant is news of its own. */
export function bookedId({ payoutId, issue }: About, bookedAt: number): string {
  return `${payoutId}:${issue}:booked:${bookedAt}`;
}
