import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Publisher } from '#adapters/kafka/port.ts';
import type { DemoStory } from '#stack/demo-story.ts';
import { interruption, whenAborted } from '#stack/interruption.ts';
import { forgetRemovedData } from '#stack/mongo.ts';
import { startServers } from '#stack/servers.ts';
import { delay } from '#stack/wait.ts';
import { type CpuMs, cpuBetween, readCpu } from './cpu.ts';
import { assertPaidOnce, beforeAnythingHappens, type PlayedClaim, playClaim, tellStories } from './golden.ts';
import { inFlight, spread } from './in-flight.ts';
import { conditions, describeConditions } from './machine.ts';
import { measure } from './measure.ts';
import { bareUpdates, playNaive } from './naive.ts';
import { type Product, startProduct } from './product.ts';
import { idleLine, type Level, levelTable, type OneUser, oneUserTable } from './report.ts';

const USAGE = `node bench/claim.ts [--claims 150] [--in-flight 16,32] [--minutes 5]
The golden claim, whole product, against a naive workflow on the same fresh servers in the same run.`;
const WARM_UP = 24;
const ONE_USER_CLAIMS = 20;
const UPDATES_PER_CLAIM = 2;
const IDLE_SECONDS = 3;
const note = (line: string): void => console.error(line);

type Options = { readonly claims: number; readonly levels: readonly number[] };

/** Takes the next families that nobody has told of yet. */
type Cast = { take(count: number): readonly DemoStory[] };

/** Filled as the run goes on, so that an interrupted one still tells what it measured. */
type Findings = { complete: boolean; idleCpuMsPerSecond?: CpuMs; readonly levels: Level[]; oneUser?: OneUser };

/** Starts everything, measures unless interrupted, stops everything. */
async function run(options: Options, cores: number, findings: Findings, dataDir: string, signal: AbortSignal): Promise<void> {
  const servers = await startServers({ dataDir: join(dataDir, 'servers'), log: note, env: {}, signal });
  const stops: (() => Promise<void>)[] = [() => servers.stop()];
  try {
    const product = await startProduct(servers, dataDir);
    stops.push(() => product.close());
    const publisher = product.kafka.publisher();
    stops.push(() => publisher.close());
    await Promise.race([measureAll({ product, publisher, cores }, options, findings), interrupted(signal)]);
  } finally {
    for (const stop of stops.reverse()) await stop().catch((error: unknown) => note(`while stopping: ${String(error)}`));
  }
}

type Bench = { readonly product: Product; readonly publisher: Publisher; readonly cores: number };

async function measureAll(bench: Bench, { claims, levels }: Options, findings: Findings): Promise<void> {
  const { product, publisher } = bench;
  const told = [...tellStories(claims * levels.length + WARM_UP + ONE_USER_CLAIMS)];
  const total = told.length;
  note(`  ${total} credits are signed …`);
  await beforeAnythingHappens(product, publisher, told);
  const cast: Cast = { take: (count) => told.splice(0, count) };
  await warmUp(bench, cast);
  findings.idleCpuMsPerSecond = await idleCpu(product);
  console.log(`${idleLine(findings.idleCpuMsPerSecond)}\n`);
  for (const atOnce of levels) {
    const level = await measureLevel(bench, cast.take(claims), atOnce);
    findings.levels.push(level);
    console.log(`${levelTable(level)}\n`);
  }
  findings.oneUser = await measureOneUser(bench, cast);
  console.log(`${oneUserTable(findings.oneUser)}\n`);
  await assertPaidOnce(product, total);
  findings.complete = true;
}

async function interrupted(signal: AbortSignal): Promise<never> {
  await whenAborted(signal);
  throw new Error('Not finished: interrupted, or longer than --minutes allows.');
}

/** Compilers, connections, caches: the first claims cost several times the later ones. */
async function warmUp({ product, publisher }: Bench, cast: Cast): Promise<void> {
  note('  warming up …');
  await inFlight(Array.from({ length: WARM_UP }), 8, () => playNaive(product.temporal.client));
  await inFlight(cast.take(WARM_UP), 8, (story) => playClaim(product, publisher, story));
}

async function idleCpu({ groups }: Product): Promise<CpuMs> {
  const before = readCpu(groups.claim);
  await delay(IDLE_SECONDS * 1000);
  const used = cpuBetween(before, readCpu(groups.claim));
  return Object.fromEntries(Object.entries(used).map(([group, ms]) => [group, ms / IDLE_SECONDS]));
}

async function measureLevel({ product, publisher, cores }: Bench, stories: readonly DemoStory[], atOnce: number): Promise<Level> {
  const { groups, temporal } = product;
  const common = { client: temporal.client, cores, atOnce };
  note(`  ${stories.length} naive workflows, ${atOnce} in flight …`);
  const naive = await measure({ ...common, groups: groups.naive, items: stories, play: () => playNaive(temporal.client) });
  note(`  ${stories.length} claims, ${atOnce} in flight …`);
  const claim = await measure({ ...common, groups: groups.claim, items: stories, play: (story) => playClaim(product, publisher, story) });
  const stage = (pick: (played: PlayedClaim) => number) => spread(claim.played.map(pick));
  const stages = {
    registered: stage(({ registeredMs }) => registeredMs),
    decided: stage(({ decidedMs }) => decidedMs),
    paid: stage(({ paidMs }) => paidMs),
  };
  return { atOnce, naive: naive.figures, claim: claim.figures, stages };
}

/** In turns, so that whatever else the machine does falls on both. */
async function measureOneUser({ product, publisher }: Bench, cast: Cast): Promise<OneUser> {
  note('  one user …');
  const bare: number[] = [];
  const claim: number[] = [];
  for (const story of cast.take(ONE_USER_CLAIMS)) {
    bare.push(...(await bareUpdates(product.temporal.client, UPDATES_PER_CLAIM)));
    claim.push(...(await playClaim(product, publisher, story)).updatesMs);
  }
  return { bare: spread(bare), claim: spread(claim) };
}

function readOptions(): Options & { readonly minutes: number } {
  const options = {
    claims: { type: 'string', default: '150' },
    'in-flight': { type: 'string', default: '16,32' },
    minutes: { type: 'string', default: '5' },
  } as const;
  const { values } = parseArgs({ options });
  const levels = values['in-flight'].split(',').map(Number);
  const numbers = [Number(values.claims), Number(values.minutes), ...levels];
  if (!numbers.every((number) => number > 0 && number <= 10_000)) throw new Error(USAGE);
  return { claims: Math.round(Number(values.claims)), minutes: Number(values.minutes), levels };
}

async function main(): Promise<void> {
  const { minutes, ...options } = readOptions();
  const dataDir = resolve('.run', `bench-${process.pid}`);
  const signal = AbortSignal.any([interruption(), AbortSignal.timeout(minutes * 60_000)]);
  mkdirSync(dataDir, { recursive: true });
  const held = conditions();
  console.log(describeConditions(held));
  const findings: Findings = { complete: false, levels: [] };
  try {
    await run(options, held.machine.cores, findings, dataDir, signal);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
    forgetRemovedData();
    if (findings.levels.length > 0) writeFindings({ ...held, ...findings });
  }
}

function writeFindings(findings: object): void {
  const file = resolve('.run', `bench-${new Date().toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}.json`);
  writeFileSync(file, `${JSON.stringify(findings, null, 2)}\n`);
  console.log(`The figures are in ${file}`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    note(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
