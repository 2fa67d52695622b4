import { SESSION_MS } from '#adapters/mongo/sessions-store.ts';
import { type ApiWorld, PASSWORD, startApiWorld } from './api-world.ts';
import { keepCalendar } from './seeded.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
  await keepCalendar(world);
}, 120_000);
afterAll(() => world.close(), 60_000);

type Jar = Map<string, string>;

/** A browser that keeps cookies and follows nothing by itself. */
async function browse(address: string, jar: Jar, form?: Readonly<Record<string, string>>): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
  const answer = await fetch(address, { headers: { cookie }, redirect: 'manual', ...body });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/Max-Age=0/.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
  return answer;
}

async function signIn(username: string, on = world.url): Promise<Jar> {
  const jar: Jar = new Map();
  const leaving = await browse(`${on}/masuk`, jar);
  const asked = Object.fromEntries(new URL(leaving.headers.get('location') ?? '').searchParams);
  const form = new URLSearchParams({ ...asked, username, password: PASSWORD });
  const back = await fetch(`${world.identity.issuer}/authorize`, { method: 'POST', body: form, redirect: 'manual' });
  await browse(back.headers.get('location') ?? '', jar);
  return jar;
}

const page = (jar: Jar, on = world.url): Promise<Response> => browse(`${on}/pencocokan`, jar);
const isIn = async (jar: Jar, on?: string): Promise<boolean> => (await page(jar, on)).status === 200;
const csrfOf = async (jar: Jar): Promise<string> => /name="csrf" value="([^"]+)"/.exec(await (await page(jar)).text())?.[1] ?? '';

describe('signing out ends the session', () => {
  test('here, at once and for whoever kept the cookie, and leads on to the issuer and back', async () => {
    const jar = await signIn('pengawas');
    const kept: Jar = new Map(jar);
    const out = await browse(`${world.url}/keluar`, jar, { csrf: await csrfOf(jar) });
    expect(out.status).toBe(200);
    const leaving = /^0; url=(.+)$/.exec(out.headers.get('refresh') ?? '')?.[1] ?? '';
    expect(leaving).toMatch(new RegExp(`^${world.identity.issuer}/logout\\?client_id=santun-web&id_token_hint=`));
    const back = await fetch(leaving, { redirect: 'manual' });
    expect([back.status, back.headers.get('location')]).toEqual([303, `${world.url}/keluar`]);
    expect([await isIn(jar), await isIn(kept)]).toEqual([false, false]);
  });

  test('at every desk of the same person when he says so, and at nobody else’s', async () => {
    const [here, there, other] = [await signIn('pengawas'), await signIn('pengawas'), await signIn('auditor')];
    await browse(`${world.url}/keluar`, here, { csrf: await csrfOf(here), di: 'semua' });
    expect([await isIn(here), await isIn(there), await isIn(other)]).toEqual([false, false, true]);
  });

  test('not at the wish of another site', async () => {
    const jar = await signIn('auditor');
    await browse(`${world.url}/keluar`, jar, { csrf: 'buatan-situs-lain', di: 'semua' });
    expect(await isIn(jar)).toBe(true);
  });
});

describe('a session ends by itself', () => {
  const issued = Date.UTC(2027, 2, 4, 2);
  const session = { actorId: 'pengawas', idToken: 'tanda' };

  test.each([
    ['half an hour after the last look', [SESSION_MS.idle - 1], true],
    ['half an hour after the last look, to the instant', [SESSION_MS.idle], false],
    ['twelve hours after signing in, however busy', Array.from({ length: 26 }, (_none, n) => (n + 1) * (SESSION_MS.idle - 60_000)), false],
  ])('%s', async (_what, looks, open) => {
    const { sessions } = world.stores;
    const number = await sessions.open(session, issued);
    let found: unknown;
    for (const after of looks) found = await sessions.find(number, issued + after);
    expect(found !== undefined).toBe(open);
  });
});

test('behind https the cookie belongs to this machine alone, and one that another machine of the domain tossed in changes nothing', async () => {
  const on = await world.anotherApi({
    desk: { ...world.desk, publicUrl: 'https://santun.example' },
  });
  const leaving = await fetch(`${on}/masuk`, { redirect: 'manual' });
  const [line = ''] = leaving.headers.getSetCookie();
  expect(line).toMatch(/^__Host-santun-masuk=.*; Path=\/; .*; Secure$/);
  const jar = await signIn('auditor');
  const own = jar.get('santun') ?? '';
  expect(
    await isIn(
      new Map([
        ['__Host-santun', own],
        ['santun', 'tossed'],
      ]),
    ),
  ).toBe(true);
});
