import { type ApiWorld, startApiWorld } from './api-world.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const CLAIMS = ['STN-BCDEF-GHJKM', 'STN-BCDEF-GHJKN'];

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
}, 120_000);
afterAll(() => world.close(), 60_000);

const status = async (person: string | undefined, path: string, on: string, headers: Record<string, string> = {}): Promise<number> =>
  (await world.call(person, path, { headers }, on)).status;
const family = (claim: string, on: string, headers: Record<string, string> = {}) =>
  world.call(undefined, '/status', { method: 'POST', body: `claim=${claim}&secret=AAAAAAAA`, headers: { ...FORM, ...headers } }, on);

describe('one address exhausts nobody', () => {
  test('who guesses tokens is stopped, and everybody with a token of his own at that address goes on, each on his own account', async () => {
    const on = await world.anotherApi({}, { requestsPerMinute: 5 });
    const forged = { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' };
    const guesses = [];
    for (let n = 0; n < 7; n += 1) guesses.push(await status(undefined, '/claims', on, forged));
    expect(guesses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    for (const person of ['petugas.satu', 'penyetuju.satu', 'pengawas']) {
      const answers = [];
      for (let n = 0; n < 6; n += 1) answers.push(await status(person, '/claims', on));
      expect([person, answers]).toEqual([person, [200, 200, 200, 200, 200, 429]]);
    }
  });

  test('the health that load balancers ask for stands outside every limit', async () => {
    const on = await world.anotherApi({}, { requestsPerMinute: 2 });
    const answers = await Promise.all(Array.from({ length: 40 }, () => status(undefined, '/health/live', on)));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await status(undefined, '/health/ready', on)).toBe(200);
  });

  test('families behind one network do not share their tries; who guesses one claim is stopped for that claim', async () => {
    const on = await world.anotherApi({});
    const [first = '', second = ''] = CLAIMS;
    const answers = await Promise.all(Array.from({ length: 21 }, () => family(first, on)));
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(1);
    expect((await family(first, on)).status).toBe(429);
    expect((await family(second, on)).status).toBe(404);
  });

  test('behind a proxy that is trusted each address has its own account; anybody else’s word about it is not believed', async () => {
    const at = (address: string) => ({ 'x-forwarded-for': address });
    const trusting = await world.anotherApi({}, { requestsPerMinute: 2, trustedProxies: ['127.0.0.0/8'] });
    const seen = [];
    for (const address of ['203.0.113.7', '203.0.113.7', '203.0.113.7', '203.0.113.8']) {
      seen.push(await status(undefined, '/claims', trusting, at(address)));
    }
    expect(seen).toEqual([401, 401, 429, 401]);
    const other = await world.anotherApi({}, { requestsPerMinute: 2, trustedProxies: ['192.0.2.1'] });
    const unbelieved = [];
    for (const address of ['203.0.113.7', '203.0.113.8', '203.0.113.9']) {
      unbelieved.push(await status(undefined, '/claims', other, at(address)));
    }
    expect(unbelieved).toEqual([401, 401, 429]);
  });
});
