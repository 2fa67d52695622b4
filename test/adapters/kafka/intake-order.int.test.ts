import { listDeadLetters } from '#adapters/kafka/dead-letters.ts';
import { PoisonEvent } from '#adapters/kafka/faults.ts';
import type { ReceivedEvent } from '#adapters/kafka/port.ts';
import { until } from '../../support/until.ts';
import { Away, type Harness, lagOf, openHarness, turns } from './harness.ts';
import { report } from './report.ts';

jest.setTimeout(60_000);
let harness: Harness;

beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

/** 20 keys, 15 events each, round and round. */
const EVENTS = Array.from({ length: 300 }, (_, index) => report(`e${String(index).padStart(3, '0')}`, `key-${index % 20}`));

function expectInOrder(events: readonly ReceivedEvent[]): void {
  for (const ofOneKey of Map.groupBy(events, ({ key }) => key).values()) {
    const ids = ofOneKey.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
  }
}

test('reports of one participant are handled in turn, those of different participants side by side, never more than allowed', async () => {
  const started: ReceivedEvent[] = [];
  const busy = new Set<string>();
  let together = 0;
  let overlaps = 0;
  const intake = harness.intake({
    inFlight: 5,
    async handle(event) {
      if (busy.has(event.key)) overlaps += 1;
      busy.add(event.key);
      together = Math.max(together, busy.size);
      started.push(event);
      await turns((Number(event.id.slice(1)) * 7) % 11);
      busy.delete(event.key);
    },
  });
  await harness.produce('partner-events', EVENTS);
  await until('every report handled', () => intake.stats().handled === 300);
  expect(overlaps).toBe(0);
  expect(together).toBeGreaterThan(1);
  expect(together).toBeLessThanOrEqual(5);
  expect(intake.stats().highestInFlight).toBeLessThanOrEqual(5);
  expectInOrder(started);
  await until('everything committed', async () => (await lagOf(harness)) === 0);
});

test('while something is away the partition waits and the others go on; afterwards it continues in order with nothing skipped', async () => {
  const handled: ReceivedEvent[] = [];
  const pauses: { readonly partition: number; readonly delayMs: number }[] = [];
  let isAway = true;
  harness.intake({
    metrics: { paused: (pause) => void pauses.push(pause) },
    async handle(event) {
      if (isAway && event.partition === 0) throw new Away();
      handled.push(event);
    },
  });
  await harness.produce(
    'partner-events',
    EVENTS.map((event, index) => ({ ...event, partition: (index % 20) % 3 })),
  );
  await until('the other partitions done', () => handled.length === 195);
  await until('the wait grew', () => pauses.length >= 3);
  expect(pauses.every(({ partition }) => partition === 0)).toBe(true);
  expect(pauses.slice(0, 3).map(({ delayMs }) => delayMs)).toEqual([50, 100, 200]);
  isAway = false;
  await until('the paused partition done', () => handled.length === 300);
  expectInOrder(handled);
  expect(new Set(handled.map(({ id }) => id)).size).toBe(300);
  await until('everything committed', async () => (await lagOf(harness)) === 0);
  expect(await listDeadLetters(harness.connection, { limit: 10 })).toEqual([]);
});

test('what was handled beyond an event that has to wait is not handled again when it comes back', async () => {
  const attempts = new Map<string, number>();
  const intake = harness.intake({
    inFlight: 20,
    async handle({ id }) {
      attempts.set(id, (attempts.get(id) ?? 0) + 1);
      await turns(3);
      if (id === 'e000' && (attempts.get(id) ?? 0) < 4) throw new Away();
    },
  });
  await harness.produce(
    'partner-events',
    EVENTS.map((event) => ({ ...event, partition: 0 })),
  );
  await until('every report handled', () => intake.stats().handled === 300);
  expect(attempts.get('e000')).toBe(4);
  expect([...attempts].filter(([id, count]) => id !== 'e000' && count > 1)).toEqual([]);
});

test('an event the handler calls poison lies in dead letters with its reason and does not hold up the next of its key', async () => {
  const handled: string[] = [];
  harness.intake({
    async handle({ id }) {
      if (id === 'e000') throw new PoisonEvent('unknown-institution', 'Lembaga belum terdaftar.');
      if (id === 'e020') throw new TypeError('name of a person');
      handled.push(id);
    },
  });
  await harness.produce(
    'partner-events',
    [0, 20, 40].map((index) => EVENTS[index] ?? report('never', 'never')),
  );
  await until('everything committed', async () => (await lagOf(harness)) === 0 && handled.length > 0);
  const letters = await listDeadLetters(harness.connection, { limit: 10 });
  const told = letters.map(({ why, headers }) => [headers.ce_id?.[0]?.toString(), why?.dl_code, why?.dl_reason]).sort();
  expect(handled).toEqual(['e040']);
  expect(told).toEqual([
    ['e000', 'unknown-institution', 'Lembaga belum terdaftar.'],
    ['e020', 'handler-failed', expect.stringContaining('TypeError')],
  ]);
  expect(JSON.stringify([told, harness.said])).not.toContain('name of a person');
});

test('a dead letter that cannot be written is waited for, and the bad event is neither lost nor skipped', async () => {
  const topic = harness.connection.topicName('dead-letters');
  await harness.withAdmin((admin) => admin.deleteTopics({ topics: [topic] }));
  const handled: string[] = [];
  const intake = harness.intake({ handle: async ({ id }) => void handled.push(id) });
  await harness.produce('partner-events', [{ key: 'key-0', value: 'not an event' }, report('e000', 'key-0')]);
  await until('the partition waits', () => intake.stats().transientFailures > 0);
  expect(handled).toEqual([]);
  await harness.connection.createTopics();
  await until('the next event of the key handled', () => handled.length === 1);
  const letters = await listDeadLetters(harness.connection, { limit: 10 });
  expect(letters.map(({ value, why }) => [value?.toString(), why?.dl_code])).toEqual([['not an event', 'header-missing']]);
});

test('stopping lets what is in flight finish, commits it, and takes nothing more', async () => {
  const handled: string[] = [];
  const gate = Promise.withResolvers<void>();
  const intake = harness.intake({
    inFlight: 1,
    async handle({ id }) {
      await gate.promise;
      handled.push(id);
    },
  });
  await harness.produce(
    'partner-events',
    EVENTS.slice(0, 5).map((event) => ({ ...event, partition: 0 })),
  );
  await until('one in flight', () => intake.stats().inFlight === 1);
  const stopped = intake.stop();
  gate.resolve();
  await stopped;
  expect(handled).toEqual(['e000']);
  expect(await lagOf(harness)).toBe(4);
});
