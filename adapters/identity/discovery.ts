import type { z } from 'zod';
import { IdentityUnavailable } from './identity-errors.ts';

/** Reads the issuer's own description of itself, once; a failure is not kept, so that we recover when the issuer does. */
export function createDiscovery<T extends { readonly issuer: string }>(
  shape: z.ZodType<T>,
  issuer: string,
  timeoutMs: number,
): () => Promise<T> {
  let found: Promise<T> | undefined;
  return async () => {
    found ??= read();
    try {
      return await found;
    } catch (error) {
      found = undefined;
      throw new IdentityUnavailable(error);
    }
  };

  async function read(): Promise<T> {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
    const description = shape.parse(await response.json());
    // An issuer that names another one would let that one's keys sign for it.
    if (description.issuer !== issuer) throw new Error('the issuer does not call itself by the configured name');
    return description;
  }
}
