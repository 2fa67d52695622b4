import { IdentityUnavailable, TokenRejected } from '#adapters/identity/identity-errors.ts';
import { createSealed } from '#adapters/identity/sealed.ts';
import { createSignIn, type SignIn } from '#adapters/identity/sign-in.ts';
import { type RunningIdentity, startIdentity } from '#sandbox/identity/start.ts';
import { DEMO_PASSWORD, newKeyFile } from '../../sandbox/identity/identity-process.ts';

const BACK = 'http://127.0.0.1:8080/masuk/selesai';
let identity: RunningIdentity;
let signIn: SignIn;
beforeAll(async () => {
  identity = await startIdentity({ dataFile: newKeyFile(), password: DEMO_PASSWORD });
  signIn = createSignIn({ issuer: identity.issuer, clientId: 'santun-web', audience: 'santun-api' });
});
afterAll(() => identity.close());

async function submit(address: string, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  const asked = Object.fromEntries(new URL(address).searchParams);
  const body = new URLSearchParams({ ...asked, username: 'auditor', password: DEMO_PASSWORD, ...more });
  return fetch(`${identity.issuer}/authorize`, { method: 'POST', body, redirect: 'manual' });
}

async function begun() {
  const { address, begun: kept } = await signIn.begin(BACK);
  const back = new URL((await submit(address)).headers.get('location') ?? '');
  return { kept, code: back.searchParams.get('code') ?? '', state: back.searchParams.get('state') };
}

const rejected = (kept: Parameters<SignIn['finish']>[2], code: string, back = BACK) =>
  expect(signIn.finish(code, back, kept)).rejects.toThrow(TokenRejected);

test('the issuer sends a person back with what was asked for, and the code becomes a token once', async () => {
  const { kept, code, state } = await begun();
  expect(state).toBe(kept.state);
  expect(await signIn.finish(code, BACK, kept)).toEqual({
    accessToken: expect.any(String),
    idToken: expect.any(String),
    subject: 'auditor',
    seconds: 900,
  });
  await rejected(kept, code);
});

test('a code is nothing to whoever lacks the verifier, names another address, or waits for another nonce', async () => {
  const one = await begun();
  await rejected({ ...one.kept, verifier: 'x'.repeat(43) }, one.code);
  const two = await begun();
  await rejected(two.kept, two.code, 'http://127.0.0.1:8080/lain');
  const three = await begun();
  await rejected({ ...three.kept, nonce: 'yang-lain' }, three.code);
});

test('the sandbox sends nobody to another machine, and nobody in with a wrong password or without PKCE', async () => {
  const { address } = await signIn.begin(BACK);
  expect((await submit(address, { password: 'salah' })).status).toBe(401);
  expect((await submit(address, { username: 'siapa' })).status).toBe(401);
  expect((await submit(address, { redirect_uri: 'https://contoh.invalid/masuk' })).status).toBe(400);
  expect((await submit(address, { code_challenge: '' })).status).toBe(400);
  const page = await (await fetch(address)).text();
  expect(page).toContain('Masuk peragaan');
  expect((await fetch(address.replace('response_type=code', 'response_type=token'))).status).toBe(400);
});

test('an issuer that does not answer is said to be away, not the person to be wrong', async () => {
  const away = createSignIn({ issuer: 'http://127.0.0.1:9', clientId: 'santun-web', audience: 'santun-api' });
  await expect(away.begin(BACK)).rejects.toThrow(IdentityUnavailable);
});

describe('what a browser keeps for us', () => {
  const secret = 'rahasia-uji-yang-cukup-panjang-0123456789';
  let now = Date.parse('2026-11-20T03:00:00Z');
  const sealed = createSealed(secret, 'session', () => now);

  test('opens for us until its time is over, and says nothing to anybody else', async () => {
    const kept = await sealed.seal({ token: 'isi-token' }, 60);
    expect(Buffer.from(kept, 'base64url').toString('latin1')).not.toContain('isi-token');
    expect(await sealed.open(kept)).toEqual({ token: 'isi-token' });
    now += 61_000;
    expect(await sealed.open(kept)).toBeUndefined();
  });

  test('made for another purpose, with another secret, or changed, it is nothing', async () => {
    const kept = await sealed.seal({ token: 'isi-token' }, 60);
    const others = [createSealed(secret, 'departure', () => now), createSealed(`${secret}x`, 'session', () => now)];
    for (const other of others) expect(await other.open(kept)).toBeUndefined();
    for (const wrong of [undefined, '', 'x', `${kept.slice(0, -4)}AAAA`]) expect(await sealed.open(wrong)).toBeUndefined();
  });
});
