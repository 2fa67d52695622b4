import { createSweepPass } from '#activities/sweep-pass.ts';
import type { OutgoingEvent } from '#adapters/kafka/port.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { creditSigned, deathReported, nikOf, paper } from '../factories/people.ts';
import { recorded } from '../support/people-at-work.ts';
import { realNow } from '../support/real-clock.ts';
import { until } from '../support/until.ts';
import { type Answer, type ApiWorld, startApiWorld } from './api-world.ts';
import { accepted, type Reported, reportDeath } from './story-over-http.ts';

let world: ApiWorld;
let publisher: ReturnType<ApiWorld['kafka']['publisher']>;
beforeAll(async () => {
  world = await startApiWorld();
  publisher = world.kafka.publisher();
  await world.startClaimsWorker();
  await world.startIntake().joined();
}, 120_000);
afterAll(async () => {
  await publisher.close();
  await world.close();
}, 60_000);

type Row = Readonly<Record<string, unknown>> & { readonly newsId: string };

async function send(topic: OutgoingEvent['topic'], type: string, id: string, data: object, time = toIso(realNow())): Promise<void> {
  await publisher.publish([{ topic, key: id, id, type, source: 'bpr-contoh', time, data }]);
}

async function listed(path: string, field: string, newsId: string): Promise<Row> {
  return until(`${newsId} in ${path}`, async () => {
    const { body } = accepted(await world.call('pengawas', path));
    return (body[field] as readonly Row[]).find((row) => row.newsId === newsId);
  });
}

const pass = (now: number) =>
  createSweepPass({ ...world.stores, running: world.claims, payments: world.payments, now: () => now })(undefined);
const incidents = async (): Promise<readonly Row[]> => accepted(await world.call('pengawas', '/incidents')).body.incidents;
const step = (person: string, body: object): Promise<Answer> => world.give(person, '/late-news/steps', body);

async function withdrawn(n: number): Promise<Reported> {
  const reported = await reportDeath(world, n);
  accepted(await world.give('kepala.bpr', `${reported.path}/withdrawal`, { reason: 'Salah orang, peserta masih hidup.' }));
  accepted(await world.give('petugas.satu', `${reported.path}/withdrawal`, { reason: 'Surat cabang diterima.' }));
  await until('withdrawn', async () => (await recorded(world, reported.claimId))?.status === 'withdrawn');
  return reported;
}

function realDeath({ n, story }: Reported, reportId: string): object {
  return { ...deathReported(n, story, toIso(realNow())), reportId };
}

describe('a death reported after a mistaken report was withdrawn', () => {
  test('is work for a person at once, begins a claim of its own, and carries the death from then on', async () => {
    const reported = await withdrawn(910);
    await send('partner-events', 'death.reported.v1', 'real-910', realDeath(reported, 'lapor-benar-910'));
    const row = await listed('/late-news', 'lateNews', 'real-910');
    expect(row).toMatchObject({
      kind: 'report-after-withdrawal',
      claimId: reported.claimId,
      status: 'withdrawn',
      reportId: 'lapor-benar-910',
    });
    await pass(realNow());
    expect(await incidents()).toContainEqual(expect.objectContaining({ kind: 'report-after-withdrawal', newsId: 'real-910' }));

    const body = { newsId: 'real-910', outcome: 'new-claim', reason: 'Laporan pertama keliru, akta ada.', commandId: 'mulai-910' };
    expect(accepted(await step('petugas.satu', body)).body.settled).toBe(true);
    expect(accepted(await step('petugas.satu', body)).body.settled).toBe(true);
    expect((await step('petugas.dua', { ...body, commandId: 'mulai-910-b' })).body.error).toBe('not-allowed-in-status');

    const claim = await until('the new claim', async () => {
      const open = await world.stores.claims.openOf((await recorded(world, reported.claimId))?.participantId ?? '');
      return open[0] !== undefined && recorded(world, open[0]);
    });
    expect(claim).toMatchObject({
      kind: 'death',
      reportIds: ['lapor-benar-910'],
      institutionId: 'bpr-contoh',
      people: [{ id: 'pasangan' }, { id: 'anak' }],
    });
    await send('partner-events', 'death.reported.v1', 'again-910', realDeath(reported, 'lapor-lagi-910'));
    await until('the next report heard by it', async () =>
      (await recorded(world, claim.claimId as ClaimId))?.reportIds.includes('lapor-lagi-910'),
    );
    await pass(realNow());
    expect((await incidents()).filter(({ newsId }) => newsId === 'real-910')).toEqual([]);
  }, 120_000);

  test('is left aside by two people only; a partner neither sees the list nor settles anything', async () => {
    const reported = await withdrawn(911);
    await send('partner-events', 'death.reported.v1', 'real-911', realDeath(reported, 'lapor-benar-911'));
    await listed('/late-news', 'lateNews', 'real-911');
    const aside = { newsId: 'real-911', outcome: 'no-action', reason: 'Laporan yang sama, tetap keliru.' };
    expect((await world.call('kepala.bpr', '/late-news')).status).toBe(404);
    expect((await step('kepala.bpr', aside)).status).toBe(404);
    expect(accepted(await step('petugas.satu', aside)).body.settled).toBe(false);
    expect((await step('petugas.satu', aside)).body.error).toBe('maker-is-checker');
    expect(accepted(await step('penyetuju.satu', aside)).body).toMatchObject({
      settled: true,
      steps: [{ step: 'proposed' }, { step: 'settled' }],
    });
    expect((await step('petugas.satu', { ...aside, newsId: 'tidak-ada' })).status).toBe(404);
  }, 90_000);

  test('papers of an ended claim are listed with the claim until one person says why nothing follows', async () => {
    const reported = await withdrawn(912);
    const papers = [paper('chronology', 912, reported.story.diedOn)];
    const data = { claimId: reported.claimId, institutionId: 'bpr-contoh', branchId: 'bpr-contoh-kupang', staffId: 'staf-1', papers };
    await send('partner-events', 'documents.added.v1', 'papers-912', data);
    const row = await listed('/late-news', 'lateNews', 'papers-912');
    expect(row).toMatchObject({ kind: 'papers-after-end', papers: [{ paper: 'chronology' }] });
    const { body: claim } = accepted(await world.call('petugas.satu', reported.path));
    expect(claim.lateNews).toMatchObject([{ newsId: 'papers-912', settled: false }]);
    expect((await world.call('kepala.bpr', reported.path)).body.lateNews).toBeUndefined();
    const seen = { newsId: 'papers-912', outcome: 'no-action', reason: 'Kronologi sudah ada.' };
    expect(accepted(await step('petugas.satu', seen)).body.settled).toBe(true);
  }, 90_000);
});

describe('news before what it is about', () => {
  test('waits where people see it, becomes an incident with age, and is applied and gone when the credit comes', async () => {
    const n = 913;
    const story = { signedOn: '2026-05-04', diedOn: '2026-11-01', paidMonths: ['2026-05'], accountNumber: '1300000000913' };
    const credit = creditSigned(n, story);
    const kpj = credit.memberships[0]?.kpj ?? '';
    await send('membership', 'contribution.recorded.v1', 'contribution-913', { participantNik: nikOf(n), kpj, months: ['2026-06'] });
    const row = await until('the contribution waits', async () => {
      const { body } = accepted(await world.call('pengawas', '/waiting-news'));
      return (body.waiting as readonly Row[]).find((one) => one.kpj === kpj);
    });
    await pass(realNow() + 2 * 86_400_000);
    expect(await incidents()).toContainEqual(expect.objectContaining({ kind: 'news-waiting', newsId: row.newsId }));
    await send('partner-credit', 'credit.signed.v1', 'credit-913', credit);
    await until('nothing of it waits', async () => {
      const { body } = accepted(await world.call('pengawas', '/waiting-news'));
      return !(body.waiting as readonly Row[]).some((one) => one.kpj === kpj);
    });
    const [file] = await world.stores.readiness.findByIds([`bpr-contoh:${row.newsId.split(':')[0]}`]);
    expect(file?.file.memberships[0]?.paidMonths).toEqual(['2026-05', '2026-06']);
    await pass(realNow() + 3 * 86_400_000);
    expect((await incidents()).filter(({ kind }) => kind === 'news-waiting')).toEqual([]);
  }, 90_000);

  test('papers under a claim number nobody reported wait, and a supervisor may say that nothing comes of them', async () => {
    const data = { claimId: 'STN-ABCDE-FGHJK', institutionId: 'bpr-contoh', branchId: 'bpr-contoh-kupang', staffId: 'staf-1' };
    await send('partner-events', 'documents.added.v1', 'papers-914', { ...data, papers: [paper('chronology', 914, '2026-11-01')] });
    expect(await listed('/waiting-news', 'waiting', 'event/bpr-contoh/papers-914')).toMatchObject({
      kind: 'papers',
      claimId: 'STN-ABCDE-FGHJK',
      papers: 1,
    });
    const dismissal = { newsId: 'event/bpr-contoh/papers-914', reason: 'Nomor klaim salah tulis, sudah dikirim ulang.' };
    const dismiss = (person: string) => world.call(person, '/waiting-news/dismissals', { method: 'POST', body: dismissal });
    expect((await dismiss('petugas.satu')).status).toBe(404);
    expect(accepted(await dismiss('pengawas')).body).toMatchObject({ dismissed: true });
    expect((await dismiss('pengawas')).status).toBe(404);
  }, 90_000);
});
