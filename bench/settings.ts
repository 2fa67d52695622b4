import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { connectTemporal } from '#adapters/temporal/connection.ts';
import { spawnChild } from '#stack/child.ts';
import { askTemporal } from '#stack/health.ts';
import { freePort } from '#stack/ports.ts';
import { startProcess } from '#stack/processes.ts';
import { type RunningServer, runServer } from '#stack/running-server.ts';
import { presentTemporal } from '#stack/temporal/binary.ts';
import { TEMPORAL_SETTINGS } from '#stack/temporal.ts';
import { type Spread, spread } from './in-flight.ts';
import { conditions, describeConditions } from './machine.ts';
import { measure } from './measure.ts';
import { bareUpdates, NAIVE_QUEUE, playNaive } from './naive.ts';

/** What each setting of the Temporal server is worth: the baseline workflow on one fresh server after another. `node bench/settings.ts` */
const WRITE_AHEAD = ['journal_mode=WAL', 'synchronous=NORMAL'];
const without = (name: string): string[] => TEMPORAL_SETTINGS.filter((setting) => !setting.includes(name));
const polls = (perSecond: number): string[] => [
  ...without('MaxPollRPS'),
  `history.transferProcessorMaxPollRPS=${perSecond}`,
  `history.timerProcessorMaxPollRPS=${perSecond}`,
];

type Variant = { readonly name: string; readonly settings: readonly string[]; readonly pragmas: readonly string[] };
const VARIANTS: readonly Variant[] = [
  { name: 'as Santun starts it', settings: TEMPORAL_SETTINGS, pragmas: WRITE_AHEAD },
  { name: 'queue polls 20/s (default)', settings: polls(20), pragmas: WRITE_AHEAD },
  { name: 'queue polls 400/s', settings: polls(400), pragmas: WRITE_AHEAD },
  // Taking the setting away would change nothing: true is also the default of this server.
  {
    name: 'eager activities off',
    settings: [...without('EagerExecution'), 'system.enableActivityEagerExecution=false'],
    pragmas: WRITE_AHEAD,
  },
  { name: 'SQLite without WAL', settings: TEMPORAL_SETTINGS, pragmas: [] },
];

const ONE_BY_ONE = 30;
const TOGETHER = 100;
const IN_FLIGHT = 16;

type Row = { readonly prepared: Spread; readonly update: Spread; readonly perSecond: number; readonly cpuMs: number };

async function tryVariant(variant: Variant, dataDir: string): Promise<Row> {
  const server = await startServer(variant, dataDir);
  const env = { SANTUN_TEMPORAL_ADDRESS: server.address };
  const worker = await startProcess({
    name: 'naive',
    file: 'bench/naive.worker.ts',
    args: [NAIVE_QUEUE],
    env,
    logFile: join(dataDir, 'naive.log'),
    readyWhen: { line: '"ready":true' },
  });
  const temporal = await connectTemporal(server.address, 'default');
  try {
    const { client } = temporal;
    for (let n = 0; n < ONE_BY_ONE; n += 1) await playNaive(client);
    const prepared: number[] = [];
    for (let n = 0; n < ONE_BY_ONE; n += 1) prepared.push((await playNaive(client)).preparedMs);
    const update = spread(await bareUpdates(client, ONE_BY_ONE));
    const groups = { temporal: [server.pid], workers: [worker.pid], client: [process.pid] };
    const items = Array.from({ length: TOGETHER });
    const { figures } = await measure({ client, groups, cores: 1, items, atOnce: IN_FLIGHT, play: () => playNaive(client) });
    return { prepared: spread(prepared), update, perSecond: figures.perSecond, cpuMs: figures.cpuMsCounted };
  } finally {
    await worker.stop();
    await temporal.close();
    await server.stop();
  }
}

async function startServer({ settings, pragmas }: Variant, dataDir: string): Promise<RunningServer> {
  const binary = presentTemporal();
  if (binary === undefined) throw new Error('The Temporal server is not here yet; `npm start` fetches it.');
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const database = join(dataDir, 'temporal.db');
  const logFile = join(dataDir, 'temporal.log');
  const args = [
    ...[
      'server',
      'start-dev',
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--headless',
      '--log-level',
      'error',
      '--db-filename',
      database,
    ],
    ...pragmas.flatMap((pragma) => ['--sqlite-pragma', pragma]),
    ...settings.flatMap((setting) => ['--dynamic-config-value', setting]),
  ];
  const launch = () => spawnChild({ name: 'temporal', command: binary, args, logFile, marker: database });
  return runServer({ name: 'temporal', address, logFile, withinMs: 60_000, launch, probe: () => askTemporal(address) });
}

const cells = (first: string, ...rest: readonly string[]): string => first.padEnd(30) + rest.map((cell) => cell.padStart(16)).join('');

async function main(): Promise<void> {
  const dataDir = resolve('.run', `bench-settings-${process.pid}`);
  console.log(describeConditions(conditions()));
  console.log(cells('', '4 steps p50 ms', 'update p50 ms', 'p95 ms', 'workflows/s', 'CPU ms each'));
  try {
    for (const [index, variant] of VARIANTS.entries()) {
      const folder = join(dataDir, String(index));
      mkdirSync(folder, { recursive: true });
      const { prepared, update, perSecond, cpuMs } = await tryVariant(variant, folder);
      console.log(cells(variant.name, ...[prepared.p50, update.p50, update.p95, perSecond, cpuMs].map((figure) => figure.toFixed(1))));
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
