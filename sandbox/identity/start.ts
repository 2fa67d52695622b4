import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { SignJWT } from 'jose';
import { grant } from './grants.ts';
import { loadSigningKey, SIGNING_ALGORITHM, type SigningKey } from './keys.ts';
import type { DemoUser } from './users.ts';

export type IdentityOptions = {
  readonly dataFile: string;
  /** Of every demo user and machine. */
  readonly password: string;
  readonly audience?: string;
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  /** How others reach this server, when that is not its own address. */
  readonly issuer?: string;
  readonly tokenSeconds?: number;
  readonly now?: () => number;
};

export type RunningIdentity = { readonly issuer: string; close(): Promise<void> };

/** An OIDC issuer small enough to read: discovery, keys and a token endpoint. Callers rely on nothing but these three. */
export async function startIdentity(options: IdentityOptions): Promise<RunningIdentity> {
  const key = await loadSigningKey(options.dataFile);
  let issuer = options.issuer ?? '';
  const app = Fastify({ logger: false, forceCloseConnections: true, bodyLimit: 16_384 });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );

  app.get('/health', async () => ({ ok: true }));
  app.get('/.well-known/openid-configuration', async () => discovery(issuer));
  app.get('/jwks', async () => ({ keys: [key.publicJwk] }));
  app.post('/token', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const granted = grant(request.body instanceof URLSearchParams ? request.body : new URLSearchParams(), options.password);
    if ('error' in granted) return reply.code(granted.error === 'invalid_client' ? 401 : 400).send({ error: granted.error });
    const expiresIn = options.tokenSeconds ?? 900;
    return { access_token: await issue(key, granted.user, issuer, options, expiresIn), token_type: 'Bearer', expires_in: expiresIn };
  });

  const url = await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
  issuer ||= url;
  return { issuer, close: () => app.close() };
}

function discovery(issuer: string): object {
  return {
    issuer,
    jwks_uri: `${issuer}/jwks`,
    token_endpoint: `${issuer}/token`,
    grant_types_supported: ['password', 'client_credentials'],
    response_types_supported: [],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [SIGNING_ALGORITHM],
  };
}

function issue(key: SigningKey, user: DemoUser, issuer: string, options: IdentityOptions, seconds: number): Promise<string> {
  const issuedAt = Math.floor((options.now ?? Date.now)() / 1000);
  const { username, name, role, institution, branch } = user;
  return new SignJWT({
    name,
    santun_role: role,
    ...(institution !== undefined && { santun_institution: institution }),
    ...(branch !== undefined && { santun_branch: branch }),
  })
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: key.kid, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(options.audience ?? 'santun-api')
    .setSubject(username)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + seconds)
    .sign(key.privateKey);
}
