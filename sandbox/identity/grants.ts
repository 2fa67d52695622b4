import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { DEMO_MACHINES, DEMO_USERS, type DemoUser } from './users.ts';

const TokenRequest = z.discriminatedUnion('grant_type', [
  z.object({ grant_type: z.literal('password'), username: z.string().max(100), password: z.string().max(200) }),
  z.object({ grant_type: z.literal('client_credentials'), client_id: z.string().max(100), client_secret: z.string().max(200) }),
]);

/** OAuth error codes of RFC 6749 section 5.2. */
export type GrantError = 'invalid_request' | 'unsupported_grant_type' | 'invalid_grant' | 'invalid_client';
export type Granted = { readonly user: DemoUser } | { readonly error: GrantError };

/** Who a token request is about. Everyone in the sandbox shares one password; nothing here is meant to resist anybody. */
export function grant(form: URLSearchParams, password: string): Granted {
  const request = TokenRequest.safeParse(Object.fromEntries(form));
  if (!request.success) return { error: isKnownGrant(form.get('grant_type')) ? 'invalid_request' : 'unsupported_grant_type' };
  if (request.data.grant_type === 'password') {
    const { username, password: given } = request.data;
    const user = DEMO_USERS.find((known) => known.username === username);
    return user && isSame(given, password) ? { user } : { error: 'invalid_grant' };
  }
  const { client_id, client_secret } = request.data;
  const user = DEMO_MACHINES.find((known) => known.username === client_id);
  return user && isSame(client_secret, password) ? { user } : { error: 'invalid_client' };
}

function isKnownGrant(grantType: string | null): boolean {
  return grantType === 'password' || grantType === 'client_credentials';
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
