import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawnChild } from '#stack/child.ts';
import { askMongo } from '#stack/health.ts';
import { endLeftovers } from '#stack/leftovers.ts';
import { choosePort } from '#stack/ports.ts';
import { findOnPath, outputOf } from '#stack/prerequisites.ts';
import type { Progress } from '#stack/progress.ts';
import { type RunningServer, runServer, type ServerOptions } from '#stack/running-server.ts';

const OLDEST_MAJOR = 7;

/** A mongod on PATH that is not too old. */
export function installedMongod(): string | undefined {
  const binary = findOnPath('mongod');
  return binary !== undefined && isNewEnough(outputOf(binary, ['--version'])) ? binary : undefined;
}

/** The real MongoDB, where somebody has installed it; undefined where not. */
export async function startMongod(options: ServerOptions, progress: Progress): Promise<readonly RunningServer[] | undefined> {
  const binary = installedMongod();
  if (binary === undefined) return undefined;
  const dataDir = resolve(options.dataDir, 'mongod');
  mkdirSync(join(dataDir, 'db'), { recursive: true });
  await endLeftovers(dataDir, progress.say);
  const port = await choosePort('MongoDB', options.port, progress.say);
  const address = `127.0.0.1:${port}`;
  const logFile = join(dataDir, 'mongod.log');
  progress.step(`starting ${binary}`);
  const args = ['--dbpath', join(dataDir, 'db'), '--port', String(port), '--bind_ip', '127.0.0.1', '--quiet'];
  const server = await runServer({
    name: 'mongod',
    address,
    logFile,
    withinMs: 60_000,
    launch: () => spawnChild({ name: 'mongod', command: binary, args, logFile, pidFile: join(dataDir, 'mongod.pid'), marker: dataDir }),
    probe: () => askMongo(`mongodb://${address}/`),
  });
  return [server];
}

export function isNewEnough(banner: string): boolean {
  const major = /v(\d+)\./.exec(banner)?.[1];
  return major !== undefined && Number(major) >= OLDEST_MAJOR;
}
