import { createRecordActivities, type FactsToRecord } from '#activities/record.activities.ts';
import { connect } from '#adapters/kafka/connection.ts';
import type { Publisher } from '#adapters/kafka/port.ts';
import { firstBreak } from '#adapters/mongo/chain.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { receive } from '#domain/claim/events.ts';
import { fold } from '#domain/claim/evolve.ts';
import { calendarAround } from '../factories/calendar.ts';
import { deathEvent } from '../factories/death-event.ts';
import { storyBefore } from '../factories/story.ts';
import { readTopic } from '../support/read-topic.ts';
import { testLog } from '../support/silent-log.ts';
import { freshName, testStack } from '../support/stack.ts';

/** A port on which nobody listens. */
const NOWHERE = '127.0.0.1:1';

describe('claims that are recorded at the same moment by one process', () => {
  const stack = testStack();
  const name = freshName('together');
  const at = 1_790_000_000_000;
  const calendar = calendarAround(at);
  const kafka = connect({ brokers: stack.kafkaBrokers.split(','), clientId: name, topicPrefix: `${name}.`, log: testLog });
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let stores: ReturnType<typeof createStores>;
  let publisher: Publisher;

  beforeAll(async () => {
    mongo = await connectMongo(stack.mongoUrl(name));
    stores = createStores(mongo, { personKey: 'unused-here' });
    await stores.ensureIndexes();
    await kafka.createTopics();
    publisher = kafka.publisher();
  }, 60_000);
  afterAll(async () => {
    await publisher.close();
    await mongo.dropDatabase();
    await mongo.close();
  });

  function firstReport(claimId: string, reportedAt = at): FactsToRecord {
    const facts = receive(undefined, deathEvent(storyBefore(at, 1)), { at: reportedAt, calendar, switches: {} });
    return { claimId: claimId as ClaimId, firstSeq: 1, facts };
  }

  const recorder = (through: Publisher = publisher) =>
    createRecordActivities({ ...stores, publisher: through, openEntitlements: async () => undefined });

  async function expectOnRecord({ claimId, facts }: FactsToRecord): Promise<void> {
    const entries = await stores.journal.read(claimId);
    expect(entries.map((entry) => entry.fact)).toEqual(facts);
    expect(firstBreak(entries)).toBeUndefined();
    expect((await stores.claims.find(claimId))?.state).toEqual(fold(claimId, facts));
  }

  async function publishedOf(claims: readonly FactsToRecord[]): Promise<ReadonlyMap<string, number>> {
    const ids = new Set<string>(claims.map(({ claimId }) => claimId));
    const times = new Map<string, number>();
    for (const { id, key } of await readTopic(stack.kafkaBrokers, `${name}.claim-events`)) {
      if (ids.has(key)) times.set(id, (times.get(id) ?? 0) + 1);
    }
    return times;
  }

  const eventIdsOf = (claims: readonly FactsToRecord[]): string[] =>
    claims.flatMap(({ claimId, facts }) => facts.map((_fact, index) => `${claimId}:${index + 1}`)).sort();

  test('herd of due timers: two hundred claims, each is recorded exactly once', async () => {
    const claims = Array.from({ length: 200 }, (_, n) => firstReport(`STN-MANY-${n}`));
    const { recordFacts } = recorder();
    await Promise.all(claims.map(recordFacts));
    for (const claim of claims) await expectOnRecord(claim);
    const published = await publishedOf(claims);
    expect([...published.keys()].sort()).toEqual(eventIdsOf(claims));
    expect(new Set(published.values())).toEqual(new Set([1]));
  }, 60_000);

  test('a claim whose journal says otherwise fails alone; a repeat beside it and everybody else succeed', async () => {
    const [taken, repeated, ...others] = Array.from({ length: 8 }, (_, n) => firstReport(`STN-CONFLICT-${n}`));
    if (!taken || !repeated) throw new Error('eight claims were made');
    const { recordFacts } = recorder();
    await Promise.all([taken, repeated].map(recordFacts));
    const rival = firstReport(taken.claimId, at + 1);
    const results = await Promise.allSettled([...others.slice(0, 3), rival, repeated, ...others.slice(3)].map(recordFacts));
    expect(results.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1);
    expect(results[3]).toMatchObject({ status: 'rejected', reason: { name: 'JournalConflict', entryId: `${taken.claimId}:00000001` } });
    for (const claim of [taken, repeated, ...others]) await expectOnRecord(claim);
  }, 60_000);

  test('the same claim twice at once is one claim', async () => {
    const claim = firstReport('STN-TWICE');
    const { recordFacts } = recorder();
    await Promise.all([firstReport('STN-BESIDE'), claim, claim, claim].map(recordFacts));
    await expectOnRecord(claim);
  });

  test('while Kafka is away every call of the batch fails, the record stays, and the repeat publishes each event once', async () => {
    const claims = Array.from({ length: 5 }, (_, n) => firstReport(`STN-NO-KAFKA-${n}`));
    const away = connect({ brokers: [NOWHERE], clientId: name, topicPrefix: `${name}.`, log: testLog }).publisher();
    const failed = await Promise.allSettled(claims.map(recorder(away).recordFacts));
    expect(failed.map((result) => result.status === 'rejected' && result.reason)).toEqual(
      claims.map(() => expect.objectContaining({ name: 'KafkaFault', kind: 'unavailable' })),
    );
    for (const claim of claims) await expectOnRecord(claim);
    expect(await publishedOf(claims)).toEqual(new Map());
    await Promise.all(claims.map(recorder().recordFacts));
    for (const claim of claims) await expectOnRecord(claim);
    const published = await publishedOf(claims);
    expect([...published.keys()].sort()).toEqual(eventIdsOf(claims));
    expect(new Set(published.values())).toEqual(new Set([1]));
    await away.close();
  }, 60_000);
});
