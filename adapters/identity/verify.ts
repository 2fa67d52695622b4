import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Actor } from '#domain/people/actor.ts';
import { toActor } from './claims.ts';
import { createDiscovery } from './discovery.ts';
import { IdentityUnavailable, type TokenFault, TokenRejected } from './identity-errors.ts';

export type TokenVerifierOptions = {
  readonly issuer: string;
  readonly audience: string;
  /** Clocks of the issuer and of this machine may differ by this much. */
  readonly clockToleranceSeconds?: number;
  readonly timeoutMs?: number;
};

/** Takes the token with or without `Bearer `. Throws TokenRejected or IdentityUnavailable. */
export type TokenVerifier = (bearer: string | undefined) => Promise<Actor>;

/** Asymmetric only: with a shared-key algorithm allowed, the public key could be used to forge. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

const Description = z.object({ issuer: z.string(), jwks_uri: z.url() });

export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { issuer, audience, clockToleranceSeconds = 5, timeoutMs = 5_000 } = options;
  const discover = createDiscovery(Description, issuer, timeoutMs);
  let known: { readonly uri: string; readonly get: JWTVerifyGetKey } | undefined;

  async function keys(): Promise<JWTVerifyGetKey> {
    const { jwks_uri: uri } = await discover();
    if (known?.uri !== uri) known = { uri, get: createRemoteJWKSet(new URL(uri), { timeoutDuration: timeoutMs }) };
    return known.get;
  }

  return async (bearer) => {
    const token = bearer?.replace(/^Bearer +/i, '').trim();
    if (!token) throw new TokenRejected('missing');
    const key = await keys();
    try {
      const required = { issuer, audience, algorithms: ALGORITHMS, requiredClaims: ['sub', 'exp'] };
      const { payload } = await jwtVerify(token, key, { ...required, clockTolerance: clockToleranceSeconds });
      return toActor(payload);
    } catch (error) {
      throw translate(error);
    }
  };
}

const FAULTS: Readonly<Record<string, TokenFault>> = {
  ERR_JWT_EXPIRED: 'expired',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'signature',
  ERR_JWKS_NO_MATCHING_KEY: 'signature',
  ERR_JOSE_ALG_NOT_ALLOWED: 'signature',
  ERR_JOSE_NOT_SUPPORTED: 'signature',
  ERR_JWS_INVALID: 'malformed',
  ERR_JWT_INVALID: 'malformed',
};

const FAULT_OF_CLAIM: Readonly<Record<string, TokenFault>> = { aud: 'audience', iss: 'issuer', nbf: 'not-yet-valid' };

/** The issuer's keys could not be had: no answer, not 200, not a key set. */
const UNAVAILABLE: readonly unknown[] = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

function translate(error: unknown): unknown {
  const { code, claim, message } = error as { code?: unknown; claim?: unknown; message?: unknown };
  if (code === 'ERR_JWT_CLAIM_VALIDATION_FAILED') return new TokenRejected(FAULT_OF_CLAIM[String(claim)] ?? 'claims', error);
  const fault = FAULTS[String(code)];
  if (fault !== undefined) return new TokenRejected(fault, error);
  return UNAVAILABLE.includes(code) || message === 'fetch failed' ? new IdentityUnavailable(error) : error;
}
