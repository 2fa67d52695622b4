import fc from 'fast-check';
import { BackOff } from '#adapters/kafka/back-off.ts';
import { KafkaFault, PoisonEvent, toKafkaFault } from '#adapters/kafka/faults.ts';
import { Prefix } from '#adapters/kafka/prefix.ts';
import { Slots } from '#adapters/kafka/slots.ts';
import { propertyRuns } from '../../support/property-runs.ts';

describe('what may be committed of a batch', () => {
  test('is everything up to the first open message, whatever the order in which the others were done', () => {
    const batch = fc.integer({ min: 0, max: 30 }).chain((size) => {
      const offsets = Array.from({ length: size }, (_, index) => String(100 + index * 3));
      return fc.record({ offsets: fc.constant(offsets), done: fc.shuffledSubarray(offsets), before: fc.subarray(offsets) });
    });
    fc.assert(
      fc.property(batch, ({ offsets, done, before }) => {
        const prefix = new Prefix(offsets, before);
        for (const offset of done) prefix.add(offset);
        const isDone = new Set([...before, ...done]);
        const firstOpen = offsets.findIndex((offset) => !isDone.has(offset));
        const expected = firstOpen < 0 ? offsets : offsets.slice(0, firstOpen);
        expect([prefix.length, prefix.lastOffset]).toEqual([expected.length, expected.at(-1)]);
        expect(prefix.beyond()).toEqual(new Set(offsets.slice(expected.length).filter((offset) => isDone.has(offset))));
      }),
      { numRuns: propertyRuns },
    );
  });
});

describe('slots', () => {
  test('are given to those who wait in the order they came', async () => {
    const slots = new Slots(1);
    const order: number[] = [];
    await slots.take();
    const waiting = [1, 2, 3].map(async (who) => {
      await slots.take();
      order.push(who);
      slots.giveBack();
    });
    slots.giveBack();
    await Promise.all(waiting);
    expect(order).toEqual([1, 2, 3]);
    expect([slots.held, slots.highest]).toEqual([0, 1]);
  });

  test('none at all would stop the intake for ever, so it is refused', () => {
    expect(() => new Slots(0)).toThrow(RangeError);
  });
});

describe('the wait after a failure', () => {
  test('doubles up to the ceiling, for each partition on its own, and starts again after progress', () => {
    const backOff = new BackOff({ firstMs: 100, factor: 2, mostMs: 500 });
    expect([1, 2, 3, 4].map(() => backOff.next('a'))).toEqual([100, 200, 400, 500]);
    expect(backOff.next('b')).toBe(100);
    backOff.reset('a');
    expect(backOff.next('a')).toBe(100);
  });

  test('stays at the ceiling however long the outage is', () => {
    const backOff = new BackOff({ firstMs: 250, factor: 2, mostMs: 30_000 });
    const waits = Array.from({ length: 5_000 }, () => backOff.next('a'));
    expect(waits.at(-1)).toBe(30_000);
  });
});

describe('a failure of Kafka', () => {
  test.each([
    ['MESSAGE_TOO_LARGE', 'too-large'],
    ['TOPIC_AUTHORIZATION_FAILED', 'refused'],
    ['LEADER_NOT_AVAILABLE', 'unavailable'],
  ])('%s is %s, however deep the client wraps it', (type, kind) => {
    const answer = Object.assign(new Error('broker'), { type });
    const wrapped = new Error('outer', { cause: new Error('middle', { cause: answer }) });
    expect(toKafkaFault(wrapped)).toMatchObject({ name: 'KafkaFault', kind, message: type, cause: wrapped });
  });

  test('without an answer means that Kafka is away', () => {
    expect(toKafkaFault(new Error('connection closed')).kind).toBe('unavailable');
  });

  test('keeps its own kind when it is passed on', () => {
    const fault = new KafkaFault('refused', 'x');
    expect(toKafkaFault(fault)).toBe(fault);
  });
});

test('the message of a poison event is its code: the reason is for people, not for logs', () => {
  expect(new PoisonEvent('unknown-institution', 'Lembaga belum terdaftar.')).toMatchObject({ message: 'unknown-institution' });
});
