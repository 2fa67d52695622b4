import { connect } from '#adapters/kafka/connection.ts';
import type { OutgoingEvent } from '#adapters/kafka/port.ts';
import { freePort } from '#stack/ports.ts';
import { type Harness, openHarness, readTopic } from './harness.ts';

jest.setTimeout(60_000);
let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness.close());

const fact = (claimId: string, seq: number, filler = ''): OutgoingEvent => ({
  topic: 'claim-events',
  key: claimId,
  id: `${claimId}:${seq}`,
  type: 'claim.registered.v1',
  source: '/santun/claims',
  time: '2026-03-16T02:00:00Z',
  data: { claimId, seq, filler },
});
const idsOf = (messages: Awaited<ReturnType<typeof readTopic>>, claimId: string): (string | undefined)[] =>
  messages.filter(({ key }) => key?.toString() === claimId).map(({ headers }) => headers.ce_id?.[0]?.toString());

test('the facts of one claim arrive in the order they were published, also when published one by one without waiting', async () => {
  const publisher = harness.connection.publisher();
  const seqs = Array.from({ length: 300 }, (_, index) => index + 1);
  await Promise.all(seqs.map((seq) => publisher.publish([fact('c-1', seq), fact('c-2', seq)])));
  await publisher.close();
  const messages = await readTopic(harness, 'claim-events');
  expect(idsOf(messages, 'c-1')).toEqual(seqs.map((seq) => `c-1:${seq}`));
  expect(idsOf(messages, 'c-2')).toEqual(seqs.map((seq) => `c-2:${seq}`));
});

test('a published fact is a CloudEvent in binary mode with the claim as key', async () => {
  const publisher = harness.connection.publisher();
  await publisher.publish([fact('c-3', 1)]);
  await publisher.close();
  const found = (await readTopic(harness, 'claim-events')).find(({ key }) => key?.toString() === 'c-3');
  const headers = Object.fromEntries(Object.entries(found?.headers ?? {}).map(([name, values]) => [name, values.map(String).join()]));
  expect(headers).toEqual({
    ce_specversion: '1.0',
    ce_id: 'c-3:1',
    ce_source: '/santun/claims',
    ce_type: 'claim.registered.v1',
    ce_time: '2026-03-16T02:00:00Z',
    ce_partitionkey: 'c-3',
    'content-type': 'application/json',
  });
  expect(JSON.parse(found?.value?.toString() ?? '')).toEqual({ claimId: 'c-3', seq: 1, filler: '' });
});

test('an event no broker would take is refused for good and does not take its neighbours with it', async () => {
  const publisher = harness.connection.publisher();
  const outcomes = await Promise.allSettled([
    publisher.publish([fact('c-4', 1)]),
    publisher.publish([fact('c-5', 1, 'x'.repeat(2_000_000))]),
    publisher.publish([fact('c-6', 1)]),
  ]);
  await publisher.publish([fact('c-4', 2)]);
  await publisher.close();
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes[1]).toMatchObject({ reason: { name: 'KafkaFault', kind: 'too-large' } });
  const messages = await readTopic(harness, 'claim-events');
  expect([idsOf(messages, 'c-4'), idsOf(messages, 'c-5'), idsOf(messages, 'c-6')]).toEqual([['c-4:1', 'c-4:2'], [], ['c-6:1']]);
});

test('many facts published at once go out in portions a topic takes', async () => {
  const publisher = harness.connection.publisher();
  await publisher.publish(Array.from({ length: 40 }, (_, index) => fact('c-7', index + 1, 'x'.repeat(100_000))));
  await publisher.close();
  expect(idsOf(await readTopic(harness, 'claim-events'), 'c-7').length).toBe(40);
});

test('topics may be made again by every process that starts', async () => {
  await expect(Promise.all([harness.connection.createTopics(), harness.connection.createTopics()])).resolves.toBeDefined();
  const { topics } = await harness.withAdmin((admin) => admin.fetchTopicMetadata({ topics: [`${harness.prefix}partner-credit`] }));
  expect(topics[0]?.partitions.length).toBe(6);
});

test('a broker that is not there is said to be unavailable', async () => {
  const nobody = connect({ brokers: [`127.0.0.1:${await freePort()}`], clientId: 'test', topicPrefix: 'x.', log: () => undefined });
  await expect(nobody.check()).rejects.toMatchObject({ name: 'KafkaFault', kind: 'unavailable' });
  await expect(harness.connection.check()).resolves.toBeUndefined();
});
