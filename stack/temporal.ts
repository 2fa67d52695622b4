import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildOnce, cacheFolder } from './cache.ts';
import { spawnChild } from './child.ts';
import { askTemporal } from './health.ts';
import { endLeftovers } from './leftovers.ts';
import { choosePort } from './ports.ts';
import { findOnPath, type Needs, outputOf, requirePrerequisites } from './prerequisites.ts';
import { createProgress, type Progress } from './progress.ts';
import { runCommand } from './run-command.ts';
import { foreignServer, type RunningServer, runServer, type ServerOptions } from './running-server.ts';

/** Per-workflow time skipping came with this server; an older binary on PATH is passed over. */
export const TEMPORAL_VERSION = '1.32.1';
const OLDEST = [1, 32] as const;

export type TemporalOptions = ServerOptions & {
  /** Temporal's own pages for people; none when absent. */
  readonly uiPort?: number;
};

export type TemporalServer = RunningServer & { readonly uiUrl?: string };

/**
 * Polls of the history queues default to 20 a second, which shows as a flat 50 ms on every step of a workflow; more than 100 adds nothing.
 * Time skipping is for these servers only: a production cluster never carries the flag.
 */
export const TEMPORAL_SETTINGS = [
  'system.enableActivityEagerExecution=true',
  'frontend.WorkflowTimeSkippingEnabled=true',
  'history.transferProcessorMaxPollRPS=100',
  'history.timerProcessorMaxPollRPS=100',
];

export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const given = (options.env ?? process.env).SANTUN_TEMPORAL_ADDRESS;
  const progress = createProgress('temporal', options.log);
  try {
    if (given !== undefined) {
      await askTemporal(given);
      progress.done(`using the server at ${given} (SANTUN_TEMPORAL_ADDRESS)`);
      return foreignServer('temporal', given);
    }
    return await startOwn(options, progress);
  } finally {
    progress.close();
  }
}

async function startOwn(options: TemporalOptions, progress: Progress): Promise<TemporalServer> {
  requirePrerequisites(temporalNeeds(options.env));
  const dataDir = resolve(options.dataDir, 'temporal');
  const binary = await findOrBuild(options.rootDir ?? process.cwd(), progress);
  await endLeftovers(dataDir, progress.say);
  const port = await choosePort('Temporal', options.port, progress.say);
  const uiPort = options.uiPort === undefined ? undefined : await choosePort("Temporal's pages", options.uiPort, progress.say);
  const address = `127.0.0.1:${port}`;
  const logFile = join(dataDir, 'temporal.log');
  const database = join(dataDir, 'temporal.db');
  progress.step('starting');
  const server = await runServer({
    name: 'temporal',
    address,
    logFile,
    withinMs: 60_000,
    launch: () =>
      spawnChild({
        name: 'temporal',
        command: binary,
        args: serverArguments(port, uiPort, database),
        logFile,
        pidFile: join(dataDir, 'temporal.pid'),
        marker: database,
      }),
    probe: () => askTemporal(address),
  });
  progress.done(`ready at ${address}`);
  return uiPort === undefined ? server : Object.defineProperty(server, 'uiUrl', { value: `http://127.0.0.1:${uiPort}`, enumerable: true });
}

function serverArguments(port: number, uiPort: number | undefined, database: string): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'error', '--db-filename', database],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort), '--ui-ip', '127.0.0.1']),
    ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
    ...TEMPORAL_SETTINGS.flatMap((setting) => ['--dynamic-config-value', setting]),
  ];
}

/** What to look for on this machine before starting; nothing when a server runs already or one is installed. */
export function temporalNeeds(env: ServerOptions['env'] = process.env): Needs {
  const installed = findOnPath('temporal');
  if (env.SANTUN_TEMPORAL_ADDRESS !== undefined || (installed !== undefined && isNewEnough(outputOf(installed, ['--version'])))) return [];
  return [{ server: 'temporal', isBuilt: existsSync(cacheFolder('temporal', TEMPORAL_VERSION)) }];
}

async function findOrBuild(rootDir: string, progress: Progress): Promise<string> {
  const installed = findOnPath('temporal');
  if (installed !== undefined) {
    const version = outputOf(installed, ['--version']);
    if (isNewEnough(version)) {
      progress.step(`using ${installed}`);
      return installed;
    }
    progress.say(`${installed} is too old (${version.trim()}; needs server ${OLDEST.join('.')}), passing it over`);
  }
  const folder = await buildOnce(cacheFolder('temporal', TEMPORAL_VERSION), progress, (into) => build(rootDir, into, progress));
  return join(folder, 'temporal');
}

export function isNewEnough(versionLine: string): boolean {
  const [major, minor] = (/server (\d+)\.(\d+)/i.exec(versionLine) ?? []).slice(1).map(Number);
  return major !== undefined && minor !== undefined && (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]));
}

async function build(rootDir: string, into: string, progress: Progress): Promise<void> {
  progress.step(`building server ${TEMPORAL_VERSION} with go (3 to 5 minutes on two cores, once)`);
  let packages = 0;
  await runCommand({
    purpose: 'Building the Temporal server',
    command: 'go',
    args: ['build', '-v', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', `${into}/`, 'github.com/temporalio/cli/cmd/temporal'],
    cwd: join(rootDir, 'stack', 'temporal'),
    env: { CGO_ENABLED: '0', GOWORK: 'off' },
    logFile: `${cacheFolder('temporal', TEMPORAL_VERSION)}.log`,
    onLine(line) {
      if (line.startsWith('go: downloading')) return progress.detail(line.slice('go: '.length));
      packages += 1;
      progress.detail(`${packages} packages compiled, now ${line}`);
    },
  });
}
