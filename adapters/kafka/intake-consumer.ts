import { setTimeout as delay } from 'node:timers/promises';
import type { Consumer, Kafka } from 'kafkajs';
import type { ReceivedTopic } from '#schemas/events/index.ts';
import { insideOf } from './connection.ts';
import { createDeadLetterWriter } from './dead-letter-writer.ts';
import { createIntakeRun, type IntakeRun, sessionTimeoutOf, statsOf } from './intake-run.ts';
import type { Intake, IntakeOptions } from './port.ts';
import { processBatch } from './process-batch.ts';
import { createSender } from './sender.ts';

/**
 * Takes in the events of some topics: each is committed only when `handle` has acknowledged it or it lies in dead letters with its reason.
 * A consumer that crashes is replaced, whatever the reason, until `stop`.
 */
export function runIntake(options: IntakeOptions): Intake {
  const { client, log, newClient } = insideOf(options.connection);
  const stop = new AbortController();
  const joined = Promise.withResolvers<void>();
  const sender = createSender(client, log);
  const run = createIntakeRun(options, createDeadLetterWriter(sender, options.connection.topicName('dead-letters')), stop.signal);
  const ended = keepAlive(newClient, run, joined.resolve).finally(() => sender.close());
  joined.promise.catch(() => undefined);
  return {
    joined: () => joined.promise,
    stats: () => statsOf(run),
    async stop() {
      stop.abort();
      await ended;
      joined.reject(new Error('the intake was stopped before it joined its group'));
    },
  };
}

const CRASHES = 'consumer';

async function keepAlive(newClient: () => Kafka, run: IntakeRun, onJoin: () => void): Promise<void> {
  const { log, metrics, groupId } = run.options;
  while (!run.stopping.aborted) {
    const joinsBefore = run.counts.joins;
    const crash = await live(newClient(), run, onJoin);
    if (crash === undefined) return;
    run.counts.crashes += 1;
    if (run.counts.joins > joinsBefore) run.backOff.reset(CRASHES);
    const delayMs = run.backOff.next(CRASHES);
    metrics?.crashed?.(crash.error);
    log('warn', 'consumer crashed and will be replaced', {
      groupId,
      delayMs,
      errorName: nameOf(crash.error),
      errorMessage: messageOf(crash.error),
    });
    await delay(delayMs, undefined, { signal: run.stopping }).catch(() => undefined);
  }
}

type Crash = { readonly error: unknown };

/** One consumer from its start to its crash; undefined when we were told to stop. */
async function live(client: Kafka, run: IntakeRun, onJoin: () => void): Promise<Crash | undefined> {
  const consumer = openConsumer(client, run);
  const crashed = Promise.withResolvers<Crash>();
  consumer.on(consumer.events.CRASH, ({ payload }) => crashed.resolve({ error: payload.error }));
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    // Someone else may have moved on in the meantime, or the topic been made anew.
    run.ahead.clear();
    run.counts.joins += 1;
    run.options.log('info', 'intake joined its group', { groupId: payload.groupId, assigned: payload.memberAssignment });
    onJoin();
  });
  try {
    await startConsuming(consumer, run);
    return await Promise.race([crashed.promise, untilAborted(run.stopping)]);
  } catch (error) {
    return run.stopping.aborted ? undefined : { error };
  } finally {
    for (const timer of run.pauses.values()) clearTimeout(timer);
    run.pauses.clear();
    await consumer
      .disconnect()
      .catch((error: unknown) => run.options.log('debug', 'consumer did not disconnect cleanly', { errorName: nameOf(error) }));
  }
}

function openConsumer(client: Kafka, run: IntakeRun): Consumer {
  const sessionTimeout = sessionTimeoutOf(run.options);
  return client.consumer({
    groupId: run.options.groupId,
    sessionTimeout,
    heartbeatInterval: run.heartbeatMs,
    // How long a member may take to finish what it has in flight before the group goes on without it.
    rebalanceTimeout: 60_000,
    // Also how long a resumed partition may wait for its first fetch.
    maxWaitTimeInMs: 500,
    // NOTE: the library restarts on some crashes and not on others, and a restart under way outlives `stop`. keepAlive replaces instead.
    retry: { restartOnFailure: async () => false },
  });
}

async function startConsuming(consumer: Consumer, run: IntakeRun): Promise<void> {
  const { connection, topics } = run.options;
  const topicOf = new Map<string, ReceivedTopic>(topics.map((topic) => [connection.topicName(topic), topic]));
  await consumer.connect();
  await consumer.subscribe({ topics: [...topicOf.keys()], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    // Every partition of a fetch at once; how much runs side by side is for the slots to say.
    partitionsConsumedConcurrently: 64,
    eachBatch: async (payload) => {
      const topic = topicOf.get(payload.batch.topic);
      if (topic !== undefined) await processBatch(payload, topic, run);
    },
  });
}

function untilAborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');
