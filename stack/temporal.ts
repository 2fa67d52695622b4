import { join, resolve } from 'node:path';
import { spawnChild } from './child.ts';
import { askTemporal } from './health.ts';
import { endLeftovers } from './leftovers.ts';
import { choosePort } from './ports.ts';
import { requirePrerequisites } from './prerequisites.ts';
import { createProgress, type Progress } from './progress.ts';
import { foreignServer, type RunningServer, runServer, type ServerOptions } from './running-server.ts';
import { temporalBinary, temporalNeeds } from './temporal/binary.ts';

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
  const binary = await temporalBinary(options.rootDir ?? process.cwd(), progress);
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
