import { bytesOf, MOST_PAPERS } from '#domain/claim/bounds.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { recorded } from '../support/people-at-work.ts';
import { readTopic } from '../support/read-topic.ts';
import { realNow } from '../support/real-clock.ts';
import { testStack } from '../support/stack.ts';
import { until } from '../support/until.ts';
import { type ApiWorld, startApiWorld } from './api-world.ts';
import { accepted, type Reported, reportDeath } from './story-over-http.ts';

const MEBIBYTE = 1_024 * 1_024;
let world: ApiWorld;
let reported: Reported;
beforeAll(async () => {
  world = await startApiWorld();
  await world.startClaimsWorker();
  await world.startIntake().joined();
  reported = await reportDeath(world, 81);
}, 120_000);
afterAll(() => world.close(), 60_000);

const papersOf = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    paper: 'chronology',
    documentId: `${name}-${index}`.padEnd(128, 'x'),
    sha256: 'e'.repeat(64),
    obtainedOn: '2026-02-25',
  }));

/** As a partner's system sends them, faster than anything can answer. */
async function tell(events: number): Promise<void> {
  const publisher = world.kafka.publisher();
  const base = { institutionId: 'bpr-contoh', branchId: 'bpr-contoh-kupang', staffId: 'staf-1', claimId: reported.claimId };
  await publisher.publish(
    Array.from({ length: events }, (_, index) => ({
      topic: 'partner-events' as const,
      key: 'banjir',
      id: `banjir-${index}`,
      type: 'documents.added.v1',
      source: 'bpr-contoh',
      time: toIso(realNow()),
      data: { ...base, papers: papersOf(`kafka-${index}`, 200) },
    })),
  );
  await publisher.close();
}

test('forty events and eighty-one requests with all the papers they can carry leave a claim that records, answers and shows what it turned away', async () => {
  await tell(40);
  const answers = [];
  for (let n = 0; n < 81; n += 1)
    answers.push(await world.give('staf.bpr', `${reported.path}/documents`, { papers: papersOf(`http-${n}`, 50) }));
  // Whether the events or the requests fill it first is the race; nobody hears anything else.
  expect(answers.filter(({ status, body }) => status !== 200 && body.error !== 'claim-full')).toEqual([]);
  expect(answers.at(-1)?.body.text).toContain(String(MOST_PAPERS));

  const { path, claimId } = reported;
  const state = await until('a full claim', async () => {
    const claim = await recorded(world, claimId);
    return claim?.papers.length === MOST_PAPERS && claim;
  });
  expect(bytesOf(await world.claims.stateOf(claimId))).toBeLessThan(MEBIBYTE);
  const [{ documentId } = { documentId: '' }] = state.papers;
  accepted(await world.give('petugas.satu', `${path}/document-verdicts`, { verdicts: [{ documentId, verdict: 'ok' }] }));

  // Nothing is lost: what does not stand in the state stands by name in the journal, or waits as a dead letter.
  const names = Array.from(
    { length: 40 },
    (_, index) => [papersOf(`kafka-${index}`, 200)[199]?.documentId ?? '', `banjir-${index}`] as const,
  );
  await until('all that was told stands somewhere', async () => {
    const kept = JSON.stringify(await world.stores.journal.read(claimId));
    const letters = await readTopic(testStack().kafkaBrokers, world.kafka.topicName('dead-letters'));
    const dead = JSON.stringify(letters);
    return names.every(([name, id]) => kept.includes(name) || dead.includes(`"${id}"`));
  });
}, 180_000);
