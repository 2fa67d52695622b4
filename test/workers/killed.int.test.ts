import { firstBreak } from '#adapters/mongo/chain.ts';
import { fold } from '#domain/claim/evolve.ts';
import { storyBefore } from '../factories/story.ts';
import { approveEverything, claimIdFor, recorded, sendPartnerEvents, workUpToRecommendation } from '../support/people-at-work.ts';
import { type ProcessName, type ProcessWorld, startProcessWorld } from '../support/process-world.ts';
import { readTopic } from '../support/read-topic.ts';
import { realNow } from '../support/real-clock.ts';
import { until } from '../support/until.ts';

describe('a part is killed while a claim travels, and the claim arrives all the same', () => {
  let world: ProcessWorld;
  let n = 0;
  beforeAll(async () => {
    world = await startProcessWorld();
  }, 180_000);
  afterAll(() => world.close(), 120_000);

  /** One whole claim; `atReport` and `atApproval` do their damage while the step is on its way. */
  async function travel(damage: { atReport?: () => Promise<void>; atApproval?: () => Promise<void> }): Promise<void> {
    n += 1;
    const story = storyBefore(realNow(), n);
    const claimId = claimIdFor(world, n);
    await world.bank('/sandbox/accounts', { bankCode: '130', accountNumber: story.accountNumber, holderName: `PASANGAN CONTOH ${n}` });
    await Promise.all([sendPartnerEvents(world, n, story), damage.atReport?.()]);
    await workUpToRecommendation(world, claimId, story, n);
    await Promise.all([approveEverything(world, claimId), damage.atApproval?.()]);
    const closed = await until(
      'the claim to close',
      async () => {
        const claim = await recorded(world, claimId);
        return claim?.status === 'closed' && claim;
      },
      150_000,
    );

    const { entries } = await world.ledger();
    const account = `130:${story.accountNumber}`;
    const received = entries.flatMap((entry) =>
      entry.postings.filter((posting) => posting.account === account).map(({ amount }) => amount),
    );
    expect(received).toEqual([42_000_000]);
    const journal = await world.stores.journal.read(claimId);
    expect(firstBreak(journal)).toBeUndefined();
    expect(
      fold(
        claimId,
        journal.map((entry) => entry.fact),
      ),
    ).toEqual(closed);
    const topic = world.kafka.topicName('claim-events');
    // The record comes before the topic, and a worker may be between the two.
    const published = async (): Promise<ReadonlySet<string>> =>
      new Set((await readTopic(world.broker.address, topic)).flatMap(({ key, id }) => (key === claimId ? [id] : [])));
    const facts = await until('every fact on the topic', async () => {
      const found = await published();
      return found.size >= journal.length && found;
    });
    expect(facts).toEqual(new Set(journal.map((entry) => `${claimId}:${entry.seq}`)));
  }

  const kill = (name: ProcessName) => async (): Promise<void> => world.processes[name].kill();
  const killKafka = async (): Promise<void> => {
    world.broker.kill();
    await world.broker.restart();
  };

  test('nothing is killed', () => travel({}), 240_000);
  test('the intake worker, while the death is reported', () => travel({ atReport: kill('intake') }), 240_000);
  test('the claims worker, while the second person decides', () => travel({ atApproval: kill('claims') }), 240_000);
  test('the payouts worker, while the money is on its way', () => travel({ atApproval: kill('payouts') }), 240_000);
  test('the bank, while the money is on its way', () => travel({ atApproval: kill('bank') }), 240_000);
  test('Kafka, while the death is reported', () => travel({ atReport: killKafka }), 240_000);
  test('Kafka, while the second person decides', () => travel({ atApproval: killKafka }), 240_000);
});
