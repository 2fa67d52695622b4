import { createHash } from 'node:crypto';
import { MS_PER_DAY } from '#domain/time/calendar/work-calendar.ts';
import { type Answer, type ApiWorld, type Send, startApiWorld } from './api-world.ts';
import { visibleText } from './pages/render.ts';
import { claimNumber, keepCalendar, seedClaim } from './seeded.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const CLAIM = claimNumber(1);
const now = Date.parse('2026-03-25T03:00:00Z');

let world: ApiWorld;
let busy: string;
beforeAll(async () => {
  world = await startApiWorld({ now: () => now });
  await keepCalendar(world);
  await seedClaim(world, 'verifying', { claimId: CLAIM });
  busy = await world.anotherApi({});
}, 60_000);
afterAll(() => world.close(), 60_000);
// Each test asks an API of its own: twenty questions a minute are soon asked.
let url: string;
beforeEach(async () => {
  url = await world.anotherApi({});
});

function post(claim: string, secret: string, on = url): Promise<Answer> {
  return world.call(undefined, '/status', { method: 'POST', body: new URLSearchParams({ claim, secret }).toString(), headers: FORM }, on);
}

const withoutNumber = ({ status, text }: Answer, number: string): object => ({
  status,
  text: text.replace(`value="${number}"`, 'value=""'),
});

test('number and code, in whatever spelling people copy them, open the page', async () => {
  const secret = world.statusSecret(CLAIM);
  const spellings = [
    [CLAIM, secret],
    [CLAIM.toLowerCase().replaceAll('-', ' '), ` ${secret.toLowerCase()} `],
    [CLAIM, `${secret.slice(0, 4)}-${secret.slice(4)}`],
  ] as const;
  for (const [claim, typed] of spellings) {
    const page = await post(claim, typed);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(visibleText(page.text)).toContain(CLAIM);
  }
});

test('a wrong number, a wrong code, the code of another claim and nonsense are answered with one and the same page', async () => {
  const other = claimNumber(2);
  const wrong = withoutNumber(await post(CLAIM, 'AAAAAAAA'), CLAIM);
  expect(wrong).toMatchObject({ status: 404 });
  const others = [
    [other, world.statusSecret(other)],
    [other, 'AAAAAAAA'],
    [CLAIM, world.statusSecret(other)],
    [CLAIM, ''],
    [CLAIM, `${world.statusSecret(CLAIM)}A`],
    ['bukan nomor', 'AAAAAAAA'],
    ['', ''],
  ] as const;
  for (const [claim, secret] of others) expect(withoutNumber(await post(claim, secret), claim)).toEqual(wrong);
});

test('what is no form is answered like a form with nothing in it, or told to start again', async () => {
  const sent: readonly (readonly [Send, number])[] = [
    [{ method: 'POST', body: 'claim=a&claim=b&secret=%00%FF&__proto__=x', headers: FORM }, 404],
    [{ method: 'POST', body: '', headers: FORM }, 404],
    [{ method: 'POST', body: 'x'.repeat(2_100), headers: FORM }, 413],
    [{ method: 'POST', body: { claim: CLAIM, secret: world.statusSecret(CLAIM) } }, 415],
    [{ method: 'POST', body: `claim=${'A'.repeat(500)}`, headers: FORM }, 404],
  ];
  for (const [send, status] of sent) {
    const page = await world.call(undefined, '/status', send, url);
    expect([page.status, page.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(page.text).toMatch(/<h1>/);
    expect(page.text).not.toContain('AAAAA'.repeat(50));
  }
});

test('who guesses is stopped after twenty tries a minute, on a page that says what to do', async () => {
  const answers = await Promise.all(Array.from({ length: 21 }, () => post(CLAIM, 'AAAAAAAA', busy)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(1);
  expect(visibleText(refused[0]?.text ?? '')).toContain('tunggu satu menit lalu coba lagi');
  expect(refused[0]?.headers.get('retry-after')).toMatch(/^\d+$/);
  expect((await post(CLAIM, world.statusSecret(CLAIM), busy)).status).toBe(429);
});

test('the page sets no cookie, is kept by nobody, framed by nobody, and may load nothing but its own style', async () => {
  const { headers, text } = await post(CLAIM, world.statusSecret(CLAIM));
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(text) ?? [];
  expect(headers.get('set-cookie')).toBeNull();
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  const hash = createHash('sha256').update(style).digest('base64');
  expect(headers.get('content-security-policy')).toBe(
    `default-src 'none'; frame-ancestors 'none'; base-uri 'none'; style-src 'sha256-${hash}'; form-action 'self'`,
  );
});

test('the address of the service leads to the form', async () => {
  const answer = await world.call(undefined, '/', {}, url);
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/status']);
  expect(visibleText((await world.call(undefined, '/status', {}, url)).text)).toContain('Nomor klaim');
});

test('ninety days after the last payment the page closes, and says so only to those who know the code', async () => {
  const claimId = claimNumber(3);
  const { updatedAt } = await seedClaim(world, 'closed', { claimId });
  const at = (ms: number) => world.anotherApi({ now: () => updatedAt + ms });
  const [open, over] = [await at(90 * MS_PER_DAY), await at(90 * MS_PER_DAY + 1)];
  expect((await post(claimId, world.statusSecret(claimId), open)).status).toBe(200);
  const page = await post(claimId, world.statusSecret(claimId), over);
  expect(page.status).toBe(410);
  expect(visibleText(page.text)).toContain(`Klaim ${claimId} sudah selesai dan halaman statusnya ditutup.`);
  expect(page.text).not.toContain('Rp');
  expect((await post(claimId, 'AAAAAAAA', over)).status).toBe(404);
});

test('when the store is away the family is told that its claim goes on', async () => {
  const claims = {
    ...world.stores.claims,
    find: () => Promise.reject(Object.assign(new Error('gone'), { name: 'MongoServerSelectionError' })),
  };
  const down = await world.anotherApi({ stores: { ...world.stores, claims } });
  const page = await post(CLAIM, world.statusSecret(CLAIM), down);
  expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
  expect(visibleText(page.text)).toContain('Klaim Anda tersimpan dan tetap berjalan.');
});
