import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '#adapters/kafka/connection.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import { connectTemporal, type TemporalConnection } from '#adapters/temporal/connection.ts';
import { deployWorkers } from '#stack/deploy-workers.ts';
import { interruption, whenAborted } from '#stack/interruption.ts';
import { forgetRemovedData } from '#stack/mongo.ts';
import { type RunningProcess, startProcess } from '#stack/processes.ts';
import { sandboxCalendar } from '#stack/sandbox-calendar.ts';
import { sandboxWorld } from '#stack/sandbox-world.ts';
import { type Servers, startServers } from '#stack/servers.ts';
import { taskQueues } from '#workflows/workflow-ids.ts';
import { type Due, dueClaim, hearRungs, onRecord, startClaim, type Told } from './herd-claims.ts';
import { reminded, startReminder } from './herd-naive.ts';
import { inFlight } from './in-flight.ts';
import { type Lateness, lateness, latenessTable } from './lateness.ts';
import { conditions, describeConditions } from './machine.ts';
import { NAIVE_QUEUE } from './naive.ts';
import { stampede } from './stampede.ts';

const USAGE = `node bench/herd.ts [--minute 10000] [--second 5000] [--minutes 40]
Deadlines that come together while the workers are killed: so many within one minute, then so many within one second; each time also with
a plain workflow of one timer and one activity on the same servers. 0 leaves a part out.`;
const WORKERS = 2;
const AT_ONCE = 24;
const note = (line: string): void => console.error(line);

type World = {
  readonly servers: Servers;
  readonly stores: Stores;
  readonly temporal: TemporalConnection;
  readonly told: Told;
  readonly reminders: string;
  readonly workers: Readonly<Record<'claims' | 'naive', readonly RunningProcess[]>>;
};

async function claims({ stores, temporal, told, workers }: World, run: string, count: number, windowMs: number): Promise<Lateness> {
  const dues: Due[] = [];
  const calendar = sandboxCalendar(Date.now());
  const queues = taskQueues('santun');
  const start = (n: number, dueAt: number): Promise<void> => {
    const due = dueClaim(run, n, dueAt);
    if (n >= 0) dues.push(due);
    return startClaim(stores, temporal.client, queues, calendar, due);
  };
  const come = (): number => dues.filter(({ claimId }) => told.at.has(claimId)).length;
  const kills = await stampede(`claims, ${run}`, count, windowMs, { start, come, workers: workers.claims });
  const records = await inFlight(dues, AT_ONCE, (due) => onRecord(stores, due));
  if (!records.every(({ isUnbroken }) => isUnbroken)) throw new Error('a journal is broken');
  const toldMs = dues.flatMap(({ claimId, dueAt }) => {
    const at = told.at.get(claimId);
    return at === undefined ? [] : [at - dueAt];
  });
  return lateness({
    name: run,
    side: 'claims',
    due: count,
    kills,
    lateMs: records.map(({ lateMs }) => lateMs),
    times: records.map(({ times }) => times),
    toldMs,
  });
}

async function naive({ temporal, reminders, workers }: World, run: string, count: number, windowMs: number): Promise<Lateness> {
  const id = (n: number): string => `${run.replaceAll(' ', '-')}:${n}`;
  const start = (n: number, dueAt: number): Promise<void> => startReminder(temporal.client, id(n), dueAt);
  const mine = Array.from({ length: count }, (_, n) => id(n));
  const come = (): number => {
    const late = reminded(reminders);
    return mine.filter((key) => late.has(key)).length;
  };
  const kills = await stampede(`naive, ${run}`, count, windowMs, { start, come, workers: workers.naive });
  const late = reminded(reminders);
  const all = mine.map((key) => late.get(key) ?? []);
  return lateness({
    name: run,
    side: 'naive',
    due: count,
    kills,
    lateMs: all.map(([first]) => first),
    times: all.map(({ length }) => length),
    toldMs: [],
  });
}

async function startWorld(servers: Servers, dataDir: string, stops: (() => Promise<void>)[]): Promise<World> {
  const { santun } = await sandboxWorld(dataDir, servers.env, () => undefined);
  const mongo = await connectMongo(servers.mongo.url);
  stops.push(() => mongo.close());
  const stores = createStores(mongo, { personKey: santun.SANTUN_PERSON_KEY ?? '' });
  await stores.ensureIndexes();
  const kafka = connect({ brokers: [servers.kafka.address], clientId: 'herd', topicPrefix: 'santun.', log: () => undefined });
  await kafka.createTopics();
  const temporal = await connectTemporal(servers.temporal.address, 'default');
  stops.push(() => temporal.close());
  const reminders = join(dataDir, 'reminders.txt');
  const start = async (name: string, file: string, args: readonly string[]): Promise<RunningProcess> => {
    const logFile = join(dataDir, 'logs', `${name}.log`);
    const process = await startProcess({
      name,
      file,
      args,
      env: santun,
      logFile,
      readyWhen: { line: '"ready":true' },
      restartOnCrash: true,
    });
    stops.push(() => process.stop());
    return process;
  };
  const each = (name: string, file: string, args: readonly string[] = []): Promise<RunningProcess[]> =>
    Promise.all(Array.from({ length: WORKERS }, (_, n) => start(`${name}-${n}`, file, args)));
  const workers = {
    claims: await each('claims', 'workers/claims.worker.ts'),
    naive: await each('naive', 'bench/naive.worker.ts', [NAIVE_QUEUE, reminders]),
  };
  await deployWorkers(santun, ['claims']);
  const told = await hearRungs(servers.kafka.address, kafka.topicName('claim-events'));
  stops.push(() => told.close());
  return { servers, stores, temporal, told, reminders, workers };
}

type Options = { readonly minute: number; readonly second: number; readonly minutes: number };

async function run({ minute, second }: Options, dataDir: string, signal: AbortSignal, findings: Lateness[]): Promise<void> {
  const servers = await startServers({ dataDir: join(dataDir, 'servers'), log: note, env: {}, signal });
  const stops: (() => Promise<void>)[] = [() => servers.stop()];
  const measureAll = async (): Promise<void> => {
    const world = await startWorld(servers, dataDir, stops);
    const herds = [
      { name: 'in one minute', count: minute, windowMs: 60_000 },
      { name: 'in one second', count: second, windowMs: 1_000 },
    ];
    for (const { name, count, windowMs } of herds.filter(({ count }) => count > 0)) {
      for (const side of [naive, claims]) {
        findings.push(await side(world, name, count, windowMs));
        console.log(latenessTable(findings.slice(-1)));
      }
    }
  };
  try {
    const late = whenAborted(signal).then(() => {
      throw new Error('Not finished: interrupted, or longer than --minutes allows.');
    });
    await Promise.race([measureAll(), late]);
  } finally {
    for (const stop of stops.reverse()) await stop().catch((error: unknown) => note(`while stopping: ${String(error)}`));
  }
}

function readOptions(): Options {
  const option = (value: string) => ({ type: 'string', default: value }) as const;
  const { values } = parseArgs({ options: { minute: option('10000'), second: option('5000'), minutes: option('40') } });
  const [minute = 0, second = 0, minutes = 0] = [values.minute, values.second, values.minutes].map(Number);
  if (![minute, second].every((count) => Number.isInteger(count) && count >= 0 && count <= 50_000) || !(minutes > 0))
    throw new Error(USAGE);
  return { minute, second, minutes };
}

async function main(): Promise<void> {
  const options = readOptions();
  const dataDir = resolve('.run', `herd-${process.pid}`);
  mkdirSync(dataDir, { recursive: true });
  const held = conditions();
  console.log(describeConditions(held));
  const findings: Lateness[] = [];
  try {
    await run(options, dataDir, AbortSignal.any([interruption(), AbortSignal.timeout(options.minutes * 60_000)]), findings);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
    forgetRemovedData();
    const file = resolve('.run', `herd-${new Date().toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}.json`);
    if (findings.length > 0) {
      writeFileSync(file, `${JSON.stringify({ ...held, herds: findings }, null, 2)}\n`);
      console.log(`${latenessTable(findings)}\nThe figures are in ${file}`);
    }
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    note(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
