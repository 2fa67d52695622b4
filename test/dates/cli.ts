import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Child, logTail, spawnChild } from '#stack/child.ts';
import { interruption } from '#stack/interruption.ts';
import { forgetRemovedData } from '#stack/mongo.ts';
import { createProgress } from '#stack/progress.ts';
import { type Project, runStep } from '#stack/steps.ts';
import { lastLine, readJestResult, type Tally, table, tallyJest, totals } from '#stack/summary.ts';
import { waitUntil } from '#stack/wait.ts';
import { realNow } from '../support/real-clock.ts';
import { type Clock, clockEnv, offsetTo } from './clocks.ts';
import { faketimeLibrary, showsTo } from './faketime.ts';
import { readOptions } from './options.ts';
import { temporalWithClock } from './temporal-clock.ts';

/** Where days, months, calendars and school years decide something. The others speak to servers about order and repetition, not about dates. */
const TOUCH_CALENDARS = [
  'activities/(checks|payout|reconcile)\\.',
  'adapters/temporal/time-machine',
  'api/(calendars|entitlement|freezes|payments-report|reconciliations|story|time-machine)',
  'releases/',
  'workflows/(calendar-rollout|claim|ladders|payout|scholarship|sweeper)\\.',
  'cli/(setup|time-machine|calendar|scholarship)',
].join('|');
/** Those of them which need no Temporal. */
const WITHOUT_TEMPORAL = 'activities/(checks|payout|reconcile)\\.|api/payments-report';
const FLAGS = ['--disable-warning=TimeoutNegativeWarning', '--disable-warning=ExperimentalWarning'];

const rootDir = process.cwd();
const ours = join(rootDir, '.run', `dates-${process.pid}`);
const note = (line: string): void => console.error(line);

type Machinery = { readonly library: string; readonly temporalFolder?: string };

async function main(): Promise<number> {
  const { clocks, pure, stack, only } = readOptions(process.argv.slice(2));
  const signal = interruption();
  const machinery = await prepare(stack);
  const tallies: Tally[] = [];
  try {
    for (const clock of clocks) {
      if (pure && !signal.aborted) tallies.push(await runPure(clock, machinery, signal, only));
      if (stack && !signal.aborted) tallies.push(await runOnServers(clock, machinery, signal, only));
    }
  } finally {
    rmSync(ours, { recursive: true, force: true });
    forgetRemovedData();
  }
  console.log(`\n${table(tallies)}\n`);
  if (machinery.temporalFolder === undefined && stack) console.log('Without Go no Temporal under another clock: its tests were left out.');
  if (signal.aborted) console.log('Interrupted: this is not the whole.');
  console.log(lastLine(tallies));
  return signal.aborted || totals(tallies).failed > 0 ? 1 : 0;
}

async function prepare(stack: boolean): Promise<Machinery> {
  mkdirSync(ours, { recursive: true });
  const library = faketimeLibrary(note);
  const wished = realNow() + 1_000 * 86_400_000;
  const shown = showsTo(clockEnv(library, offsetTo({ startsAt: wished }, realNow())));
  const isOff = Object.values(shown).some((at) => Math.abs(at - wished) > 60_000);
  if (isOff) throw new Error(`${library} does not move the clock of Node ${process.version} and its children: ${JSON.stringify(shown)}`);
  if (!stack) return { library };
  const progress = createProgress('temporal', note);
  const temporalFolder = await temporalWithClock(rootDir, progress).finally(() => progress.close());
  return temporalFolder === undefined ? { library } : { library, temporalFolder };
}

function runPure(clock: Clock, { library }: Machinery, signal: AbortSignal, only?: string): Promise<Tally> {
  return runJest(clock, 'pure', matching(only), clockEnv(library, offsetTo(clock, realNow())), signal);
}

/** Servers of its own for every clock: a server that has seen the future takes the past for a fault. */
async function runOnServers(clock: Clock, { library, temporalFolder }: Machinery, signal: AbortSignal, only?: string): Promise<Tally> {
  const env = clockEnv(library, offsetTo(clock, realNow()));
  const dataDir = join(ours, clock.name);
  const logFile = join(ours, `${clock.name}.log`);
  const path = temporalFolder === undefined ? {} : { PATH: `${temporalFolder}${delimiter}${process.env.PATH ?? ''}` };
  const none = { SANTUN_TEMPORAL_ADDRESS: undefined, SANTUN_KAFKA_BROKERS: undefined, SANTUN_MONGO_URL: undefined };
  const servers = spawnChild({
    name: 'servers',
    command: process.execPath,
    args: [...FLAGS, 'stack/servers.ts', '--data', dataDir],
    env: { SANTUN_CLOCK_OFFSET_SECONDS: env.SANTUN_CLOCK_OFFSET_SECONDS, ...path, ...none },
    logFile,
    marker: dataDir,
  });
  try {
    const addresses = await addressesOf(servers, join(dataDir, 'env.json'), logFile);
    const patterns = only ?? (temporalFolder === undefined ? WITHOUT_TEMPORAL : TOUCH_CALENDARS);
    return await runJest(clock, 'stack', matching(patterns), { ...env, ...addresses }, signal);
  } catch (failure) {
    note(failure instanceof Error ? failure.message : String(failure));
    return { name: `${clock.name} stack`, seconds: 0, passed: 0, failed: 1, skipped: 0 };
  } finally {
    await servers.stop(60_000);
  }
}

function matching(patterns: string | undefined): string {
  return patterns === undefined ? '' : ` --testPathPatterns '${patterns}'`;
}

async function addressesOf(servers: Child, file: string, logFile: string): Promise<Readonly<Record<string, string>>> {
  const isThere = async (): Promise<void> => {
    if (!existsSync(file)) throw new Error('not yet');
  };
  const giveUp = (): string | undefined => (servers.exit() === undefined ? undefined : `The servers ended:\n${logTail(logFile)}`);
  await waitUntil('the servers under another clock', isThere, { withinMs: 15 * 60_000, everyMs: 250, giveUp });
  return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
}

async function runJest(
  clock: Clock,
  project: Project,
  more: string,
  env: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Tally> {
  const name = `${clock.name} ${project}`;
  console.log(`\n── ${name}: ${clock.shows} WITA`);
  const resultFile = join(ours, `${clock.name}-${project}.json`);
  const command = `jest --selectProjects ${project} --maxWorkers=2${more} --json --outputFile "${resultFile}"`;
  const options = `${process.env.NODE_OPTIONS ?? ''} --disable-warning=TimeoutNegativeWarning`.trim();
  const end = await runStep({ name, command }, { rootDir, live: true, env: { ...env, NODE_OPTIONS: options }, signal });
  return tallyJest(end, readJestResult(resultFile));
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    note(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
