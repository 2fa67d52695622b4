import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { interruption } from './interruption.ts';
import { endLeftovers, isAlive } from './leftovers.ts';
import { forgetRemovedData } from './mongo.ts';
import { type Servers, startServers } from './servers.ts';
import { jestStep, type Project, runStep, staticSteps } from './steps.ts';
import { lastLine, readJestResult, type Tally, table, tallyCheck, tallyJest, totals } from './summary.ts';

const rootDir = process.cwd();
const runs = join(rootDir, '.run');
const ours = join(runs, `test-${process.pid}`);
const log = (line: string): void => console.log(line);

/** All of `npm test`: every step runs even after one has failed, so that one run tells everything. */
async function runEverything(signal: AbortSignal): Promise<readonly Tally[]> {
  const tallies: Tally[] = [];
  for (const step of staticSteps(rootDir)) {
    if (signal.aborted) return tallies;
    heading(step.name);
    tallies.push(tallyCheck(await runStep(step, { rootDir, live: true, signal })));
  }
  if (!signal.aborted) tallies.push(await runJest('pure', {}, signal));
  if (!signal.aborted) tallies.push(...(await runOnServers(signal)));
  if (!signal.aborted) tallies.push(await runJest('chaos', {}, signal));
  return tallies;
}

async function runOnServers(signal: AbortSignal): Promise<readonly Tally[]> {
  heading('servers');
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1000;
  let servers: Servers | undefined;
  try {
    servers = await startServers({ dataDir: join(ours, 'servers'), log, rootDir, signal });
    const started = tallyCheck({ name: 'servers', seconds: seconds(), code: 0 });
    return signal.aborted ? [started] : [started, await runJest('stack', servers.env, signal)];
  } catch (failure) {
    log(failure instanceof Error ? failure.message : String(failure));
    return [tallyCheck({ name: 'servers', seconds: seconds(), code: 1 })];
  } finally {
    await servers?.stop();
  }
}

async function runJest(project: Project, env: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Tally> {
  heading(`${project} tests`);
  const resultFile = join(ours, `${project}.json`);
  // kafkajs arms timers in the past on every connection; harmless, and a page of warnings otherwise.
  const options = `${process.env.NODE_OPTIONS ?? ''} --disable-warning=TimeoutNegativeWarning`.trim();
  const end = await runStep(jestStep(project, resultFile), { rootDir, live: true, env: { ...env, NODE_OPTIONS: options }, signal });
  return tallyJest(end, readJestResult(resultFile));
}

const heading = (name: string): void => log(`\n── ${name}`);

/** A run that was killed could not tidy up: its servers ended with it or are ended now, and its folder goes. */
async function sweepDeadRuns(): Promise<void> {
  if (!existsSync(runs)) return;
  for (const entry of readdirSync(runs)) {
    const pid = /^test-(\d+)$/.exec(entry)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    for (const server of ['temporal', 'kafka', 'mongo', 'mongod']) await endLeftovers(join(runs, entry, 'servers', server), log);
    rmSync(join(runs, entry), { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const signal = interruption();
  await sweepDeadRuns();
  mkdirSync(ours, { recursive: true });
  let tallies: readonly Tally[] = [];
  try {
    tallies = await runEverything(signal);
  } finally {
    rmSync(ours, { recursive: true, force: true });
    forgetRemovedData();
  }
  log(`\n${table(tallies)}\n`);
  if (signal.aborted) log('Interrupted: what follows is not the whole.');
  log(lastLine(tallies));
  // Not by letting the work run out: an interrupted build would go on for minutes.
  process.exit(signal.aborted || totals(tallies).failed > 0 ? 1 : 0);
}

await main();
