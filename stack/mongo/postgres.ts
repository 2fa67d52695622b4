import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Child, spawnChild } from '#stack/child.ts';
import { isAlive } from '#stack/leftovers.ts';
import type { Progress } from '#stack/progress.ts';
import { runCommand } from '#stack/run-command.ts';
import { instanceFolder, ownerOf } from './debian-root.ts';
import { asPostgres } from './inside-root.ts';

const BIN = '/usr/lib/postgresql/18/bin';

const LIBRARIES = '/usr/lib/postgresql/18/lib';
/** Keeps indexes in order, so that a page of a list is read along one; without it the store sorts every match. Shipped, and off by default. */
const ORDERED_ENGINE = 'pg_documentdb_extended_rum';
/** In the folder of a database that was made with it. One made before has indexes of the other kind, and keeps its settings and works as it did. */
const ORDERED_MARK = 'ordered-indexes';

export type Postgres = { readonly root: string; readonly id: string; readonly dataDir: string; readonly port: number };

/** Stands for a data directory inside the root; PostgreSQL in the chroot cannot see the directory itself. */
export const instanceId = (dataDir: string): string => createHash('sha256').update(dataDir).digest('hex').slice(0, 12);

const dataInside = (id: string): string => `/srv/santun/${id}/data`;

/** Makes the database with its extension unless it is there; a half-made one is under another name and is made anew. */
export async function initialise(postgres: Postgres, progress: Progress): Promise<void> {
  const folder = instanceFolder(postgres.root, postgres.id);
  if (!existsSync(join(folder, 'data', 'PG_VERSION'))) {
    progress.step('making an empty PostgreSQL database');
    // Before the folder names its owner: one without an owner on disk is taken for an orphan by the next run.
    mkdirSync(postgres.dataDir, { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'new'), { recursive: true });
    writeFileSync(join(folder, 'owner'), postgres.dataDir);
    if (process.getuid?.() === 0) giveToPostgres(postgres.root, join(folder, 'new'));
    const target = `/srv/santun/${postgres.id}/new`;
    const how = ['-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', '--no-instructions'];
    await inside(postgres, 'Making the database', [`${BIN}/initdb`, '-D', target, ...how]);
    if (existsSync(join(postgres.root, LIBRARIES, `${ORDERED_ENGINE}.so`)))
      writeFileSync(join(folder, ORDERED_MARK), `${ORDERED_ENGINE}\n`);
    renameSync(join(folder, 'new'), join(folder, 'data'));
  }
  writeFileSync(join(folder, 'data', 'postgresql.conf'), `${settings(postgres).join('\n')}\n`);
}

export function launchPostgres(postgres: Postgres, logFile: string): Child {
  return spawnChild({
    name: 'postgres',
    ...asPostgres(postgres.root, [`${BIN}/postgres`, '-D', dataInside(postgres.id)]),
    cwd: '/',
    logFile,
    pidFile: join(dirname(logFile), 'postgres.pid'),
    marker: dataInside(postgres.id),
    stopSignal: 'SIGINT',
  });
}

function hasOrderedIndexes({ root, id }: Postgres): boolean {
  return existsSync(join(instanceFolder(root, id), ORDERED_MARK));
}

/** Answers, and carries the extensions FerretDB speaks to. */
export async function askPostgres(postgres: Postgres): Promise<void> {
  const extensions = ['documentdb', ...(hasOrderedIndexes(postgres) ? ['documentdb_extended_rum'] : [])];
  // Before FerretDB is started, so before any index is made: an index keeps the engine it was made with.
  const sql = extensions.map((name) => `CREATE EXTENSION IF NOT EXISTS ${name} CASCADE`).join('; ');
  const psql = [`${BIN}/psql`, '-h', dataInside(postgres.id), '-p', String(postgres.port), '-d', 'postgres', '-qc', sql];
  await inside(postgres, 'Asking PostgreSQL', psql);
}

/** Folders of ours in the root belong to whoever made them; the number of `postgres` there is in its etc/passwd. */
function giveToPostgres(root: string, folder: string): void {
  const [, , uid = '', gid = ''] =
    readFileSync(join(root, 'etc', 'passwd'), 'utf8')
      .match(/^postgres:.*$/m)?.[0]
      .split(':') ?? [];
  chownSync(folder, Number(uid), Number(gid));
}

function inside(postgres: Postgres, purpose: string, command: readonly string[]): Promise<void> {
  const logFile = join(postgres.dataDir, 'postgres-setup.log');
  return runCommand({ purpose, ...asPostgres(postgres.root, command), cwd: '/', env: { LC_ALL: 'C.UTF-8' }, logFile });
}

function settings(postgres: Postgres): string[] {
  const { id, port } = postgres;
  const isOrdered = hasOrderedIndexes(postgres);
  const libraries = ['pg_cron', 'pg_documentdb_core', 'pg_documentdb', ...(isOrdered ? [ORDERED_ENGINE] : [])];
  return [
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    `unix_socket_directories = '${dataInside(id)}'`,
    'max_connections = 200',
    'shared_buffers = 512MB',
    // The root's /dev/shm is an ordinary folder that `postgres` may not write to.
    'dynamic_shared_memory_type = mmap',
    `shared_preload_libraries = '${libraries.join(',')}'`,
    ...(isOrdered ? ["documentdb.alternate_index_handler_name = 'extended_rum'"] : []),
    "cron.database_name = 'postgres'",
    "timezone = 'UTC'",
  ];
}

/** Deletes the databases whose data directory is gone (a removed checkout, a test run that was killed). */
export function forgetOrphans(root: string): void {
  const all = join(root, 'srv', 'santun');
  if (!existsSync(all)) return;
  for (const id of readdirSync(all)) {
    const owner = ownerOf(join(all, id));
    if (owner === undefined || existsSync(owner) || isServing(join(all, id, 'data'))) continue;
    rmSync(join(all, id), { recursive: true, force: true });
  }
}

function isServing(data: string): boolean {
  try {
    return isAlive(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]));
  } catch {
    return false;
  }
}
