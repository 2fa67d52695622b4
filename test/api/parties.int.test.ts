import type { OutgoingEvent } from '#adapters/kafka/port.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { participantIdOf } from '#services/intake/intake.ts';
import { creditSigned, deathReported, nikOf, paper, type Story } from '../factories/people.ts';
import { storyBefore } from '../factories/story.ts';
import { claimIdFor, recorded } from '../support/people-at-work.ts';
import { realNow } from '../support/real-clock.ts';
import { until } from '../support/until.ts';
import { type ApiWorld, startApiWorld } from './api-world.ts';
import { accepted } from './story-over-http.ts';

const KSP = { institutionId: 'ksp-contoh', branchId: 'ksp-contoh-ende' };

let world: ApiWorld;
let deadLettered: () => number;
let publisher: ReturnType<ApiWorld['kafka']['publisher']>;
beforeAll(async () => {
  world = await startApiWorld();
  publisher = world.kafka.publisher();
  await world.startClaimsWorker();
  const intake = world.startIntake();
  deadLettered = () => intake.stats().deadLettered;
  await intake.joined();
}, 120_000);
afterAll(async () => {
  await publisher.close();
  await world.close();
}, 60_000);

async function send(topic: OutgoingEvent['topic'], type: string, key: string, data: { readonly institutionId: string }): Promise<void> {
  const event = { topic, key, id: `${type}-${key}`, type, source: `/partners/${data.institutionId}`, time: toIso(realNow()), data };
  await publisher.publish([event]);
}

const stateOf = (n: number, holds: (claim: ClaimState) => boolean): Promise<ClaimState> =>
  until(`the claim of ${n}`, async () => {
    const claim = await recorded(world, claimIdFor(world, n));
    return claim !== undefined && holds(claim) && claim;
  });

/** BPR prepares for the family, a co-operative that prepared nothing reports first, then BPR reports. */
async function reportedByStranger(n: number): Promise<Story> {
  const story = storyBefore(realNow(), n);
  await send('partner-credit', 'credit.signed.v1', participantIdOf(nikOf(n), world.personKey), creditSigned(n, story));
  await until('the file', () => world.stores.readiness.find('bpr-contoh', participantIdOf(nikOf(n), world.personKey)));
  const papers = [paper('chronology', n + 500, story.diedOn)];
  const first = { ...deathReported(n, story, toIso(realNow())), ...KSP, reportId: `ksp-${n}`, papers };
  await send('partner-events', 'death.reported.v1', first.reportId, first);
  await stateOf(n, () => true);
  return story;
}

test('a stranger reports first: the claim goes by the holder’s file, and each institution sees its own papers and nothing of the other', async () => {
  const story = await reportedByStranger(1);
  const begun = await stateOf(1, ({ people }) => people.length > 0);
  expect([begun.institutionId, begun.memberships.length, begun.readinessFileId?.startsWith('bpr-contoh:')]).toEqual([
    'ksp-contoh',
    1,
    true,
  ]);
  const path = `/claims/${claimIdFor(world, 1)}`;
  expect((await world.call('staf.bpr', path)).status).toBe(200);

  const second = deathReported(1, story, toIso(realNow()));
  await send('partner-events', 'death.reported.v1', second.reportId, second);
  await stateOf(1, ({ reportIds }) => reportIds.length === 2);
  const [bpr, ksp] = await Promise.all(['staf.bpr', 'staf.ksp'].map((person) => world.call(person, path)));
  expect(bpr?.body).toMatchObject({ institutionId: 'bpr-contoh', status: 'collecting', otherInstitutions: expect.any(String) });
  expect(bpr?.body.papers.length).toBe(creditSigned(1, story).papers.length + second.papers.length);
  expect(ksp?.body.papers.map(({ documentId }: { documentId: string }) => documentId)).toEqual(['doc-501-chronology']);
  expect([bpr?.text.includes('ksp'), ksp?.text.includes('bpr')]).toEqual([false, false]);
  const listed = await world.call('staf.bpr', '/claims');
  expect(listed.body.claims).toMatchObject([{ claimId: claimIdFor(world, 1), institutionId: 'bpr-contoh' }]);
}, 120_000);

test('a partner that speaks in another’s name, or as BPJS Ketenagakerjaan, is not believed and leaves a dead letter', async () => {
  const story = storyBefore(realNow(), 3);
  const before = deadLettered();
  const forged = { ...deathReported(3, story, toIso(realNow())), reportId: 'palsu-3' };
  const [membership] = creditSigned(3, story).memberships;
  const head = { source: '/partners/ksp-contoh', time: toIso(realNow()) };
  const participantNik = nikOf(3);
  await publisher.publish([
    { topic: 'partner-events', key: 'palsu-3', id: 'palsu-3', type: 'death.reported.v1', data: forged, ...head },
    { topic: 'membership', key: 'kpj-3', id: 'palsu-4', type: 'coverage.changed.v1', data: { participantNik, membership }, ...head },
  ]);
  await until('both dead letters', async () => deadLettered() === before + 2);
  expect(await recorded(world, claimIdFor(world, 3))).toBeUndefined();
  expect(await world.stores.membershipNews.of(participantIdOf(participantNik, world.personKey))).toEqual([]);
}, 120_000);

test('a head ends nothing alone; an officer agrees', async () => {
  await reportedByStranger(2);
  const path = `/claims/${claimIdFor(world, 2)}/withdrawal`;
  accepted(await world.give('kepala.bpr', path, { reason: 'Salah orang.' }));
  expect((await recorded(world, claimIdFor(world, 2)))?.status).not.toBe('withdrawn');
  expect((await world.give('kepala.bpr', path, { reason: 'Salah orang.' })).body).toMatchObject({ error: 'maker-is-checker' });
  accepted(await world.give('petugas.satu', path, { reason: 'Surat keluarga diterima.' }));
  await stateOf(2, ({ status }) => status === 'withdrawn');
}, 120_000);
