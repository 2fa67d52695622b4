import { type ApiWorld, startApiWorld } from './api-world.ts';
import { claimNumber, keepCalendar, seedClaim } from './seeded.ts';

const NOON = Date.parse('2026-03-20T04:00:00Z');
const now = Date.parse('2026-03-25T03:00:00Z');
type Row = { readonly claimId: string; readonly updatedAt: string };

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld({ now: () => now });
  await keepCalendar(world);
  // Thirty claims of one institution in three bursts of ten that changed at the same instant; seven of another, three of them closed.
  for (let n = 0; n < 30; n += 1) {
    await seedClaim(world, 'verifying', { claimId: claimNumber(n), institutionId: 'bpr-contoh', updatedAt: NOON + (n % 3) });
  }
  for (let n = 100; n < 107; n += 1) {
    await seedClaim(world, n < 103 ? 'closed' : 'paying', { claimId: claimNumber(n), institutionId: 'ksp-contoh', updatedAt: NOON + 1 });
  }
}, 60_000);
afterAll(() => world.close(), 60_000);

async function pages(person: string, query: string): Promise<readonly (readonly Row[])[]> {
  const all: Row[][] = [];
  let next: string | undefined;
  do {
    const cursor: string = next === undefined ? '' : `&cursor=${encodeURIComponent(next)}`;
    const { status, body } = await world.call(person, `/claims?${query}${cursor}`);
    expect(status).toBe(200);
    all.push(body.claims);
    next = body.next;
  } while (next !== undefined && all.length < 50);
  return all;
}

test.each([1, 7, 10, 36, 37, 200])('in pages of %i every claim comes once, latest change first, ties by number', async (limit) => {
  const found = await pages('petugas.satu', `limit=${limit}`);
  const rows = found.flat();
  expect(found).toHaveLength(Math.ceil(37 / limit));
  expect(new Set(rows.map(({ claimId }) => claimId)).size).toBe(37);
  const inOrder = [...rows].sort(
    (a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt) || Number(a.claimId > b.claimId) - Number(a.claimId < b.claimId),
  );
  expect(rows).toEqual(inOrder);
});

test('a claim that changes between two pages is not shown twice, and no other is left out', async () => {
  const first = (await world.call('petugas.satu', '/claims?limit=20')).body;
  const moved = first.claims[3].claimId;
  await seedClaim(world, 'recommended', { claimId: moved, institutionId: 'bpr-contoh', updatedAt: NOON + 1_000, seq: 99 });
  const rest = (await world.call('petugas.satu', `/claims?limit=200&cursor=${encodeURIComponent(first.next)}`)).body;
  const seen = [...first.claims, ...rest.claims].map(({ claimId }: Row) => claimId);
  expect(seen).toHaveLength(37);
  expect(new Set(seen).size).toBe(37);
});

test('a status narrows the list, also over several pages', async () => {
  const found = await pages('auditor', 'status=closed&limit=2');
  expect(found.map((page) => page.length)).toEqual([2, 1]);
  expect((await pages('auditor', 'status=lapsed')).flat()).toEqual([]);
});

test('a partner pages through its own claims and meets no sign that there are others', async () => {
  const own = (await pages('staf.ksp', 'limit=3')).flat() as unknown as { institutionId: string }[];
  expect(own.map(({ institutionId }) => institutionId)).toEqual(Array.from({ length: 7 }, () => 'ksp-contoh'));
  // A cursor that names another institution's claim is only a place in the order.
  const elsewhere = encodeURIComponent(`${NOON + 2}~${claimNumber(2)}`);
  const rows = (await world.call('staf.ksp', `/claims?cursor=${elsewhere}`)).body.claims;
  expect(new Set(rows.map(({ institutionId }: { institutionId: string }) => institutionId))).toEqual(new Set(['ksp-contoh']));
});

test('a row says who acts, what is missing and until when; money only to those who decide on it', async () => {
  const { body } = await world.call('petugas.satu', '/claims?status=paying&limit=1');
  expect(body.claims[0]).toMatchObject({
    statusText: 'dibayarkan',
    holder: 'Bank',
    missingPapers: 0,
    clock: { clock: 'partner-promise', state: 'running', standing: 'late', dueAt: '2026-03-24T08:00:00Z', lateDays: 1 },
    otherClocks: 1,
    programme: 'jkm',
    amount: 42_000_000,
  });
  const { text } = await world.call('staf.ksp', '/claims?status=paying&limit=1');
  expect(text).not.toMatch(/42000000|programme|pasangan|participantId|accountRef|second-eyes/);
});

test.each([
  ['limit=0', 'limit'],
  ['limit=201', 'limit'],
  ['limit=2.5', 'limit'],
  ['limit=', 'limit'],
  ['limit=5&limit=6', 'limit'],
  ['status=dibayar', 'status'],
  ['cursor=', 'cursor'],
  ['cursor=1742443200000', 'cursor'],
  ['cursor=-1~STN-ABCDE-FGHJK', 'cursor'],
  ['cursor=99999999999999999999~STN-ABCDE-FGHJK', 'cursor'],
  ['cursor=1~STN-IIIII-00000', 'cursor'],
  ['cursor=1~%7B%22%24ne%22%3A1%7D', 'cursor'],
  ['institutionId=bpr-contoh', 'institutionId'],
])('%s is answered with the field that is wrong', async (query, field) => {
  const { status, body } = await world.call('staf.ksp', `/claims?${query}`);
  expect(status).toBe(400);
  expect(body).toMatchObject({ error: 'invalid-shape', fields: [{ field, message: expect.stringMatching(/^[A-Z].*\.$/) }] });
});

test('cursors at the ends of time are places like any other', async () => {
  expect((await world.call('auditor', '/claims?cursor=0~STN-ABCDE-FGHJK')).body.claims).toEqual([]);
  expect((await world.call('auditor', '/claims?limit=200&cursor=999999999999999~STN-ABCDE-FGHJK')).body.claims).toHaveLength(37);
});
