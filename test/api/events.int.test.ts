import { claimEventOf, FACTS, type Told } from '../factories/told-partners.ts';
import { type ApiWorld, startApiWorld } from './api-world.ts';

const LATER = 60_000;

let world: ApiWorld;
let later: string;
let at: number;
beforeAll(async () => {
  world = await startApiWorld();
  at = Date.UTC(2027, 2, 4, 2);
  later = await world.anotherApi({ now: () => at + LATER }, { requestsPerMinute: 100_000 });
}, 120_000);
afterAll(() => world.close(), 60_000);

const put = (told: readonly Told[], when = at): Promise<void> => world.stores.feed.add(told, when);
const feed = (person: string, query = '', on = later) => world.call(person, `/events${query}`, {}, on);

async function readAll(person: string, limit: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after = ''; ; ) {
    const { body } = await feed(person, `?limit=${limit}${after}`);
    ids.push(...body.events.map(({ id }: { id: string }) => id));
    if (!body.hasMore) return ids;
    after = `&after=${body.next}`;
  }
}

describe('a partner reads what happens to its own claims, and nothing of anybody else’s', () => {
  test('its own, in words it can act on, without amount, account, reason or person; a stranger reads nothing', async () => {
    await put([claimEventOf(1, 1, 'claim.registered', ['bpr-contoh']), claimEventOf(1, 7, 'claim.rejected', ['bpr-contoh'])]);
    const { body } = await feed('staf.bpr');
    expect(body.events.map(({ type, seq }: never) => [type, seq])).toEqual([
      ['claim.registered', 1],
      ['claim.rejected', 7],
    ]);
    expect(Object.keys(body.events[1]).sort()).toEqual(['at', 'claimId', 'id', 'seq', 'status', 'statusText', 'text', 'type']);
    expect((await feed('sistem-bpr')).body.events).toEqual(body.events);
    expect((await feed('sistem-ksp')).body).toEqual({ events: [], hasMore: false });
    expect((await feed('petugas.satu')).status).toBe(404);
  });

  test('from the cursor on each comes once, a page at a time, also when many were put there at one instant by several processes', async () => {
    at += 3_600_000;
    const many = Array.from({ length: 60 }, (_none, n) => claimEventOf(100 + n, 1, 'claim.registered', ['ksp-contoh']));
    await Promise.all([put(many.slice(0, 40)), put(many.slice(20)), put(many.slice(10, 50), at + 5)]);
    const ids = await readAll('sistem-ksp', 7);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
  });

  test('what was put there a moment ago waits, so that nothing can come to stand before what was read', async () => {
    at += 3_600_000;
    const on = await world.anotherApi({ now: () => at + 10_000 });
    await put([claimEventOf(500, 1, 'claim.registered', ['bpr-contoh'])]);
    const early = (await feed('sistem-bpr', '', on)).body.events.map(({ claimId }: never) => claimId);
    expect(early).not.toContain(claimEventOf(500, 1, 'claim.registered', []).claimId);
    const { next } = (await feed('sistem-bpr', '', on)).body;
    const found = (await feed('sistem-bpr', `?after=${next}`)).body;
    expect(found.events.map(({ claimId }: never) => claimId)).toEqual([claimEventOf(500, 1, 'claim.registered', []).claimId]);
    const nothing = (await feed('sistem-bpr', `?after=${found.next}`)).body;
    expect(nothing).toEqual({ events: [], next: found.next, hasMore: false });
  });

  test('a cursor that is none is told so', async () => {
    expect((await feed('sistem-bpr', '?after=kemarin')).body).toMatchObject({ error: 'invalid-shape', fields: [{ field: 'after' }] });
  });

  test('that another institution reported the same death is told to that one alone', () => {
    const institutions = FACTS.flatMap((told) => (told.type === 'claim.report-repeated' ? told.institutions : []));
    expect(institutions).toEqual(['ksp-contoh']);
    expect(FACTS.every(({ institutions: who }) => who.length > 0)).toBe(true);
  });
});
