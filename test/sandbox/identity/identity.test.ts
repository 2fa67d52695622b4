import { readFileSync, statSync } from 'node:fs';
import type { SandboxProcess } from '../process.ts';
import { DEMO_PASSWORD, newKeyFile, requestToken, signIn, startIdentityProcess } from './identity-process.ts';

const keyFile = newKeyFile();
let server: SandboxProcess;
beforeAll(async () => {
  server = await startIdentityProcess(keyFile);
});
afterAll(() => server.stop());

const password = { grant_type: 'password', username: 'petugas.satu', password: DEMO_PASSWORD };
const jwks = async () => (await (await fetch(`${server.url}/jwks`)).json()) as { keys: Record<string, string>[] };

test('discovery names the keys and the token endpoint of this issuer', async () => {
  const found = (await (await fetch(`${server.url}/.well-known/openid-configuration`)).json()) as Record<string, unknown>;
  expect(found).toMatchObject({ issuer: server.url, jwks_uri: `${server.url}/jwks`, token_endpoint: `${server.url}/token` });
});

test('a demo officer signs in with the shared password and gets a short-lived token', async () => {
  const { status, body } = await requestToken(server.url, password);
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
});

test.each([
  [{ ...password, password: 'salah' }, 400, 'invalid_grant'],
  [{ ...password, username: 'siapa' }, 400, 'invalid_grant'],
  [{ grant_type: 'password', username: 'petugas.satu' }, 400, 'invalid_request'],
  [{ grant_type: 'authorization_code' }, 400, 'invalid_request'],
  [{}, 400, 'unsupported_grant_type'],
  [{ grant_type: 'client_credentials', client_id: 'sistem-bpr', client_secret: 'salah' }, 401, 'invalid_client'],
  [{ grant_type: 'client_credentials', client_id: 'petugas.satu', client_secret: DEMO_PASSWORD }, 401, 'invalid_client'],
])('a token request %j is answered %d %s', async (form: Record<string, string>, status, error) => {
  expect(await requestToken(server.url, form)).toEqual({ status, body: { error } });
});

test('the public keys show nothing of the private one, whose file is for its owner only', async () => {
  const { keys } = await jwks();
  expect(keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']]);
  expect(Object.keys(JSON.parse(readFileSync(keyFile, 'utf8')))).toContain('d');
  expect(statSync(keyFile).mode & 0o077).toBe(0);
});

test('a restart keeps the key, so nobody is signed out', async () => {
  const before = await jwks();
  await signIn(server.url, 'auditor');
  expect(await server.stop()).toBe(0);
  server = await startIdentityProcess(keyFile);
  expect(await jwks()).toEqual(before);
});
