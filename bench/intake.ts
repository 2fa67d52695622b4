import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '#adapters/kafka/connection.ts';
import { IN_FLIGHT } from '#adapters/kafka/intake-run.ts';
import type { KafkaConnection, Publisher } from '#adapters/kafka/port.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import { connectTemporal, type TemporalConnection } from '#adapters/temporal/connection.ts';
import { participantIdOf } from '#services/intake/intake.ts';
import type { DemoStory } from '#stack/demo-story.ts';
import { interruption } from '#stack/interruption.ts';
import { forgetRemovedData } from '#stack/mongo.ts';
import { startProcess } from '#stack/processes.ts';
import { sandboxCalendar } from '#stack/sandbox-calendar.ts';
import { sandboxWorld } from '#stack/sandbox-world.ts';
import { startServers } from '#stack/servers.ts';
import { delay, waitUntil } from '#stack/wait.ts';
import { CLAIM_WORKFLOW, inbound } from '#workflows/messages.ts';
import { type CpuMs, cpuBetween, type Groups, readCpu } from './cpu.ts';
import { tellStories } from './golden.ts';
import { inFlight } from './in-flight.ts';
import { conditions, describeConditions } from './machine.ts';

const USAGE = `node bench/intake.ts [--reports 300] [--rounds 3]
Deaths reported on Kafka until the intake has started their claims, against the bare signal-with-start of the same server with the same content,
in turns. Nobody works on the claims: what is measured is how fast they begin.`;
const TOPIC_PREFIX = 'santun.';
const GROUP = `${TOPIC_PREFIX}intake`;
const note = (line: string): void => console.error(line);

type Bench = {
  readonly kafka: KafkaConnection;
  readonly publisher: Publisher;
  readonly temporal: TemporalConnection;
  readonly stores: Stores;
  readonly personKey: string;
  readonly groups: Groups;
};

async function run(reports: number, rounds: number, dataDir: string, signal: AbortSignal): Promise<void> {
  const servers = await startServers({ dataDir: join(dataDir, 'servers'), log: note, env: {}, signal });
  const stops: (() => Promise<void>)[] = [() => servers.stop()];
  try {
    const { santun } = await sandboxWorld(dataDir, servers.env, () => undefined);
    const personKey = santun.SANTUN_PERSON_KEY ?? '';
    const mongo = await connectMongo(servers.mongo.url);
    stops.push(() => mongo.close());
    const stores = createStores(mongo, { personKey });
    await stores.ensureIndexes();
    await stores.calendars.activate(sandboxCalendar(Date.now()));
    const kafka = connect({ brokers: [servers.kafka.address], clientId: 'bench', topicPrefix: TOPIC_PREFIX, log: () => undefined });
    await kafka.createTopics();
    const publisher = kafka.publisher();
    stops.push(() => publisher.close());
    const temporal = await connectTemporal(servers.temporal.address, 'default');
    stops.push(() => temporal.close());
    const logFile = join(dataDir, 'logs', 'intake.log');
    const readyWhen = { line: '"ready":true' };
    const intake = await startProcess({ name: 'intake', file: 'workers/intake.worker.ts', env: santun, args: [], logFile, readyWhen });
    stops.push(() => intake.stop());
    const groups = {
      temporal: [servers.temporal.pid],
      store: [servers.mongo.pid],
      kafka: [servers.kafka.pid],
      intake: [intake.pid],
      client: [process.pid],
    };
    await measure({ kafka, publisher, temporal, stores, personKey, groups }, reports, rounds);
  } finally {
    for (const stop of stops.reverse()) await stop().catch((error: unknown) => note(`while stopping: ${String(error)}`));
  }
}

async function measure(bench: Bench, reports: number, rounds: number): Promise<void> {
  const told = [...tellStories(reports * (rounds + 1))];
  note(`  ${told.length} credits are signed …`);
  await signCredits(bench, told);
  const take = (): readonly DemoStory[] => told.splice(0, reports);
  note('  warming up …');
  const warm = take();
  await bare(bench, warm);
  await intakeOf(bench, warm);
  const rates: { readonly bare: number; readonly intake: number }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const stories = take();
    const [first, taken, second] = [
      await bare(bench, stories),
      await costing(bench, stories, intakeOf),
      await costing(bench, stories, bare),
    ];
    const rate = { bare: (first + second.rate) / 2, intake: taken.rate };
    rates.push(rate);
    console.log(
      `round ${round}: bare ${rate.bare.toFixed(0)} a second, intake ${rate.intake.toFixed(0)}, ${(rate.intake / rate.bare).toFixed(2)} ×`,
    );
    console.log(`  CPU ms per report, intake: ${taken.cpu}`);
    console.log(`                     bare:   ${second.cpu}`);
  }
  const mean = (pick: (rate: (typeof rates)[number]) => number): number => rates.reduce((sum, rate) => sum + pick(rate), 0) / rates.length;
  const ratio = mean(({ intake }) => intake) / mean(({ bare: plain }) => plain);
  console.log(`together: intake ${ratio.toFixed(2)} × of the bare signal-with-start (target of design.md section 14: 0.90 ×)`);
}

async function signCredits({ publisher, kafka, personKey }: Bench, stories: readonly DemoStory[]): Promise<void> {
  const time = new Date().toISOString();
  await publisher.publish(
    stories.map(({ credit }) => ({
      topic: 'partner-credit' as const,
      key: participantIdOf(credit.participant.nik, personKey),
      id: `credit-${credit.creditNumber}`,
      type: 'credit.signed.v1',
      source: `/partners/${credit.institutionId}`,
      time,
      data: credit,
    })),
  );
  await handled(kafka, 'partner-credit');
}

type Way = (bench: Bench, stories: readonly DemoStory[]) => Promise<number>;

/** A way of beginning claims with what it cost each part. */
async function costing(bench: Bench, stories: readonly DemoStory[], way: Way): Promise<{ readonly rate: number; readonly cpu: string }> {
  const before = readCpu(bench.groups);
  const rate = await way(bench, stories);
  return { rate, cpu: perReport(cpuBetween(before, readCpu(bench.groups)), stories.length) };
}

function perReport(cpu: CpuMs, reports: number): string {
  return Object.entries(cpu)
    .map(([name, ms]) => `${name} ${(ms / reports).toFixed(1)}`)
    .join(', ');
}

/** Reports a second, from the first on its way to Kafka until the last is committed. */
async function intakeOf({ publisher, kafka }: Bench, stories: readonly DemoStory[]): Promise<number> {
  const startedAt = performance.now();
  await publisher.publish(
    stories.map(({ death }) => ({
      topic: 'partner-events' as const,
      key: death.reportId,
      id: `death-${death.reportId}`,
      type: 'death.reported.v1',
      source: `/partners/${death.institutionId}`,
      time: death.reportedAt,
      data: death,
    })),
  );
  await handled(kafka, 'partner-events');
  return (stories.length / (performance.now() - startedAt)) * 1_000;
}

async function bare({ temporal }: Bench, stories: readonly DemoStory[]): Promise<number> {
  const calendar = sandboxCalendar(Date.now());
  const startedAt = performance.now();
  await inFlight(stories, IN_FLIGHT, ({ credit, death }) =>
    temporal.client.workflow.signalWithStart(CLAIM_WORKFLOW, {
      workflowId: `bare:${randomUUID()}`,
      taskQueue: 'bench-nobody',
      args: [{ calendar, credit } as never],
      signal: inbound,
      signalArgs: [{ credit, death } as never],
    }),
  );
  return (stories.length / (performance.now() - startedAt)) * 1_000;
}

async function handled(kafka: KafkaConnection, topic: 'partner-credit' | 'partner-events'): Promise<void> {
  const isDone = async (): Promise<void> => {
    const partitions = await kafka.lag(GROUP, [topic]);
    if (partitions.length === 0 || partitions.some(({ lag }) => Number(lag) > 0)) throw new Error('not yet');
  };
  await waitUntil(`the intake to have handled ${topic}`, isDone, { withinMs: 300_000, everyMs: 50 });
  await delay(0);
}

async function main(): Promise<void> {
  const options = { reports: { type: 'string', default: '300' }, rounds: { type: 'string', default: '3' } } as const;
  const { values } = parseArgs({ options });
  const [reports, rounds] = [Number(values.reports), Number(values.rounds)];
  if (!(reports > 0 && reports <= 5_000 && rounds > 0 && rounds <= 20)) throw new Error(USAGE);
  const dataDir = resolve('.run', `bench-intake-${process.pid}`);
  mkdirSync(dataDir, { recursive: true });
  console.log(describeConditions(conditions()));
  try {
    await run(reports, rounds, dataDir, interruption());
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
    forgetRemovedData();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    note(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
