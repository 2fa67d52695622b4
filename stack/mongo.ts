import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildOnce, cacheFolder } from './cache.ts';
import { type Child, spawnChild } from './child.ts';
import { askMongo } from './health.ts';
import { endLeftovers } from './leftovers.ts';
import { debianRoot, ensureDebianRoot } from './mongo/debian-root.ts';
import { installedMongod, startMongod } from './mongo/mongod.ts';
import { askPostgres, forgetOrphans, initialise, instanceId, launchPostgres, type Postgres } from './mongo/postgres.ts';
import { choosePort, freePort } from './ports.ts';
import { findOnPath, type Needs, requirePrerequisites } from './prerequisites.ts';
import { createProgress, type Log, type Progress } from './progress.ts';
import { runCommand } from './run-command.ts';
import { foreignServer, type RunningServer, runServer, type ServerOptions } from './running-server.ts';

export const FERRETDB_VERSION = '2.7.0';
const DATABASE = 'santun';

export type MongoServer = RunningServer & {
  /** Connection string with the database in it. */
  readonly url: string;
  /** The processes behind it, to be killed one by one in fault tests; one when it is a mongod. */
  readonly parts: readonly RunningServer[];
};

export async function startMongo(options: ServerOptions): Promise<MongoServer> {
  const given = (options.env ?? process.env).SANTUN_MONGO_URL;
  const progress = createProgress('mongo', options.log);
  try {
    if (given !== undefined) {
      await askMongo(given);
      progress.done('using the server of SANTUN_MONGO_URL');
      const server = foreignServer('mongo', new URL(given).host);
      return { ...server, url: given, parts: [] };
    }
    const parts = (await startMongod(options, progress)) ?? (await startFerret(options, progress));
    const server = asOne(parts);
    progress.done(`ready at ${server.address}`);
    return server;
  } finally {
    progress.close();
  }
}

/** Deletes the databases of data directories that are gone. */
export function forgetRemovedData(): void {
  forgetOrphans(debianRoot());
}

const urlOf = (address: string): string => `mongodb://${address}/${DATABASE}`;

/** What to look for on this machine before starting; nothing when a server runs already or a mongod is installed. */
export function mongoNeeds(env: ServerOptions['env'] = process.env): Needs {
  if (env.SANTUN_MONGO_URL !== undefined || installedMongod() !== undefined) return [];
  const hasFerret = findOnPath('ferretdb') !== undefined || existsSync(cacheFolder('ferretdb', FERRETDB_VERSION));
  return [{ server: 'mongo', isBuilt: hasFerret && existsSync(debianRoot()) }];
}

async function startFerret(options: ServerOptions, progress: Progress): Promise<readonly RunningServer[]> {
  requirePrerequisites(mongoNeeds(options.env));
  const dataDir = resolve(options.dataDir, 'mongo');
  const [binary, root] = await Promise.all([ensureFerret(options.log), ensureDebianRoot(progress)]);
  await endLeftovers(dataDir, progress.say);
  forgetOrphans(root);
  const postgres: Postgres = { root, id: instanceId(dataDir), dataDir, port: await freePort() };
  await initialise(postgres, progress);
  progress.step('starting PostgreSQL');
  const logFile = join(dataDir, 'postgres.log');
  const store = await runServer({
    name: 'postgres',
    address: `127.0.0.1:${postgres.port}`,
    logFile,
    withinMs: 60_000,
    launch: () => launchPostgres(postgres, logFile),
    probe: () => askPostgres(postgres),
  });
  try {
    return [await startGateway(options, binary, postgres, progress), store];
  } catch (failure) {
    await store.stop();
    throw failure;
  }
}

async function startGateway(options: ServerOptions, binary: string, postgres: Postgres, progress: Progress): Promise<RunningServer> {
  const { dataDir } = postgres;
  const address = `127.0.0.1:${await choosePort('MongoDB', options.port, progress.say)}`;
  const logFile = join(dataDir, 'ferretdb.log');
  progress.step('starting FerretDB');
  const launch = (): Child =>
    spawnChild({
      name: 'ferretdb',
      command: binary,
      args: [
        ...[`--postgresql-url=postgres://postgres@127.0.0.1:${postgres.port}/postgres`, `--listen-addr=${address}`, '--no-auth'],
        ...['--telemetry=disable', '--debug-addr=-', '--log-level=warn', `--state-dir=${join(dataDir, 'ferretdb')}`],
      ],
      logFile,
      pidFile: join(dataDir, 'ferretdb.pid'),
      marker: join(dataDir, 'ferretdb'),
    });
  return runServer({ name: 'ferretdb', address, logFile, withinMs: 60_000, launch, probe: () => askMongo(urlOf(address)) });
}

/** The first part is the one clients talk to; the others are behind it and so start first and stop last. */
function asOne(parts: readonly RunningServer[]): MongoServer {
  const [front] = parts;
  if (front === undefined) throw new Error('a store needs at least one process');
  return {
    name: 'mongo',
    address: front.address,
    url: urlOf(front.address),
    parts,
    get pid() {
      return front.pid;
    },
    async stop() {
      for (const part of parts) await part.stop();
    },
    kill() {
      for (const part of parts) part.kill();
    },
    async restart() {
      for (const part of parts) await part.stop();
      for (const part of parts.toReversed()) await part.restart();
    },
  };
}

/** With a voice of its own: it is built while the Debian folder is fetched. */
async function ensureFerret(log: Log): Promise<string> {
  const installed = findOnPath('ferretdb');
  if (installed !== undefined) return installed;
  const progress = createProgress('ferretdb', log);
  try {
    const folder = await buildOnce(cacheFolder('ferretdb', FERRETDB_VERSION), progress, (into) => buildFerret(into, progress));
    return join(folder, 'ferretdb');
  } finally {
    progress.close();
  }
}

async function buildFerret(into: string, progress: Progress): Promise<void> {
  progress.step(`building FerretDB ${FERRETDB_VERSION} with go (about a minute, once)`);
  let packages = 0;
  await runCommand({
    purpose: 'Building FerretDB',
    command: 'go',
    args: ['install', '-v', '-trimpath', '-ldflags', '-s -w', `github.com/FerretDB/FerretDB/v2/cmd/ferretdb@v${FERRETDB_VERSION}`],
    env: { CGO_ENABLED: '0', GOBIN: into },
    logFile: `${cacheFolder('ferretdb', FERRETDB_VERSION)}.log`,
    onLine(line) {
      if (line.startsWith('go: ')) return progress.detail(line.slice('go: '.length));
      packages += 1;
      progress.detail(`${packages} packages compiled, now ${line}`);
    },
  });
  progress.done('built');
}
