import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOnce, cacheFolder } from '../cache.ts';
import { findOnPath, outputOf } from '../prerequisites.ts';
import type { Progress } from '../progress.ts';
import { runCommand } from '../run-command.ts';

const SUITE = 'forky';
export const debianRoot = (): string => cacheFolder('documentdb', `pg18-${SUITE}`);

/** A Debian of its own with PostgreSQL 18 and DocumentDB in it: no registry carries either as a plain download. */
export function ensureDebianRoot(progress: Progress): Promise<string> {
  return buildOnce(debianRoot(), progress, async (into) => {
    const logFile = `${debianRoot()}.log`;
    if (findOnPath('mmdebstrap') === undefined) await installMmdebstrap(logFile, progress);
    progress.step('fetching PostgreSQL 18 with DocumentDB into a Debian folder with mmdebstrap (about a minute, once)');
    const [command = 'mmdebstrap', ...before] = [...apart(), 'mmdebstrap'];
    await runCommand({
      purpose: 'Fetching PostgreSQL with DocumentDB',
      command,
      args: [
        ...before,
        ...['--mode=root', '--variant=minbase', '--aptopt=Acquire::Check-Valid-Until "false"'],
        ...['--include=postgresql-18-documentdb', SUITE, into, ...machineMirror()],
      ],
      logFile,
      onLine: (line) => progress.detail(readable(line)),
      // unshare does not listen to SIGTERM, and mmdebstrap not soon; with its namespaces everything inside goes at once.
      ...(before.length > 0 && { stopSignal: 'SIGKILL' }),
    });
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

/** The mirror this machine's own apt uses, when it is a Debian; otherwise none, and mmdebstrap takes its default. */
function machineMirror(): string[] {
  const release = outputOf('sh', ['-c', '. /etc/os-release && echo "$ID $VERSION_CODENAME"']).trim();
  const codename = /^debian (\S+)$/.exec(release)?.[1];
  if (codename === undefined) return [];
  const targets = outputOf('apt-get', ['indextargets', '--format', '$(RELEASE) $(COMPONENT) $(REPO_URI)', 'Created-By: Packages']);
  const mirror = targets
    .split('\n')
    .find((line) => line.startsWith(`${codename} main `))
    ?.split(' ')[2];
  return mirror === undefined ? [] : [mirror];
}

const readable = (line: string): string => line.replace(/^(I|Get:\d+): ?/, '').slice(0, 80);

/** The root's `srv` holds one folder per data directory of ours. */
export function instanceFolder(root: string, id: string): string {
  return join(root, 'srv', 'santun', id);
}

export function ownerOf(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'owner'), 'utf8');
  } catch {
    return undefined;
  }
}
