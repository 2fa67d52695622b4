import { createHmac, randomInt } from 'node:crypto';

/** Letters and digits nobody confuses when copying by hand. */
const ALPHABET = 'ABCDEFGHJKMNPQRTVWXY2346789';
/** 27 to the 12th: more than 2 to the 57th. */
const LENGTH = 12;

/** Drawn at random: nobody can compute it from the claim, and it can be taken back. */
export function newFamilyCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** As people type it: small letters, spaces, lines between the groups. */
export function typedCode(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** In groups of four, to be read aloud. */
export function shownCode(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}

export function familyCodeHash(claimId: string, code: string, personKey: string): string {
  return createHmac('sha256', personKey).update(`family-code:${claimId}:${code}`).digest('hex');
}
