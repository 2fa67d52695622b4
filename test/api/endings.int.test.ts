import { rupiah } from '#domain/money/money.ts';
import { PAPERS_OF_ACCIDENT } from '../factories/claims.ts';
import { paper } from '../factories/people.ts';
import { receivedBy } from '../support/bank.ts';
import { recorded } from '../support/people-at-work.ts';
import { type Answer, type ApiWorld, startApiWorld } from './api-world.ts';
import { accepted, approve, BANK_CODE, POINTS, type Reported, reportDeath, untilClosed, workUpTo } from './story-over-http.ts';

const WAGE = rupiah(2_500_000);

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
  await world.startClaimsWorker();
  await world.startPayoutsWorker();
  await world.startIntake().joined();
}, 120_000);
afterAll(() => world.close(), 60_000);

const give = (person: string, { path }: Reported, url: string, body: object): Promise<Answer> => world.give(person, `${path}/${url}`, body);

async function reject(reported: Reported): Promise<void> {
  await workUpTo('complete', world, reported);
  const letter = { outcome: 'reject', reason: 'coverage-lapsed', text: 'Iuran berhenti sebelum hari kematian.' };
  accepted(await give('petugas.satu', reported, 'recommendation', letter));
  const decisions = [{ point: 'rejection', verdict: 'approve' }];
  const { body } = accepted(await give('penyetuju.satu', reported, 'decisions', { decisions }));
  expect(body.status).toBe('rejected');
}

describe('a family that contests a rejection', () => {
  let reported: Reported;
  beforeAll(async () => {
    reported = await reportDeath(world, 71);
    await reject(reported);
  }, 60_000);

  test('cannot be answered by reopening a claim that was never withdrawn, nor by another institution', async () => {
    const refused = await give('pengawas', reported, 'reopenings', { ground: 'withdrawal-revoked', reason: 'Keluarga berubah pikiran.' });
    expect([refused.status, refused.body.error]).toEqual([409, 'invalid-command']);
    expect((await give('staf.ksp', reported, 'appeals', { reason: 'Bukan klaim kami.' })).status).toBe(404);
    expect((await give('petugas.satu', reported, 'withdrawal', { reason: 'Surat keluarga.' })).body.error).toBe('not-allowed-in-status');
  }, 30_000);

  test('is heard once, however often the button is pressed, and the claim is verified again against a fresh clock', async () => {
    const body = { commandId: 'keberatan-keluarga', reason: 'Iuran bulan terakhir sudah dibayar.' };
    const pressed = await Promise.all([1, 2].map(() => give('kepala.bpr', reported, 'appeals', body)));
    expect(pressed.map(({ status, body: claim }) => [status, claim.status, claim.generation])).toEqual([
      [200, 'verifying', 2],
      [200, 'verifying', 2],
    ]);
    const { body: claim } = accepted(await give('kepala.bpr', reported, 'appeals', body));
    const legal = claim.clocks.filter(({ clock }: { clock: string }) => clock === 'jkm-legal');
    expect(legal.map(({ generation, state }: { generation: number; state: string }) => [generation, state])).toEqual([
      [1, 'stopped'],
      [2, 'running'],
    ]);
    const journal = await world.stores.journal.read(reported.claimId);
    expect(journal.filter(({ fact }) => fact.type === 'claim.appealed')).toHaveLength(1);
  }, 30_000);

  test('is decided by other people than those who rejected it, and paid', async () => {
    const { body: claim } = accepted(await world.call('petugas.dua', reported.path));
    accepted(await give('petugas.dua', reported, 'triage', { programme: 'jkm', reason: 'Meninggal karena sakit.' }));
    accepted(await give('petugas.dua', reported, 'heirs', { people: claim.people }));
    accepted(await give('petugas.dua', reported, 'payee-account', reported.payee));
    accepted(await give('petugas.dua', reported, 'recommendation', { outcome: 'pay' }));
    const refused = await approve(world, reported);
    expect([refused.status, refused.body.error]).toEqual([409, 'conflict-of-interest']);
    const decisions = POINTS.map((point) => ({ point, verdict: 'approve' }));
    accepted(await give('penyetuju.dua', reported, 'decisions', { decisions }));
    await untilClosed(world, reported);
    expect(await receivedBy(world.bank, BANK_CODE, reported.story.accountNumber)).toEqual([42_000_000]);
  }, 90_000);
});

describe('new evidence on a claim that is paid and closed', () => {
  let reported: Reported;
  beforeAll(async () => {
    reported = await reportWithWage(72);
    await workUpTo('recommended', world, reported);
    accepted(await approve(world, reported));
    await untilClosed(world, reported);
  }, 120_000);

  test('is judged by a supervisor: an officer cannot reopen it', async () => {
    const refused = await give('petugas.satu', reported, 'reopenings', { ground: 'new-evidence', reason: 'Saksi baru.' });
    expect([refused.status, refused.body.error]).toEqual([409, 'not-your-role']);
  });

  test('opens it once, and what turns out to be a work accident is paid less what was paid already', async () => {
    const body = { commandId: 'bukti-baru-saksi', ground: 'new-evidence', reason: 'Saksi kecelakaan di tempat kerja.' };
    const pressed = await Promise.all([1, 2].map(() => give('pengawas', reported, 'reopenings', body)));
    expect(pressed.map(({ status, body: claim }) => [status, claim.status, claim.generation])).toEqual([
      [200, 'verifying', 2],
      [200, 'verifying', 2],
    ]);
    const papers = PAPERS_OF_ACCIDENT.map((kind) => paper(kind, 72, reported.story.diedOn));
    const sitting = {
      decisions: [
        { type: 'triageCause', programme: 'jkk', reason: 'Jatuh di tempat kerja menurut saksi.' },
        { type: 'attachDocuments', papers },
        { type: 'verifyDocuments', verdicts: papers.map(({ documentId }) => ({ documentId, verdict: 'ok' })) },
        { type: 'recommend', outcome: 'pay' },
      ],
    };
    const { body: claim } = accepted(await give('petugas.dua', reported, 'sitting', sitting));
    const { total } = claim.recommendation;
    expect([claim.type, total > 42_000_000]).toEqual(['jkk-death', true]);
    accepted(await approve(world, reported));
    await untilClosed(world, reported);
    expect(await receivedBy(world.bank, BANK_CODE, reported.story.accountNumber)).toEqual([42_000_000, total - 42_000_000]);
    expect((await recorded(world, reported.claimId))?.payouts.map(({ generation, state }) => [generation, state])).toEqual([
      [1, 'confirmed'],
      [2, 'confirmed'],
    ]);
  }, 90_000);
});

test('a head proposes once what an officer then ends, however often the press travels; a supervisor takes it up again', async () => {
  const reported = await reportDeath(world, 73);
  const body = { commandId: 'surat-penarikan', reason: 'Keluarga menarik klaim dengan surat.' };
  const pressed = await Promise.all([1, 2].map(() => give('kepala.bpr', reported, 'withdrawal', body)));
  expect(pressed.map(({ status, body: claim }) => [status, claim.status])).toEqual([
    [200, 'registered'],
    [200, 'registered'],
  ]);
  expect(accepted(await give('kepala.bpr', reported, 'withdrawal', body)).body.status).toBe('registered');
  expect(accepted(await give('petugas.satu', reported, 'withdrawal', { reason: body.reason })).body.status).toBe('withdrawn');
  const again = accepted(await give('pengawas', reported, 'reopenings', { ground: 'withdrawal-revoked', reason: 'Surat dicabut.' }));
  expect([again.body.status, again.body.generation]).toEqual(['collecting', 2]);
  expect(
    accepted(
      await give('petugas.satu', reported, 'completion-requests', { papers: [{ paper: 'family-card', reason: 'Foto tidak terbaca.' }] }),
    ).body.status,
  ).toBe('collecting');
}, 60_000);

/** Of somebody whose wage the partner knew when the credit was signed. */
const reportWithWage = (n: number): Promise<Reported> => reportDeath(world, n, { wageBase: WAGE });
