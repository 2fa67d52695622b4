import { createHash } from 'node:crypto';

/** Stands for an account number, or for what it belongs to, wherever the number has no business. */
export function keyedReference(personKey: string, ...parts: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([personKey, ...parts]))
    .digest('hex')
    .slice(0, 32);
}
