import { ENDPOINTS } from '#api/routes/index.ts';
import { API_PATH } from '#schemas/http/api-path.ts';
import { type ApiWorld, startApiWorld } from './api-world.ts';

let world: ApiWorld;
let cookie: string;
beforeAll(async () => {
  world = await startApiWorld();
  const sealed = await world.desk.sessions.seal({ token: await world.token('petugas.satu'), csrf: 'tanda' }, 600);
  cookie = `santun=${sealed}`;
}, 120_000);
afterAll(() => world.close(), 60_000);

const ask = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${world.url}${path}`, { headers, redirect: 'manual' });
const policyOf = async (path: string): Promise<string> => (await ask(path, { cookie })).headers.get('content-security-policy') ?? '';

describe('three surfaces on one address', () => {
  test('the API answers under its version and nowhere else', async () => {
    const headers = { authorization: `Bearer ${await world.token('petugas.satu')}` };
    expect((await ask(`${API_PATH}/claims`, headers)).status).toBe(200);
    expect((await ask('/claims', headers)).status).toBe(404);
  });

  test('each allows a browser only what it needs: the API nothing, pages their own style', async () => {
    expect(await policyOf(`${API_PATH}/claims`)).not.toContain('style-src');
    const [family, desk] = [await policyOf('/status'), await policyOf('/masuk')];
    expect(family).toMatch(/style-src 'sha256-[^']+'; form-action 'self'$/);
    expect(desk).toMatch(/style-src 'sha256-[^']+'; form-action 'self'$/);
    expect(desk).not.toBe(family);
    for (const policy of [family, desk, await policyOf(`${API_PATH}/claims`)])
      expect(policy).toMatch(/^default-src 'none'; frame-ancestors 'none'/);
  });

  test('the family’s sets no cookie', async () => {
    expect((await ask('/status')).headers.getSetCookie()).toEqual([]);
  });
});

describe('a person in a browser asks the API by the session of our pages', () => {
  const claims = `${API_PATH}/claims`;

  test('from a page of ours, as the browser says', async () => {
    const answer = await ask(claims, { cookie, 'sec-fetch-site': 'same-origin' });
    expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ claims: [] })]);
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another machine of the same domain', { 'sec-fetch-site': 'same-site' }],
    ['an address somebody typed', { 'sec-fetch-site': 'none' }],
    ['an old browser on another site', { origin: 'https://situs-lain.example' }],
    ['nobody knows where', {}],
  ])('and not from %s', async (_where, headers) => {
    expect((await ask(claims, { cookie, ...headers })).status).toBe(401);
  });

  test('an old browser on a page of ours names its origin', async () => {
    expect((await ask(claims, { cookie, origin: world.url })).status).toBe(200);
  });

  test('a bearer’s token counts before the cookie', async () => {
    expect((await ask(claims, { cookie, 'sec-fetch-site': 'same-origin', authorization: 'Bearer palsu' })).status).toBe(401);
  });
});

describe('the description of the API is open to whoever connects a system', () => {
  test('as a file for programs', async () => {
    const answer = await ask(`${API_PATH}/openapi.json`);
    expect([answer.status, ((await answer.json()) as { openapi: string }).openapi]).toEqual([200, '3.1.0']);
  });

  test('and as a page for people: every endpoint, its fields, who may', async () => {
    const answer = await ask(API_PATH);
    const page = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    for (const { method, url } of ENDPOINTS) expect(page).toContain(`<code>${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}</code>`);
    expect(page).toContain('Untuk: approver');
    expect(page).not.toContain('<script');
  });
});
