import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { createDiscovery } from './discovery.ts';
import { IdentityUnavailable, TokenRejected } from './identity-errors.ts';

export type SignInOptions = {
  readonly issuer: string;
  readonly clientId: string;
  /** Of the access token. */
  readonly audience: string;
  readonly timeoutMs?: number;
  readonly now?: () => number;
};

/** What must come back with the person; kept sealed in the browser meanwhile. */
export type SignInBegun = { readonly state: string; readonly nonce: string; readonly verifier: string };
export type SignedIn = { readonly accessToken: string; readonly idToken: string; readonly subject: string; readonly seconds: number };

export type SignIn = {
  begin(redirectUri: string): Promise<{ readonly address: string; readonly begun: SignInBegun }>;
  /** Throws TokenRejected for a code or a token that is not good, IdentityUnavailable when nobody answers. */
  finish(code: string, redirectUri: string, begun: SignInBegun): Promise<SignedIn>;
  /** Where a browser ends the person's session at the issuer, and comes back from; undefined where the issuer knows no such place. */
  leave(idToken: string, backTo: string): Promise<string | undefined>;
};

const Description = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
});
const Tokens = z.object({ access_token: z.string().min(1), id_token: z.string().min(1), expires_in: z.number().positive().default(300) });

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const random = (): string => randomBytes(32).toString('base64url');

/** OIDC authorization code with PKCE, as a public client: the code is worth nothing without the verifier only this browser brings back. */
export function createSignIn({ issuer, clientId, audience, timeoutMs = 5_000, now = Date.now }: SignInOptions): SignIn {
  const discover = createDiscovery(Description, issuer, timeoutMs);
  let keys: { readonly uri: string; readonly get: JWTVerifyGetKey } | undefined;

  function keysAt(uri: string): JWTVerifyGetKey {
    if (keys?.uri !== uri) keys = { uri, get: createRemoteJWKSet(new URL(uri), { timeoutDuration: timeoutMs }) };
    return keys.get;
  }

  return {
    async begin(redirectUri) {
      const { authorization_endpoint: endpoint } = await discover();
      const begun = { state: random(), nonce: random(), verifier: random() };
      const address = new URL(endpoint);
      const asked = {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: 'openid profile',
        audience,
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: createHash('sha256').update(begun.verifier).digest('base64url'),
        code_challenge_method: 'S256',
      };
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
      return { address: address.href, begun };
    },

    async finish(code, redirectUri, { nonce, verifier }) {
      const { token_endpoint: endpoint, jwks_uri: uri } = await discover();
      const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, client_id: clientId, code_verifier: verifier };
      const tokens = await askTokens(endpoint, form, timeoutMs);
      const required = { issuer, audience: clientId, algorithms: ALGORITHMS, requiredClaims: ['sub', 'exp', 'nonce'] };
      const { payload } = await jwtVerify(tokens.id_token, keysAt(uri), {
        ...required,
        clockTolerance: 5,
        currentDate: new Date(now()),
      }).catch((error: unknown) => {
        throw new TokenRejected('signature', error);
      });
      // A token of another sign-in, slipped in.
      if (payload.nonce !== nonce || payload.sub === undefined) throw new TokenRejected('claims');
      if (subjectOf(tokens.access_token) !== payload.sub) throw new TokenRejected('claims');
      return { accessToken: tokens.access_token, idToken: tokens.id_token, subject: payload.sub, seconds: Math.floor(tokens.expires_in) };
    },

    async leave(idToken, backTo) {
      const { end_session_endpoint: endpoint } = await discover();
      if (endpoint === undefined) return undefined;
      const address = new URL(endpoint);
      const asked = { client_id: clientId, id_token_hint: idToken, post_logout_redirect_uri: backTo };
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
      return address.href;
    },
  };
}

/** Whom the access token is about; whether that is true is for its verifier to say. */
function subjectOf(accessToken: string): string | undefined {
  try {
    return decodeJwt(accessToken).sub;
  } catch (error) {
    throw new TokenRejected('malformed', error);
  }
}

async function askTokens(endpoint: string, form: Readonly<Record<string, string>>, timeoutMs: number): Promise<z.infer<typeof Tokens>> {
  const options = { method: 'POST', body: new URLSearchParams(form), signal: AbortSignal.timeout(timeoutMs) };
  const answer = await fetch(endpoint, options).catch((error: unknown) => {
    throw new IdentityUnavailable(error);
  });
  if (answer.status >= 500) throw new IdentityUnavailable();
  if (!answer.ok) throw new TokenRejected('malformed');
  const tokens = Tokens.safeParse(await answer.json().catch(() => undefined));
  if (!tokens.success) throw new IdentityUnavailable(tokens.error);
  return tokens.data;
}
