import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listDeadLetters } from '#adapters/kafka/dead-letters.ts';
import type { Intake, IntakeStats, ReceivedEvent } from '#adapters/kafka/port.ts';
import { startKafka } from '#stack/kafka.ts';
import type { ChildSays, ChildSettings } from '../../support/intake-child.ts';
import { realNow } from '../../support/real-clock.ts';
import { until } from '../../support/until.ts';
import { type Harness, lagOf, openHarness, turns } from './harness.ts';
import { report } from './report.ts';

jest.setTimeout(120_000);
const eventsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => report(`e${String(first + index).padStart(4, '0')}`, `key-${index % 20}`));

/** Repeats dropped, as the receiver does. */
const firstTimes = (events: readonly ReceivedEvent[]): ReceivedEvent[] =>
  [...new Map(events.toReversed().map((event) => [event.id, event])).values()].toReversed();

function expectInOrder(events: readonly ReceivedEvent[]): void {
  for (const ofOneKey of Map.groupBy(firstTimes(events), ({ key }) => key).values()) {
    const ids = ofOneKey.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
  }
}

const distinct = (events: readonly ReceivedEvent[]): number => new Set(events.map(({ id }) => id)).size;

describe('on the shared broker', () => {
  let harness: Harness;
  let slow: { readonly harness: Harness; readonly intake: Intake; readonly since: number; readonly before: IntakeStats; finish(): void };

  // Held over the first test, which takes longer than a session because it waits for one to expire.
  beforeAll(async () => {
    const own = await openHarness();
    const started = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const intake = own.intake({
      async handle() {
        started.resolve();
        await gate.promise;
      },
    });
    await own.produce('partner-events', eventsFrom(0, 1));
    await started.promise;
    slow = { harness: own, intake, since: realNow(), before: intake.stats(), finish: gate.resolve };
  });
  afterAll(async () => {
    slow.finish();
    await slow.harness.close();
  });

  beforeEach(async () => {
    harness = await openHarness();
  });
  afterEach(() => harness.close());

  test('an intake killed in the middle of a batch loses nothing: what it had not acknowledged comes again', async () => {
    const byChild: string[] = [];
    const held = Promise.withResolvers<void>();
    await harness.produce(
      'partner-events',
      eventsFrom(0, 200).map((event) => ({ ...event, partition: 0 })),
    );
    const child = startChild({
      brokers: harness.brokers,
      topicPrefix: harness.prefix,
      groupId: `${harness.prefix}intake`,
      holdAt: 'e0100',
    });
    child.on('message', (said: ChildSays) => ('handled' in said ? byChild.push(said.handled) : held.resolve()));
    await held.promise;
    await until('the child has committed what it could', async () => (await lagOf(harness)) < 200);
    child.kill('SIGKILL');
    await once(child, 'exit');

    const byUs: ReceivedEvent[] = [];
    harness.intake({ handle: async (event) => void byUs.push(event) });
    await until('everything committed', async () => (await lagOf(harness)) === 0, 60_000);
    const ids = new Set([...byChild, ...byUs.map(({ id }) => id)]);
    expect(ids.size).toBe(200);
    expect(byChild).not.toContain('e0100');
    expect(byUs.map(({ id }) => id)).toContain('e0100');
    expectInOrder(byUs);
  });

  test('a handler may take longer than a session without its intake being taken for dead', async () => {
    await until('longer than the session of 6 seconds', () => realNow() - slow.since > 7_000);
    slow.finish();
    await until('everything committed', async () => (await lagOf(slow.harness)) === 0);
    const { joins, crashes } = slow.before;
    expect(slow.intake.stats()).toMatchObject({ handled: 1, joins, crashes });
  });

  test('two intakes share the partitions, and when one joins or leaves nothing is lost and no participant gets out of order', async () => {
    const all: ReceivedEvent[] = [];
    const of = { first: 0, second: 0 };
    const handler = (name: keyof typeof of) => async (event: ReceivedEvent) => {
      all.push(event);
      of[name] += 1;
      await turns(event.id.charCodeAt(4) % 5);
    };
    const first = harness.intake({ handle: handler('first') });
    await first.joined();
    // On a broker just started the first attempts to join may fail; from here on none may.
    const { crashes } = first.stats();
    await harness.produce('partner-events', eventsFrom(0, 200));
    await until('the first intake at work', () => of.first > 20);
    const second = harness.intake({ handle: handler('second') });
    await harness.produce('partner-events', eventsFrom(200, 200));
    await second.joined();
    await harness.produce('partner-events', eventsFrom(400, 200));
    await until('both at work and all handled', () => of.second > 0 && distinct(all) === 600);
    await first.stop();
    await harness.produce('partner-events', eventsFrom(600, 100));
    await until('everything committed', async () => distinct(all) === 700 && (await lagOf(harness)) === 0);
    expectInOrder(all);
    expect(first.stats().crashes + second.stats().crashes).toBe(crashes);
  });
});

test('a broker killed in the middle and started again is found again by intake and publisher, with nothing lost', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'santun-kafka-'));
  // Of this test's own, whatever the environment offers: killing the shared one would be felt by everybody.
  const broker = await startKafka({ dataDir, log: () => undefined, env: {} });
  const harness = await openHarness(broker.address);
  try {
    const handled: ReceivedEvent[] = [];
    const gate = Promise.withResolvers<void>();
    const intake = harness.intake({
      async handle(event) {
        if (event.id >= 'e0050') await gate.promise;
        handled.push(event);
      },
    });
    await harness.produce('partner-events', [...eventsFrom(0, 100), { key: 'key-1', value: 'not an event' }]);
    await until('the batch half done', () => handled.length === 50);
    broker.kill();
    gate.resolve();
    const publisher = harness.connection.publisher();
    const meanwhile = {
      topic: 'claim-events',
      key: 'c-1',
      id: 'c-1:1',
      type: 'claim.registered.v1',
      source: '/test',
      time: '2026-03-16T02:00:00Z',
      data: {},
    } as const;
    await expect(publisher.publish([meanwhile])).rejects.toMatchObject({ name: 'KafkaFault', kind: 'unavailable' });
    await broker.restart();
    await publisher.publish([meanwhile]);
    await harness.produce('partner-events', eventsFrom(100, 50));
    await until('everything committed', async () => distinct(handled) === 150 && (await lagOf(harness)) === 0, 60_000);
    expectInOrder(handled);
    const letters = await listDeadLetters(harness.connection, { limit: 100 });
    expect(new Set(letters.map(({ value }) => value?.toString()))).toEqual(new Set(['not an event']));
    await publisher.close();
    await intake.stop();
  } finally {
    await harness.close();
    await broker.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

function startChild(settings: ChildSettings): ChildProcess {
  return fork(join('test', 'support', 'intake-child.ts'), [JSON.stringify(settings)], {
    execArgv: ['--disable-warning=TimeoutNegativeWarning'],
  });
}
