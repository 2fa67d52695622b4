/**
 * Claim number, the only name of a claim people ever type: `STN-` and two groups of five letters and digits that are hard to confuse
 * when read over a phone (no I, L, O, U, 0 or 1).
 */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const SHAPE = new RegExp(`^STN-[${ALPHABET}]{5}-[${ALPHABET}]{5}$`);
const LETTERS = 10;

export type ClaimId = string & { readonly __brand: 'ClaimId' };

/** A function of what the claim is about (bytes of a digest, at least 10), so that a repeated report names the same claim. */
export function claimIdFromDigest(digest: ArrayLike<number>): ClaimId {
  const letters = Array.from({ length: LETTERS }, (_, index) => ALPHABET[(digest[index] ?? 0) % ALPHABET.length]);
  return `STN-${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}` as ClaimId;
}

/** Lower case and missing dashes are forgiven; anything else is undefined. */
export function parseClaimId(text: string): ClaimId | undefined {
  const bare = text.trim().toUpperCase().replaceAll('-', '').replaceAll(' ', '');
  const written = `${bare.slice(0, 3)}-${bare.slice(3, 8)}-${bare.slice(8)}`;
  return SHAPE.test(written) ? (written as ClaimId) : undefined;
}
