import { existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildOnce, cacheFolder } from './cache.ts';
import { spawnChild } from './child.ts';
import { askKafka } from './health.ts';
import { endLeftovers } from './leftovers.ts';
import { choosePort, freePort } from './ports.ts';
import { findOnPath, javaCommand, type Needs, requirePrerequisites } from './prerequisites.ts';
import { createProgress, type Progress } from './progress.ts';
import { runCommand } from './run-command.ts';
import { foreignServer, type RunningServer, runServer, type ServerOptions } from './running-server.ts';

/** The version of stack/kafka/pom.xml. */
export const KAFKA_VERSION = '4.3.1';

/** Two listeners more, which want to know who is there: SASL over TLS, and certificates of clients. Files are PEM. */
export type SecuredListeners = {
  readonly saslPort: number;
  readonly mutualPort: number;
  /** Private key and certificate, one after the other. */
  readonly keyStore: string;
  readonly trustStore: string;
  readonly users: Readonly<Record<string, string>>;
};

export type KafkaOptions = ServerOptions & { readonly secured?: SecuredListeners };

export async function startKafka(options: KafkaOptions): Promise<RunningServer> {
  const given = (options.env ?? process.env).SANTUN_KAFKA_BROKERS;
  const progress = createProgress('kafka', options.log);
  try {
    if (given !== undefined) {
      await askKafka(given);
      progress.done(`using the brokers at ${given} (SANTUN_KAFKA_BROKERS)`);
      return foreignServer('kafka', given);
    }
    return await startOwn(options, progress);
  } finally {
    progress.close();
  }
}

async function startOwn(options: KafkaOptions, progress: Progress): Promise<RunningServer> {
  requirePrerequisites(kafkaNeeds(options.env));
  const dataDir = resolve(options.dataDir, 'kafka');
  const classPath = await findOrFetch(options.rootDir ?? process.cwd(), progress);
  await endLeftovers(dataDir, progress.say);
  const port = await choosePort('Kafka', options.port, progress.say);
  const address = `127.0.0.1:${port}`;
  const logFile = join(dataDir, 'kafka.log');
  const properties = join(dataDir, 'server.properties');
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(properties, `${brokerProperties(dataDir, port, await freePort(), options.secured).join('\n')}\n`);
  progress.step('starting');
  await formatStorage(classPath, properties, dataDir);
  const server = await runServer({
    name: 'kafka',
    address,
    logFile,
    withinMs: 90_000,
    launch: () =>
      spawnChild({
        name: 'kafka',
        command: javaCommand(),
        args: [...JAVA_OPTIONS, '-Xmx512m', '-cp', classPath, 'kafka.Kafka', properties],
        logFile,
        pidFile: join(dataDir, 'kafka.pid'),
        marker: properties,
      }),
    probe: () => askKafka(address),
  });
  progress.done(`ready at ${address}`);
  return server;
}

/** The first compiler tier only: a broker that lives for minutes never earns back the second. */
const JAVA_OPTIONS = ['-XX:TieredStopAtLevel=1', '-Xshare:auto', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn'];

function brokerProperties(dataDir: string, port: number, controllerPort: number, secured?: SecuredListeners): string[] {
  const more = secured === undefined ? '' : `,SASLTLS://127.0.0.1:${secured.saslPort},MUTUAL://127.0.0.1:${secured.mutualPort}`;
  return [
    'process.roles=broker,controller',
    'node.id=1',
    `controller.quorum.voters=1@127.0.0.1:${controllerPort}`,
    `listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}${more}`,
    `advertised.listeners=PLAINTEXT://127.0.0.1:${port}${more}`,
    'inter.broker.listener.name=PLAINTEXT',
    'controller.listener.names=CONTROLLER',
    'listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASLTLS:SASL_SSL,MUTUAL:SSL',
    ...(secured === undefined ? [] : securedProperties(secured)),
    `log.dirs=${join(dataDir, 'log')}`,
    'num.partitions=6',
    'offsets.topic.replication.factor=1',
    'offsets.topic.num.partitions=4',
    'transaction.state.log.replication.factor=1',
    'transaction.state.log.min.isr=1',
    'share.coordinator.state.topic.replication.factor=1',
    'share.coordinator.state.topic.min.isr=1',
    'group.initial.rebalance.delay.ms=0',
    'auto.create.topics.enable=false',
    // Index files are laid out in full beforehand, 10 MB each unless said otherwise, per partition of every topic a test makes.
    'log.index.size.max.bytes=1048576',
    // `npm run test:dates` lets everybody but the broker live on another day; unless said otherwise, a message from an hour ahead is refused.
    `log.message.timestamp.after.max.ms=${Number.MAX_SAFE_INTEGER}`,
    // A killed broker may come back only when its old session has run out, which is 9 s unless said otherwise.
    'broker.session.timeout.ms=3000',
    'broker.heartbeat.interval.ms=500',
  ];
}

function securedProperties({ keyStore, trustStore, users }: SecuredListeners): string[] {
  const accounts = Object.entries(users).map(([name, password]) => `user_${name}="${password}"`);
  return [
    'ssl.keystore.type=PEM',
    `ssl.keystore.location=${keyStore}`,
    'ssl.truststore.type=PEM',
    `ssl.truststore.location=${trustStore}`,
    'listener.name.mutual.ssl.client.auth=required',
    'listener.name.sasltls.sasl.enabled.mechanisms=PLAIN',
    `listener.name.sasltls.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required ${accounts.join(' ')};`,
  ];
}

/** A cluster id is any 16 bytes in URL-safe base64; making it here spares a second start of Java. */
const CLUSTER_ID = Buffer.from('santun-one-node!').toString('base64url');

async function formatStorage(classPath: string, properties: string, dataDir: string): Promise<void> {
  if (existsSync(join(dataDir, 'log', 'meta.properties'))) return;
  await runCommand({
    purpose: "Formatting Kafka's storage",
    command: javaCommand(),
    args: [
      ...JAVA_OPTIONS,
      '-cp',
      classPath,
      'kafka.tools.StorageTool',
      'format',
      '-t',
      CLUSTER_ID,
      '-c',
      properties,
      '--ignore-formatted',
    ],
    logFile: join(dataDir, 'format.log'),
  });
}

/** What to look for on this machine before starting; Java is needed in any case but a broker that runs already. */
export function kafkaNeeds(env: ServerOptions['env'] = process.env): Needs {
  if (env.SANTUN_KAFKA_BROKERS !== undefined) return [];
  return [{ server: 'kafka', isBuilt: installedJars() !== undefined || existsSync(cacheFolder('kafka', KAFKA_VERSION)) }];
}

async function findOrFetch(rootDir: string, progress: Progress): Promise<string> {
  const installed = installedJars();
  if (installed !== undefined) {
    progress.step(`using ${installed}`);
    return classPathOf(installed);
  }
  const folder = await buildOnce(cacheFolder('kafka', KAFKA_VERSION), progress, (into) => fetchJars(rootDir, into, progress));
  return classPathOf(folder);
}

/** The libs folder of a Kafka 4 whose start script is on PATH. */
function installedJars(): string | undefined {
  const script = findOnPath('kafka-server-start.sh') ?? findOnPath('kafka-server-start');
  if (script === undefined) return undefined;
  const libs = join(dirname(dirname(realpathSync(script))), 'libs');
  const isKafka4 = existsSync(libs) && readdirSync(libs).some((name) => /^kafka_2\.13-4\.\d/.test(name));
  return isKafka4 ? libs : undefined;
}

/** Java itself expands the star. */
const classPathOf = (folder: string): string => join(folder, '*');

async function fetchJars(rootDir: string, into: string, progress: Progress): Promise<void> {
  progress.step(`fetching Kafka ${KAFKA_VERSION} with mvn (46 jars, once)`);
  await runCommand({
    purpose: "Fetching Kafka's jars",
    command: 'mvn',
    args: ['-B', '-f', join(rootDir, 'stack', 'kafka', 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${into}`],
    logFile: `${cacheFolder('kafka', KAFKA_VERSION)}.log`,
    onLine(line) {
      const jar = /Downloading from \S+: \S+\/([^/\s]+)$/.exec(line)?.[1];
      if (jar !== undefined) progress.detail(jar);
    },
  });
}
