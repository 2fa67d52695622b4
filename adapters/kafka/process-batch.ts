import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { ReceivedTopic } from '#schemas/events/index.ts';
import type { IntakeRun } from './intake-run.ts';
import { Prefix } from './prefix.ts';
import { processMessage } from './process-message.ts';
import type { RawMessage } from './raw-message.ts';

/** Why a batch ends before its last message. Whatever is in flight is always waited for: two members must not handle the same key at once. */
type Halt = { readonly because: 'transient' | 'group'; readonly error: unknown };

/** One fetched batch of one partition: messages of one key in turn, of different keys side by side. */
export async function processBatch(payload: EachBatchPayload, topic: ReceivedTopic, run: IntakeRun): Promise<void> {
  const { messages, partition } = payload.batch;
  const place = `${topic}/${partition}`;
  const offsets = messages.map((message) => message.offset);
  const prefix = new Prefix(offsets, run.ahead.get(place));
  const startedWith = prefix.length;
  let halt: Halt | undefined;
  const mayGoOn = (): boolean => halt === undefined && !run.stopping.aborted && payload.isRunning() && !payload.isStale();

  const pulse = startPulse(run.heartbeatMs, async () => {
    await payload.heartbeat();
    await commit(payload, prefix, topic, run);
  });
  pulse.failed.catch((error: unknown) => {
    halt ??= { because: 'group', error };
  });

  const lanes = lanesOf(messages.filter((message) => !prefix.has(message.offset)));
  await Promise.all(
    lanes.map(async (lane) => {
      for (const message of lane) {
        await run.slots.take();
        try {
          if (!mayGoOn()) return;
          const outcome = await processMessage(asRaw(message), { topic, partition, offset: message.offset }, run);
          if (outcome.done) prefix.add(message.offset);
          else halt ??= { because: 'transient', error: outcome.error };
        } finally {
          run.slots.giveBack();
        }
      }
    }),
  );

  await pulse.stop();
  keepAhead(run, place, prefix);
  if (prefix.length > startedWith) run.backOff.reset(place);
  if (halt?.because === 'transient') pausePartition(payload, topic, halt.error, run);
  await commit(payload, prefix, topic, run);
  if (halt?.because === 'group') throw halt.error;
}

function lanesOf(messages: readonly KafkaMessage[]): KafkaMessage[][] {
  const lanes = new Map<string, KafkaMessage[]>();
  for (const message of messages) {
    // Bytes, not text: two keys that are not UTF-8 must not fall together.
    const key = message.key === null ? `alone ${message.offset}` : `key ${message.key.toString('latin1')}`;
    const lane = lanes.get(key);
    if (lane === undefined) lanes.set(key, [message]);
    else lane.push(message);
  }
  return [...lanes.values()];
}

function asRaw({ key, value, headers, offset }: KafkaMessage): RawMessage {
  return { key, value, headers: headers ?? {}, offset };
}

/** Only the gapless part: what lies beyond it would be lost if we died now. */
async function commit(payload: EachBatchPayload, prefix: Prefix, topic: ReceivedTopic, run: IntakeRun): Promise<void> {
  if (prefix.lastOffset === undefined) return;
  const { batch } = payload;
  payload.resolveOffset(prefix.lastOffset);
  const offset = uncommitted(payload);
  if (offset === undefined) return;
  await payload.commitOffsetsIfNecessary({ topics: [{ topic: batch.topic, partitions: [{ partition: batch.partition, offset }] }] });
  const lag = BigInt(batch.highWatermark) - BigInt(offset);
  run.options.metrics?.committed?.({ topic, partition: batch.partition, offset, lag });
}

/** NOTE: typed as a number, but the library takes the partition from the keys of an object, so it is text. */
function uncommitted({ batch, uncommittedOffsets }: EachBatchPayload): string | undefined {
  const partitions = uncommittedOffsets().topics.find(({ topic }) => topic === batch.topic)?.partitions;
  return partitions?.find(({ partition }) => Number(partition) === batch.partition)?.offset;
}

function keepAhead(run: IntakeRun, place: string, prefix: Prefix): void {
  const beyond = prefix.beyond();
  if (beyond.size > 0) run.ahead.set(place, beyond);
  else run.ahead.delete(place);
}

/** The other partitions go on; this one is fetched again from its first open message when the wait is over. */
function pausePartition(payload: EachBatchPayload, topic: ReceivedTopic, error: unknown, run: IntakeRun): void {
  const { partition } = payload.batch;
  const place = `${topic}/${partition}`;
  const delayMs = run.backOff.next(place);
  const resume = payload.pause();
  run.counts.transientFailures += 1;
  clearTimeout(run.pauses.get(place));
  run.pauses.set(
    place,
    setTimeout(() => {
      run.pauses.delete(place);
      resume();
    }, delayMs),
  );
  run.options.metrics?.paused?.({ topic, partition, delayMs });
  run.options.log('warn', 'partition paused, something it needs is away', { topic, partition, delayMs, errorName: nameOf(error) });
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

type Pulse = { readonly failed: Promise<never>; stop(): Promise<void> };

/** Beats while the batch is worked on, one beat at a time; the first failure ends it. */
function startPulse(everyMs: number, beat: () => Promise<void>): Pulse {
  const failed = Promise.withResolvers<never>();
  let beating: Promise<void> | undefined;
  const timer = setInterval(() => {
    beating ??= beat()
      .catch((error: unknown) => {
        clearInterval(timer);
        failed.reject(error);
      })
      .finally(() => {
        beating = undefined;
      });
  }, everyMs);
  return {
    failed: failed.promise,
    async stop() {
      clearInterval(timer);
      await beating;
    },
  };
}
