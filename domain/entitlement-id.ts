import { sha256Hex } from './format/sha256.ts';

/** Like a claim number, read over a phone: no I, L, O, U, 0 or 1. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const SHAPE = new RegExp(`^BSW-[${ALPHABET}]{5}-[${ALPHABET}]{5}$`);
const LETTERS = 10;

export type EntitlementId = string & { readonly __brand: 'EntitlementId' };

/** One per child and claim, for ever. It tells nobody who the child is. */
export function entitlementIdOf(claimId: string, childId: string): EntitlementId {
  const digest = sha256Hex(encodeURIComponent(JSON.stringify([claimId, childId])));
  const letters = Array.from({ length: LETTERS }, (_, index) => letterOf(digest.slice(index * 2, index * 2 + 2)));
  return `BSW-${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}` as EntitlementId;
}

/** Lower case is forgiven; anything else is undefined. */
export function parseEntitlementId(text: string): EntitlementId | undefined {
  const written = text.trim().toUpperCase();
  return SHAPE.test(written) ? (written as EntitlementId) : undefined;
}

function letterOf(byte: string): string | undefined {
  return ALPHABET[Number.parseInt(byte, 16) % ALPHABET.length];
}
