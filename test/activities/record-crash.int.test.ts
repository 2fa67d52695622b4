import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { connect } from '#adapters/kafka/connection.ts';
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
import { realNow } from '../support/real-clock.ts';
import { testLog } from '../support/silent-log.ts';
import { freshName, testStack } from '../support/stack.ts';

const POINTS = ['before-journal', 'inside-journal', 'after-journal', 'after-claims', 'after-publish'] as const;

describe('a process that dies while it records', () => {
  const stack = testStack();
  const name = freshName('record');
  const brokers = stack.kafkaBrokers;
  const claimOf = (point: string): ClaimId => `STN-AAAAA-${point.toUpperCase()}` as ClaimId;
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let stores: ReturnType<typeof createStores>;

  beforeAll(async () => {
    mongo = await connectMongo(stack.mongoUrl(name));
    stores = createStores(mongo, { personKey: 'unused-here' });
    await stores.ensureIndexes();
    await connect({ brokers: brokers.split(','), clientId: name, topicPrefix: `${name}.`, log: testLog }).createTopics();
  }, 60_000);
  afterAll(async () => {
    await mongo.dropDatabase();
    await mongo.close();
  });

  function record(claimId: ClaimId, dieAt: string): Promise<string | null> {
    const now = realNow();
    const facts = receive(undefined, deathEvent(storyBefore(1_790_000_000_000, 1)), {
      at: 1_790_000_000_000,
      calendar: calendarAround(now),
      switches: {},
    });
    const job = { mongoUrl: stack.mongoUrl(name), brokers, topicPrefix: `${name}.`, dieAt, batch: { claimId, firstSeq: 1, facts } };
    return new Promise((resolve) => {
      const child = execFile(
        join(process.cwd(), 'node_modules', 'node', 'bin', 'node'),
        [
          '--disable-warning=TimeoutNegativeWarning',
          '--disable-warning=ExperimentalWarning',
          'test/support/record-once.ts',
          JSON.stringify(job),
        ],
        (_error, _stdout, stderr) => resolve(child.signalCode ?? (stderr === '' ? null : stderr)),
      );
    });
  }

  test.each(POINTS)(
    'killed %s and repeated, it leaves one journal, one document and the same events',
    async (point) => {
      const claimId = claimOf(point);
      expect(await record(claimId, point)).toBe('SIGKILL');
      expect(await record(claimId, 'none')).toBeNull();
      expect(await record(claimId, 'none')).toBeNull();

      const entries = await stores.journal.read(claimId);
      expect(entries.map((entry) => [entry.seq, entry.fact.type])).toEqual([
        [1, 'claim.registered'],
        [2, 'sla.clock-started'],
      ]);
      expect(firstBreak(entries)).toBeUndefined();
      const document = await stores.claims.find(claimId);
      expect(document?.state).toEqual(
        fold(
          claimId,
          entries.map((entry) => entry.fact),
        ),
      );
      expect(document?.head).toBe(entries.at(-1)?.hash);
      const events = (await readTopic(brokers, `${name}.claim-events`)).filter((event) => event.key === claimId);
      expect(new Set(events.map((event) => event.id))).toEqual(new Set([`${claimId}:1`, `${claimId}:2`]));
      expect(new Set(events.map((event) => JSON.stringify(event))).size).toBe(2);
    },
    60_000,
  );

  test('other content under a number that is taken is an alarm, and the journal keeps what it has', async () => {
    const claimId = claimOf('conflict');
    const at = realNow();
    const facts = receive(undefined, deathEvent(storyBefore(at, 1)), { at, calendar: calendarAround(at), switches: {} });
    await stores.journal.append(claimId, 1, facts);
    const later = facts.map((fact) => ({ ...fact, at: at + 1 }));
    await expect(stores.journal.append(claimId, 1, later)).rejects.toThrow(/exists with other content/);
    expect((await stores.journal.read(claimId)).map((entry) => entry.fact)).toEqual(facts);
  });

  test('the journal refuses every way of changing a fact', async () => {
    const model = mongo.model('Journal');
    const refusal = /append-only/;
    await expect(model.updateOne({}, { seq: 9 })).rejects.toThrow(refusal);
    await expect(model.updateMany({}, { seq: 9 })).rejects.toThrow(refusal);
    await expect(model.replaceOne({}, {})).rejects.toThrow(refusal);
    await expect(model.findOneAndUpdate({}, { seq: 9 })).rejects.toThrow(refusal);
    await expect(model.findOneAndReplace({}, {})).rejects.toThrow(refusal);
    await expect(model.deleteOne({})).rejects.toThrow(refusal);
    await expect(model.deleteMany({})).rejects.toThrow(refusal);
    await expect(model.findOneAndDelete({})).rejects.toThrow(refusal);
    await expect(model.bulkWrite([{ deleteMany: { filter: {} } }])).rejects.toThrow(refusal);
    const entry = await model.findOne({});
    await expect(entry?.save()).rejects.toThrow(refusal);
    await expect(entry?.deleteOne()).rejects.toThrow(refusal);
    await expect(entry?.updateOne({ seq: 9 })).rejects.toThrow(refusal);
  });
});
