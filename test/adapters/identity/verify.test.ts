import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IdentityUnavailable, TokenRejected } from '#adapters/identity/identity-errors.ts';
import { createTokenVerifier, type TokenVerifier } from '#adapters/identity/verify.ts';
import { startIdentity } from '#sandbox/identity/start.ts';
import { DEMO_PASSWORD, newKeyFile, requestToken, signIn, startIdentityProcess } from '../../sandbox/identity/identity-process.ts';
import type { SandboxProcess } from '../../sandbox/process.ts';
import { realNow } from '../../support/real-clock.ts';

const audience = 'santun-api';
let server: SandboxProcess;
let verify: TokenVerifier;
beforeAll(async () => {
  server = await startIdentityProcess(newKeyFile());
  verify = createTokenVerifier({ issuer: server.url, audience });
});
afterAll(() => server.stop());

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
const rejected = (fault: string) => expect.objectContaining({ name: 'TokenRejected', fault });

describe('who comes in', () => {
  test.each([
    ['staf.bpr', { role: 'partner-staff', institution: 'bpr-contoh', branch: 'kupang' }],
    ['kepala.bpr', { role: 'partner-head', institution: 'bpr-contoh' }],
    ['petugas.satu', { role: 'officer', branch: 'kupang' }],
    ['penyetuju.satu', { role: 'approver', branch: 'kupang' }],
    ['pengawas', { role: 'supervisor', branch: 'kupang' }],
    ['auditor', { role: 'auditor' }],
  ])('%s is known with role and place', async (username, actor) => {
    expect(await verify(await signIn(server.url, username))).toMatchObject({ id: username, ...actor });
  });

  test('a person of no institution has none, not an empty one', async () => {
    expect(Object.keys(await verify(await signIn(server.url, 'auditor'))).sort()).toEqual(['id', 'name', 'role']);
  });

  test('a partner’s system comes in as a machine of its institution', async () => {
    const form = { grant_type: 'client_credentials', client_id: 'sistem-bpr', client_secret: DEMO_PASSWORD };
    const { body } = await requestToken(server.url, form);
    expect(await verify(`Bearer ${body.access_token}`)).toMatchObject({ role: 'machine', institution: 'bpr-contoh' });
  });
});

describe('who stays out', () => {
  test('nobody, with nothing or with nonsense', async () => {
    await expect(verify(undefined)).rejects.toEqual(rejected('missing'));
    await expect(verify('Bearer ')).rejects.toEqual(rejected('missing'));
    await expect(verify('Bearer a.b')).rejects.toEqual(rejected('malformed'));
  });

  test('an officer who writes another role into the token', async () => {
    const [head = '', payload, signature = ''] = (await signIn(server.url, 'petugas.satu')).split('.');
    const raised = encode({ ...decode(payload), santun_role: 'approver' });
    await expect(verify([head, raised, signature].join('.'))).rejects.toEqual(rejected('signature'));
  });

  test('a token without signature, or signed with the public key as if it were a secret', async () => {
    const [, payload = ''] = (await signIn(server.url, 'auditor')).split('.');
    await expect(verify(`${encode({ alg: 'none' })}.${payload}.`)).rejects.toEqual(rejected('signature'));
    const { keys } = (await (await fetch(`${server.url}/jwks`)).json()) as { keys: JsonWebKey[] };
    const publicPem = createPublicKey({ key: keys[0] ?? {}, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const head = encode({ alg: 'HS256' });
    const mac = createHmac('sha256', publicPem).update(`${head}.${payload}`).digest('base64url');
    await expect(verify(`${head}.${payload}.${mac}`)).rejects.toEqual(rejected('signature'));
  });

  test('a token for another application', async () => {
    const other = createTokenVerifier({ issuer: server.url, audience: 'aplikasi-lain' });
    await expect(other(await signIn(server.url, 'auditor'))).rejects.toEqual(rejected('audience'));
  });

  test('a token of another issuer', async () => {
    const stranger = await startIdentityProcess(newKeyFile());
    const foreign = await signIn(stranger.url, 'auditor');
    await stranger.stop();
    await expect(verify(foreign)).rejects.toEqual(rejected('signature'));
  });

  test('a token of the same key under another issuer’s name', async () => {
    const keyFile = newKeyFile();
    const [one, two] = [await startIdentityProcess(keyFile), await startIdentityProcess(keyFile)];
    const token = await signIn(two.url, 'auditor');
    await expect(createTokenVerifier({ issuer: one.url, audience })(token)).rejects.toEqual(rejected('issuer'));
    await Promise.all([one.stop(), two.stop()]);
  });

  test('a token whose time is over, beyond what clocks may differ', async () => {
    const anHourAgo = () => realNow() - 3_600_000;
    const past = await startIdentity({ dataFile: newKeyFile(), password: DEMO_PASSWORD, now: anHourAgo });
    const token = await signIn(past.issuer, 'auditor');
    const strict = createTokenVerifier({ issuer: past.issuer, audience });
    const lenient = createTokenVerifier({ issuer: past.issuer, audience, clockToleranceSeconds: 3_600 });
    await expect(strict(token)).rejects.toEqual(rejected('expired'));
    expect((await lenient(token)).role).toBe('auditor');
    await past.close();
  });
});

describe('the issuer is in trouble', () => {
  async function answering(body: string): Promise<{ url: string; close(): void }> {
    const fake = createServer((_request, response) => response.end(body.replaceAll('ISSUER', url))).listen(0, '127.0.0.1');
    await once(fake, 'listening');
    const url = `http://127.0.0.1:${(fake.address() as AddressInfo).port}`;
    return { url, close: () => fake.close() };
  }

  test('when it is down nobody is recognised, which is not the person’s fault; when it is back, everybody is', async () => {
    const keyFile = newKeyFile();
    const first = await startIdentityProcess(keyFile);
    const token = await signIn(first.url, 'auditor');
    const verifier = createTokenVerifier({ issuer: first.url, audience });
    await first.stop();
    await expect(verifier(token)).rejects.toBeInstanceOf(IdentityUnavailable);
    const again = await startIdentityProcess(keyFile, { SANTUN_SANDBOX_IDENTITY_PORT: new URL(first.url).port });
    expect((await verifier(token)).role).toBe('auditor');
    await again.stop();
  });

  test('keys that cannot be read leave everybody unrecognised', async () => {
    const broken = await answering('{"issuer":"ISSUER","jwks_uri":"ISSUER/jwks"}');
    const verifier = createTokenVerifier({ issuer: broken.url, audience });
    await expect(verifier(await signIn(server.url, 'auditor'))).rejects.toBeInstanceOf(IdentityUnavailable);
    broken.close();
  });

  test('an issuer that calls itself by another name is not trusted', async () => {
    const impostor = await answering(JSON.stringify({ issuer: 'https://lain.example', jwks_uri: `${server.url}/jwks` }));
    const verifier = createTokenVerifier({ issuer: impostor.url, audience });
    await expect(verifier(await signIn(server.url, 'auditor'))).rejects.toBeInstanceOf(IdentityUnavailable);
    impostor.close();
  });
});

test('a rejection carries no part of the token', async () => {
  const error = await verify('Bearer rahasia.yang.tidak').catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(TokenRejected);
  expect(String(error)).not.toContain('rahasia');
});
