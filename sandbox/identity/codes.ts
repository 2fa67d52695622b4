import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { DemoUser } from './users.ts';

/** Only what the sandbox's own pages ask for: a code, with PKCE. */
export const AuthorizeQuery = z.object({
  response_type: z.literal('code'),
  client_id: z.string().min(1).max(100),
  redirect_uri: z.url().max(500).refine(isLoopback),
  state: z.string().min(8).max(500),
  nonce: z.string().min(8).max(500),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
});
/** OpenID Connect RP-Initiated Logout 1.0. */
export const LogoutQuery = z.object({
  id_token_hint: z.string().min(1).max(10_000),
  client_id: z.string().min(1).max(100),
  post_logout_redirect_uri: z.url().max(500).refine(isLoopback),
});
export type AuthorizeQuery = z.infer<typeof AuthorizeQuery>;

const CodeRequest = z.object({
  grant_type: z.literal('authorization_code'),
  code: z.string().max(200),
  redirect_uri: z.string().max(500),
  client_id: z.string().max(100),
  code_verifier: z.string().max(200),
});

type Kept = { readonly user: DemoUser; readonly asked: AuthorizeQuery; readonly until: number };
export type Redeemed = { readonly user: DemoUser; readonly nonce: string; readonly clientId: string };

const LIFE_MS = 60_000;

/** A demo password must not travel to a machine somebody named in an address. */
function isLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost');
}

/** Codes live a minute and are good once, for who asked and with what proves it. */
export function createCodes(now: () => number) {
  const kept = new Map<string, Kept>();
  return {
    issue(user: DemoUser, asked: AuthorizeQuery): string {
      const code = randomBytes(24).toString('base64url');
      kept.set(code, { user, asked, until: now() + LIFE_MS });
      return code;
    },

    redeem(form: URLSearchParams): Redeemed | { readonly error: 'invalid_request' | 'invalid_grant' } {
      const request = CodeRequest.safeParse(Object.fromEntries(form));
      if (!request.success) return { error: 'invalid_request' };
      const { code, redirect_uri, client_id, code_verifier } = request.data;
      const found = kept.get(code);
      kept.delete(code);
      const challenge = createHash('sha256').update(code_verifier).digest('base64url');
      const isGood =
        found !== undefined &&
        found.until > now() &&
        found.asked.redirect_uri === redirect_uri &&
        found.asked.client_id === client_id &&
        found.asked.code_challenge === challenge;
      return isGood ? { user: found.user, nonce: found.asked.nonce, clientId: client_id } : { error: 'invalid_grant' };
    },
  };
}
