import type { ClaimState, RungState } from '#domain/claim/state.ts';
import { type ApiWorld, startApiWorld } from './api-world.ts';
import { claimNumber, keepCalendar, seedClaim } from './seeded.ts';

/** Monday noon in Kupang, two days after a legal limit that fell on Friday. */
const now = Date.parse('2026-03-30T03:00:00Z');
const FIRED = Date.parse('2026-03-27T08:00:00Z');

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld({ now: () => now });
  await keepCalendar(world);
  await seed(1, 'paying', [late(1), warning()]);
  await seed(2, 'verifying', [late(0), late(3, { key: 'jkm-legal:1:+1', tells: ['branch-head'] })]);
  // Answered for, ended, or only a warning: nobody's any more, or not yet.
  await seed(3, 'verifying', [late(0, { acknowledgedAt: now, acknowledgedBy: { id: 'pengawas', role: 'supervisor' } })]);
  await seed(4, 'closed', [late(0), warning()]);
  await seed(5, 'verifying', [warning()]);
}, 60_000);
afterAll(() => world.close(), 60_000);

function late(after: number, more: Partial<RungState> = {}): RungState {
  const firedAt = FIRED + after;
  const tells = ['supervisor'] as const;
  return { key: 'jkm-legal:1:100', clock: 'jkm-legal', dueAt: FIRED, firedAt, tells, mustAcknowledge: true, movesToFront: false, ...more };
}

function warning(): RungState {
  return late(0, { key: 'jkm-legal:1:75', tells: ['holder', 'supervisor'], mustAcknowledge: false, movesToFront: true });
}

function seed(n: number, status: 'verifying' | 'paying' | 'closed', rungs: readonly RungState[]): Promise<ClaimState> {
  return seedClaim(world, status, { claimId: claimNumber(n), rungs });
}

type Row = { readonly claimId: string; readonly rungKey: string };
const keysOf = (rows: readonly Row[]): readonly string[] => rows.map(({ claimId, rungKey }) => `${claimId} ${rungKey}`);
const EXPECTED = [`${claimNumber(2)} jkm-legal:1:100`, `${claimNumber(1)} jkm-legal:1:100`, `${claimNumber(2)} jkm-legal:1:+1`];

test.each(['pengawas', 'auditor'])('%s sees what nobody has answered for, the longest waiting first', async (person) => {
  const { status, body } = await world.call(person, '/escalations');
  expect([status, keysOf(body.escalations)]).toEqual([200, EXPECTED]);
  expect(body).not.toHaveProperty('next');
});

test.each([1, 2])('in pages of %i every escalation comes once', async (limit) => {
  const found: Row[] = [];
  for (let next: string | undefined = ''; next !== undefined; ) {
    const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    const { status, body } = await world.call('pengawas', `/escalations?limit=${limit}${cursor}`);
    expect(status).toBe(200);
    found.push(...body.escalations);
    next = body.next;
  }
  expect(keysOf(found)).toEqual(EXPECTED);
});

test('a row says which deadline, whom it was told, since when, and what the delay costs by now', async () => {
  const { body } = await world.call('pengawas', '/escalations');
  const [, paying] = body.escalations;
  expect(paying).toMatchObject({
    audience: [{ audience: 'supervisor', text: 'penyelia' }],
    clock: 'jkm-legal',
    label: 'Batas hukum JKM',
    dueAt: '2026-03-27T08:00:00Z',
    since: '2026-03-27T08:00:00.001Z',
    statusText: 'dibayarkan',
    state: 'running',
    standing: 'late',
    lateDays: 3,
    latePrice: 1_260_000,
  });
  // Before an amount is recommended nobody knows the price.
  expect(body.escalations[0]).not.toHaveProperty('latePrice');
});

test('an officer has the claims whose holder was warned by a clock that still runs, also over several pages', async () => {
  const { body } = await world.call('petugas.satu', '/claims?escalated=true');
  const expected = [claimNumber(1), claimNumber(5)].sort();
  expect(body.claims.map(({ claimId }: Row) => claimId).sort()).toEqual(expected);
  const first = (await world.call('petugas.satu', '/claims?escalated=true&limit=1')).body;
  const second = (await world.call('petugas.satu', `/claims?escalated=true&limit=1&cursor=${encodeURIComponent(first.next)}`)).body;
  expect([...first.claims, ...second.claims].map(({ claimId }: Row) => claimId).sort()).toEqual(expected);
  expect(second).not.toHaveProperty('next');
});

test.each([
  ['/escalations?limit=0', 'limit'],
  ['/escalations?cursor=1~STN-ABCDE-FGHJK', 'cursor'],
  ['/escalations?cursor=1~STN-IIIII-00000~x', 'cursor'],
  ['/escalations?institutionId=bpr-contoh', 'institutionId'],
  ['/claims?escalated=false', 'escalated'],
])('%s is answered with the field that is wrong', async (path, field) => {
  const { status, body } = await world.call('pengawas', path);
  expect([status, body.fields]).toEqual([400, [{ field, message: expect.stringMatching(/^[A-Z].*\.$/) }]]);
});

test('a supervisor reads what the sweeper found and nobody has cured yet', async () => {
  await world.stores.incidents.note({ kind: 'claim-not-running', claimId: claimNumber(5) }, now);
  const { body } = await world.call('pengawas', '/incidents');
  expect(body.incidents).toEqual([
    {
      kind: 'claim-not-running',
      text: 'Klaim terbuka yang tidak sedang dikerjakan sistem.',
      claimId: claimNumber(5),
      foundAt: '2026-03-30T03:00:00Z',
      lastSeenAt: '2026-03-30T03:00:00Z',
      timesSeen: 1,
    },
  ]);
});

test('a check shows its evidence, and beside a claim that may be the same that claim', async () => {
  const other = { claimId: claimNumber(2), similarityBasisPoints: 9_200, agrees: ['name', 'birth-date'] as const };
  const evidence = [{ what: 'klaim lain', found: claimNumber(2), source: 'Santun', other }];
  const results = [
    { check: 'identity', result: 'pass', evidence: [] },
    { check: 'duplicate', result: 'ask', evidence, proposes: 'duplicate-claim' },
  ] as const;
  const claim = await seedClaim(world, 'verifying', { claimId: claimNumber(6), checks: { at: now, results } });
  const { body } = await world.call('petugas.satu', `/claims/${claim.claimId}/checks`);
  expect(body.checkedAt).toBe('2026-03-30T03:00:00Z');
  expect(body.checks[0]).toEqual({ check: 'identity', checkText: 'identitas peserta', result: 'pass', resultText: 'lulus', evidence: [] });
  expect(body.checks[1]).toMatchObject({
    resultText: 'tanya',
    proposes: 'duplicate-claim',
    evidence: [
      {
        other: {
          claimId: claimNumber(2),
          similarityBasisPoints: 9_200,
          agrees: [{ text: 'nama' }, { text: 'tanggal lahir' }],
          statusText: 'diverifikasi',
        },
      },
    ],
  });
  const view = (await world.call('petugas.satu', `/claims/${claim.claimId}`)).body;
  expect(view.checks.results.map(({ check, result }: { check: string; result: string }) => `${check} ${result}`)).toEqual([
    'identity pass',
    'duplicate ask',
  ]);
  expect((await world.call('staf.bpr', `/claims/${claim.claimId}`)).text).not.toMatch(/duplicate|klaim ganda/);
});
