import { regencyName } from '#domain/people/branches/regencies.ts';
import { type ApiWorld, startApiWorld } from './api-world.ts';
import { claimNumber, keepCalendar, seedClaim } from './seeded.ts';

const CLAIM = claimNumber(5_101);
const triage = { programme: 'jkm', reason: 'Meninggal karena sakit.' };

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld({ patienceMs: 1_000 });
  await keepCalendar(world);
  await seedClaim(world, 'verifying', { claimId: CLAIM, institutionId: 'bpr-contoh', branchId: 'cabang-timur' });
}, 120_000);
afterAll(() => world.close(), 60_000);

const office = (name?: string) =>
  world.stores.branches.keep([
    {
      institutionId: 'bpr-contoh',
      branchId: 'cabang-timur',
      name: regencyName('53.10'),
      regencyCode: '53.10',
      ...(name === undefined ? {} : { office: name }),
    },
  ]);

test('an officer of another office decides nothing on the claim and is told whose it is; he may read it, which leaves a trace', async () => {
  await office('maumere');
  const refused = await world.give('petugas.satu', `/claims/${CLAIM}/triage`, triage);
  expect([refused.status, refused.body.error]).toEqual([409, 'not-your-role']);
  expect(refused.body.text).toBe('Klaim ini ditangani kantor maumere; Anda bertugas di kantor kupang.');
  const sitting = await world.give('petugas.satu', `/claims/${CLAIM}/sitting`, { decisions: [{ type: 'triageCause', ...triage }] });
  expect([sitting.status, sitting.body.text]).toEqual([409, expect.stringContaining('kantor maumere')]);
  expect((await world.call('petugas.satu', `/claims/${CLAIM}`)).status).toBe(200);
});

test('nor does he settle what came after its end, or open a scholarship of it', async () => {
  await office('maumere');
  await world.stores.lateEvents.keep({ _id: 'kabar-1', claimId: CLAIM, type: 'documents.added.v1', toldAt: 1, status: 'closed' } as never);
  const settled = { newsId: 'kabar-1', outcome: 'no-action', reason: 'Sudah dilihat bersama berkas lain.', commandId: 'selesai-kabar-1' };
  const news = await world.give('petugas.satu', '/late-news/steps', settled);
  expect([news.status, news.body.text]).toEqual([409, expect.stringContaining('kantor maumere')]);
  const child = { claim: CLAIM, childId: 'anak', birthDate: '2015-06-01' };
  const opened = await world.give('petugas.satu', '/entitlements', child);
  expect([opened.status, opened.body.text]).toEqual([409, expect.stringContaining('kantor maumere')]);
});

test('where no office is registered, or his own, nobody is kept out by it', async () => {
  for (const name of [undefined, 'kupang']) {
    await office(name);
    // Nothing runs behind this seeded claim: whoever may decide is told to ask again.
    expect((await world.give('petugas.satu', `/claims/${CLAIM}/triage`, triage)).status).toBe(503);
  }
});
