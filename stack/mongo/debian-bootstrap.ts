import { spawnSync } from 'node:child_process';
import { findOnPath } from '#stack/prerequisites.ts';
import type { Progress } from '#stack/progress.ts';
import { runCommand } from '#stack/run-command.ts';
import type { DebianOrder } from './debian-packages.ts';

/** A whole small Debian with PostgreSQL 18 and DocumentDB in it, where this machine is not a Debian itself; `mmdebstrap` knows a mirror. */
export async function bootstrapDebian({ into, suite, logFile, progress }: DebianOrder): Promise<void> {
  if (process.getuid?.() !== 0)
    throw new Error('mmdebstrap needs root on a machine that is not a Debian: run the command again with `sudo -E`.');
  if (findOnPath('mmdebstrap') === undefined) await installMmdebstrap(logFile, progress);
  progress.step('fetching PostgreSQL 18 with DocumentDB into a Debian folder with mmdebstrap (a minute or two, once)');
  const [command = 'mmdebstrap', ...before] = [...apart(), 'mmdebstrap'];
  const include = ['--variant=minbase', '--aptopt=Acquire::Check-Valid-Until "false"', '--include=postgresql-18-documentdb'];
  await runCommand({
    purpose: 'Fetching PostgreSQL with DocumentDB',
    command,
    args: [...before, '--mode=root', ...include, suite, into],
    logFile,
    onLine: (line) => progress.detail(readable(line)),
    // unshare does not listen to SIGTERM, and mmdebstrap not soon; with its namespaces everything inside goes at once.
    ...(before.length > 0 && { stopSignal: 'SIGKILL' }),
  });
}

/**
 * In namespaces of its own, where the system allows: mmdebstrap mounts /proc and /dev in the folder and takes its time to stop, and what a
 * killed one leaves mounted would be in the way of the next run.
 */
function apart(): string[] {
  const unshare = ['unshare', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
  const [command = '', ...args] = [...unshare, 'true'];
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0 ? unshare : [];
}

async function installMmdebstrap(logFile: string, progress: Progress): Promise<void> {
  progress.step('installing mmdebstrap with apt-get');
  const onLine = (line: string): void => progress.detail(readable(line));
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand({ purpose: 'Reading the package lists', command: 'apt-get', args: ['update'], env, logFile, onLine });
  const args = ['install', '-y', '--no-install-recommends', 'mmdebstrap', 'debian-archive-keyring', 'gpgv'];
  await runCommand({ purpose: 'Installing mmdebstrap', command: 'apt-get', args, env, logFile, onLine });
}

const readable = (line: string): string => line.replace(/^(I|Get:\d+): ?/, '').slice(0, 80);
