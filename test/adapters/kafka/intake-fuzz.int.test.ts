import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { ConfigResourceTypes, type Message } from 'kafkajs';
import { type DeadLetter, listDeadLetters } from '#adapters/kafka/dead-letters.ts';
import { realNow } from '../../support/real-clock.ts';
import { until } from '../../support/until.ts';
import { type Harness, lagOf, openHarness } from './harness.ts';
import { hugeEvent, type Malformed, malformedEvent } from './malformed.ts';
import { report } from './report.ts';

jest.setTimeout(120_000);
const SEED = Number(process.env.SANTUN_FUZZ_SEED ?? realNow() % 1_000_000);
const MALFORMED = 2_400;
const VALID = 600;
let harness: Harness;

beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

/** Four malformed, one valid, and so on; a mark in a header finds each again. */
function mixture(bad: readonly Malformed[]): Message[] {
  const valid = Array.from({ length: VALID }, (_, index) => report(`valid-${index}`, `key-${index % 50}`));
  const messages = bad.map(({ message }, index) => ({ ...message, headers: { ...message.headers, mark: String(index) } }));
  return valid.flatMap((event, index) => [...messages.slice(index * 4, index * 4 + 4), event]).concat(messages.slice(VALID * 4));
}

async function produceInPortions(messages: readonly Message[]): Promise<void> {
  for (let start = 0; start < messages.length; start += 250) await harness.produce('partner-events', messages.slice(start, start + 250));
}

function isSame(found: Buffer | null, sent: Message['key']): boolean {
  return sent === null || sent === undefined || found === null ? found === sent : found.equals(Buffer.from(sent));
}
const markOf = (letter: DeadLetter): number => Number(letter.headers.mark?.[0]?.toString());

test(`of 2,400 malformed events among 600 valid ones every malformed one lies in dead letters with its reason and every valid one is handled (seed ${SEED})`, async () => {
  const bad = fc.sample(malformedEvent, { numRuns: MALFORMED, seed: SEED });
  const handled: string[] = [];
  const intake = harness.intake({ handle: async ({ id }) => void handled.push(id) });
  await produceInPortions(mixture(bad));
  await until('everything committed', async () => handled.length >= VALID && (await lagOf(harness)) === 0, 60_000);

  expect(handled.length).toBe(VALID);
  expect(new Set(handled).size).toBe(VALID);
  expect(intake.stats()).toMatchObject({ handled: VALID, deadLettered: MALFORMED, transientFailures: 0, paused: [] });

  const letters = await listDeadLetters(harness.connection, { limit: 10_000 });
  expect(letters.map(markOf).sort((a, b) => a - b)).toEqual(bad.map((_, index) => index));
  for (const letter of letters) {
    const { kind, code, message } = bad[markOf(letter)] ?? { kind: 'unknown', code: 'unknown', message: { value: null } };
    expect([kind, letter.why?.dl_code]).toEqual([kind, code]);
    expect(letter.why?.dl_reason).toMatch(/\S+ \S+/);
    expect(letter.why?.dl_topic).toBe('partner-events');
    expect([kind, isSame(letter.key, message.key), isSame(letter.value, message.value)]).toEqual([kind, true, true]);
    expect(letter.headers.ce_source?.[0]?.toString()).toBe(firstText(message.headers?.ce_source));
  }
});

function firstText(header: NonNullable<Message['headers']>[string]): string | undefined {
  return (Array.isArray(header) ? header[0] : header)?.toString();
}

test('malformed events as large as the topic takes are dead letters too, whole, and hold nobody up', async () => {
  const handled: string[] = [];
  const huge = [1, 2, 3].map(hugeEvent);
  harness.intake({ handle: async ({ id }) => void handled.push(id) });
  for (const { message } of huge) await harness.produce('partner-events', [{ ...message, partition: 0 }]);
  await harness.produce('partner-events', [{ ...report('after', 'key'), partition: 0 }]);
  await until('the event after them handled', () => handled.includes('after'));
  const letters = await listDeadLetters(harness.connection, { limit: 3 });
  expect(letters.map(({ value, why }) => [value?.length, why?.dl_code])).toEqual(huge.map(() => [1_040_000, 'not-json']));
});

test('a malformed event no dead letter can hold is represented by its hash and its place, and holds nobody up', async () => {
  const name = harness.connection.topicName('dead-letters');
  const configEntries = [{ name: 'max.message.bytes', value: '5000' }];
  await harness.withAdmin((admin) =>
    admin.alterConfigs({ validateOnly: false, resources: [{ type: ConfigResourceTypes.TOPIC, name, configEntries }] }),
  );
  const value = 'x'.repeat(10_000);
  const isRefused = (): Promise<boolean> =>
    harness.produce('dead-letters', [{ key: 'key', value }]).then(
      () => false,
      () => true,
    );
  await until('the new limit holds', isRefused);
  const handled: string[] = [];
  harness.intake({ handle: async ({ id }) => void handled.push(id) });
  await harness.produce('partner-events', [
    { key: 'key', value, partition: 0 },
    { ...report('after', 'key'), partition: 0 },
  ]);
  await until('the event after it handled', () => handled.includes('after'));
  const [letter] = await listDeadLetters(harness.connection, { limit: 1 });
  const dl_value_sha256 = createHash('sha256').update(value).digest('hex');
  expect(letter).toMatchObject({
    value: null,
    why: { dl_code: 'header-missing', dl_offset: '0', dl_value_bytes: '10000', dl_value_sha256 },
  });
});
