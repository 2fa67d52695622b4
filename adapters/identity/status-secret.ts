import { createHmac } from 'node:crypto';

/** Letters and digits nobody confuses when copying by hand. */
const ALPHABET = 'ABCDEFGHJKMNPQRTVWXY2346789';
const LENGTH = 8;

/** The family's secret for the status page: a function of the claim, so it can be printed again and is stored nowhere. */
export function createStatusSecret(personKey: string): (claimId: string) => string {
  return (claimId) => {
    const digest = createHmac('sha256', personKey).update(`status:${claimId}`).digest();
    return Array.from({ length: LENGTH }, (_, index) => ALPHABET[(digest[index] ?? 0) % ALPHABET.length]).join('');
  };
}
