import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { interruption, whenAborted } from './interruption.ts';
import { kafkaNeeds, startKafka } from './kafka.ts';
import { type MongoServer, mongoNeeds, startMongo } from './mongo.ts';
import { requirePrerequisites } from './prerequisites.ts';
import type { Log } from './progress.ts';
import type { RunningServer } from './running-server.ts';
import { temporalNeeds } from './temporal/binary.ts';
import { startTemporal, type TemporalServer } from './temporal.ts';

export type PreferredPorts = { readonly temporal?: number; readonly kafka?: number; readonly mongo?: number; readonly ui?: number };

export type ServersOptions = {
  readonly dataDir: string;
  readonly log: Log;
  /** Temporal's own pages as well. */
  readonly ui?: boolean;
  readonly ports?: PreferredPorts;
  readonly rootDir?: string;
  /** Where addresses of servers that run already are looked up. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Gives up at once when aborted, in the middle of a build too; what is half started ends with this process. */
  readonly signal?: AbortSignal;
};

export type Servers = {
  readonly temporal: TemporalServer;
  readonly kafka: RunningServer;
  readonly mongo: MongoServer;
  /** The addresses under the names config/env.ts reads. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
};

/** The three real servers, started side by side; those whose address is in the environment are used as they are. */
export async function startServers(options: ServersOptions): Promise<Servers> {
  const { log, ports = {}, rootDir = process.cwd(), env = process.env } = options;
  requirePrerequisites([...temporalNeeds(env), ...kafkaNeeds(env), ...mongoNeeds(env)]);
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const common = { dataDir, log, rootDir, env };
  const uiPort = options.ui === true ? { uiPort: ports.ui ?? 8233 } : {};
  const [temporal, kafka, mongo] = await unlessAborted(
    options.signal,
    allOrNone(
      startTemporal({ ...common, ...uiPort, ...optionalPort(ports.temporal) }),
      startKafka({ ...common, ...optionalPort(ports.kafka) }),
      startMongo({ ...common, ...optionalPort(ports.mongo) }),
    ),
  );
  return {
    temporal,
    kafka,
    mongo,
    env: { SANTUN_TEMPORAL_ADDRESS: temporal.address, SANTUN_KAFKA_BROKERS: kafka.address, SANTUN_MONGO_URL: mongo.url },
    stop: async () => {
      await Promise.all([temporal.stop(), kafka.stop(), mongo.stop()]);
    },
  };
}

const optionalPort = (port: number | undefined): { port?: number } => (port === undefined ? {} : { port });

async function unlessAborted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (signal === undefined) return work;
  const given = whenAborted(signal).then((): never => {
    throw new Error('Interrupted while the servers were starting.');
  });
  return Promise.race([work, given]);
}

/** All or none: when one cannot start, the others are stopped, and every reason is told, not only the first. */
async function allOrNone<T extends RunningServer, K extends RunningServer, M extends RunningServer>(
  ...starting: [Promise<T>, Promise<K>, Promise<M>]
): Promise<[T, K, M]> {
  const [first, second, third] = await Promise.allSettled(starting);
  if (first.status === 'fulfilled' && second.status === 'fulfilled' && third.status === 'fulfilled') {
    return [first.value, second.value, third.value];
  }
  const outcomes: PromiseSettledResult<RunningServer>[] = [first, second, third];
  const started = outcomes.filter((outcome) => outcome.status === 'fulfilled').map((outcome) => outcome.value);
  const failures = outcomes.filter((outcome) => outcome.status === 'rejected').map((outcome): unknown => outcome.reason);
  await Promise.allSettled(started.map((server) => server.stop()));
  throw new Error(joinSentences(failures), { cause: failures[0] });
}

/** Two servers may miss the same tool; it is told once. */
function joinSentences(failures: readonly unknown[]): string {
  const lines = failures.flatMap((failure) => (failure instanceof Error ? failure.message : String(failure)).split('\n'));
  return [...new Set(lines)].join('\n');
}

/** `node stack/servers.ts --data DIR` holds one set of servers open until Ctrl-C and writes its addresses to DIR/env.json. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string', default: '.run/dev' }, ui: { type: 'boolean', default: false } } });
  const log = (line: string): void => console.error(line);
  const startedAt = performance.now();
  const signal = interruption();
  const file = join(values.data, 'env.json');
  // A run that was killed left addresses where nobody answers any more.
  rmSync(file, { force: true });
  const servers = await startServers({ dataDir: values.data, log, ui: values.ui, signal });
  writeFileSync(file, `${JSON.stringify(servers.env, null, 2)}\n`);
  log(`Ready in ${((performance.now() - startedAt) / 1000).toFixed(1)} s; the addresses are also in ${file}. Ctrl-C stops the servers.`);
  for (const [name, value] of Object.entries(servers.env)) console.log(`export ${name}=${value}`);
  if (servers.temporal.uiUrl !== undefined) log(`Temporal's pages: ${servers.temporal.uiUrl}`);
  await whenAborted(signal);
  log('Stopping …');
  rmSync(file, { force: true });
  await servers.stop();
}

if (process.argv[1]?.endsWith('stack/servers.ts')) {
  main().catch((failure: unknown) => {
    console.error(failure instanceof Error ? failure.message : failure);
    process.exit(1);
  });
}
