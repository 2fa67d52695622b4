import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { SignJWT } from 'jose';
import { addAuthorize } from './authorize-routes.ts';
import { createCodes, type Redeemed } from './codes.ts';
import { grant } from './grants.ts';
import { loadSigningKey, SIGNING_ALGORITHM, type SigningKey } from './keys.ts';
import { DEMO_MACHINES, type DemoUser } from './users.ts';

/** The client people sign in with, as config/env.ts has it. */
const PAGES = 'santun-web';

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

/** An OIDC issuer small enough to read: discovery, keys, a page to sign in at and a token endpoint. Callers rely on nothing but these. */
export async function startIdentity(options: IdentityOptions): Promise<RunningIdentity> {
  const key = await loadSigningKey(options.dataFile);
  let issuer = options.issuer ?? '';
  const app = Fastify({ logger: false, forceCloseConnections: true, bodyLimit: 16_384 });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );

  const codes = createCodes(options.now ?? Date.now);
  addAuthorize(app, codes, options.password);
  app.get('/health', async () => ({ ok: true }));
  app.get('/.well-known/openid-configuration', async () => discovery(issuer));
  app.get('/jwks', async () => ({ keys: [key.publicJwk] }));
  app.post('/token', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const code = form.get('grant_type') === 'authorization_code' ? codes.redeem(form) : undefined;
    const granted = code ?? grant(form, options.password);
    if ('error' in granted) return reply.code(granted.error === 'invalid_client' ? 401 : 400).send({ error: granted.error });
    const expiresIn = options.tokenSeconds ?? 900;
    const idToken = code && 'nonce' in code ? { id_token: await issueId(key, code, issuer, options, expiresIn) } : {};
    const accessToken = await issue(key, granted.user, issuer, options, expiresIn);
    return { access_token: accessToken, ...idToken, token_type: 'Bearer', expires_in: expiresIn };
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
    authorization_endpoint: `${issuer}/authorize`,
    end_session_endpoint: `${issuer}/logout`,
    grant_types_supported: ['authorization_code', 'password', 'client_credentials'],
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [SIGNING_ALGORITHM],
  };
}

function issue(key: SigningKey, user: DemoUser, issuer: string, options: IdentityOptions, seconds: number): Promise<string> {
  const issuedAt = Math.floor((options.now ?? Date.now)() / 1000);
  const { username, name, role, institution, branch } = user;
  return new SignJWT({
    name,
    client_id: DEMO_MACHINES.includes(user) ? username : PAGES,
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

/** Who signed in, for the page that asked: nothing about what the person may do. */
function issueId(
  key: SigningKey,
  { user, nonce, clientId }: Redeemed,
  issuer: string,
  options: IdentityOptions,
  seconds: number,
): Promise<string> {
  const issuedAt = Math.floor((options.now ?? Date.now)() / 1000);
  return new SignJWT({ nonce })
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: key.kid, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(clientId)
    .setSubject(user.username)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + seconds)
    .sign(key.privateKey);
}
