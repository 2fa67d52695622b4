import { toIso } from '#domain/time/calendar/instant.ts';
import { delay } from '#stack/wait.ts';
import { realNow } from '../support/real-clock.ts';
import { createBackOffice } from './back-office.ts';
import type { Recovery } from './breaker.ts';
import type { Crash } from './component.ts';
import { drain } from './drain.ts';
import { openFolder } from './folder.ts';
import { gatherEvidence } from './gather.ts';
import { judge } from './oracle.ts';
import type { Pace } from './plan.ts';
import { lateRecoveries, type Outcome } from './report.ts';
import { castOf } from './stories.ts';
import { blow } from './storm.ts';
import { openTheatre, type Theatre } from './theatre.ts';
import { type ChaosWorld, startChaosWorld } from './world.ts';

export type RunOptions = {
  readonly seed: number;
  readonly minutes: number;
  readonly claims: number;
  readonly pace: Pace;
  /** How long coming to rest may take. */
  readonly drainMs: number;
  readonly note: (line: string) => void;
  readonly signal: AbortSignal;
};

/** `logs` where there is something to look for in them, and only then. */
export type Run = { readonly outcome: Outcome; readonly logs?: string };

const PROGRESS_EVERY_MS = 10_000;

/** Starts everything, breaks it for as long as asked, lets it come to rest, judges, stops everything. */
export async function runChaos(options: RunOptions): Promise<Run> {
  const folder = await openFolder(options.seed);
  const crashes: Crash[] = [];
  let isLogWorthKeeping = true;
  try {
    const { note, signal } = options;
    const world = await startChaosWorld({ dataDir: folder.dataDir, log: note, signal, onCrash: (crash) => crashes.push(crash) });
    try {
      const outcome = { ...(await inWorld(world, options)), crashes };
      isLogWorthKeeping = outcome.findings.length + outcome.crashes.length + Object.keys(outcome.odd).length > 0;
      return isLogWorthKeeping ? { outcome, logs: folder.logs } : { outcome };
    } finally {
      await world.close();
    }
  } catch (error) {
    if (!options.signal.aborted) throw error;
    isLogWorthKeeping = false;
    throw new Error('Interrupted: nothing was judged.', { cause: error });
  } finally {
    folder.remove(isLogWorthKeeping);
  }
}

async function inWorld(world: ChaosWorld, options: RunOptions): Promise<Omit<Outcome, 'crashes'>> {
  const { seed, minutes, claims, pace, note, signal } = options;
  const ending = new AbortController();
  const patience = AbortSignal.any([signal, ending.signal]);
  const windowMs = minutes * 60_000;
  const at = toIso(realNow());
  note(`${claims} families: their accounts are opened, their credits signed, their deaths reported`);
  const theatre = await openTheatre({ world, cast: castOf(seed, claims), windowMs, signal: patience });
  const recoveries: Recovery[] = [];
  const progress = tellProgress(theatre, recoveries, note, patience);
  try {
    const storm = await blow(world, theatre, { seed, windowMs, pace, note, tell: (one) => recoveries.push(one), signal: patience });
    theatre.stage.turns.release();
    note(`the killing is over after ${Math.round(storm.brokenForMs / 1000)} s; coming to rest`);
    const drainBegan = performance.now();
    await drain(world, theatre.stage.watch, theatre.told(), AbortSignal.any([patience, AbortSignal.timeout(options.drainMs)]));
    const drainedWithinMs = performance.now() - drainBegan;
    ending.abort();
    await theatre.close();
    signal.throwIfAborted();
    const bank = createBackOffice(world.sandbox.santun.SANTUN_BANK_URL ?? '', signal);
    const evidence = await gatherEvidence(world, bank, theatre.told());
    const findings = [...judge(evidence), ...lateRecoveries(recoveries)];
    return { seed, minutes, claims, at, ...storm, recoveries, drainedWithinMs, ...moneyIn(evidence.ledger), odd: theatre.odd, findings };
  } finally {
    ending.abort();
    await Promise.allSettled([theatre.close(), progress]);
  }
}

function moneyIn({ entries }: Awaited<ReturnType<typeof gatherEvidence>>['ledger']): Pick<Outcome, 'transfers' | 'paid'> {
  const transfers = entries.filter(({ kind }) => kind === 'transfer');
  const amounts = transfers.map(({ postings }) => Math.max(...postings.map(({ amount }) => amount)));
  return { transfers: transfers.length, paid: amounts.reduce((sum, amount) => sum + amount, 0) };
}

async function tellProgress(
  { stage, troubles }: Theatre,
  recoveries: readonly Recovery[],
  note: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const startedAt = performance.now();
  while (!signal.aborted) {
    await delay(PROGRESS_EVERY_MS, signal);
    if (signal.aborted) return;
    const claims = Object.entries(stage.watch.tally()).map(([status, count]) => `${count} ${status}`);
    const at = String(Math.round((performance.now() - startedAt) / 1000)).padStart(4);
    const kills = recoveries.reduce((sum, recovery) => sum + recovery.kills, 0);
    const trouble = troubles() > 0 ? `; ${troubles()} in trouble` : '';
    note(`${at} s  ${claims.join(', ') || 'no claim yet'}; ${kills} kills${trouble}`);
  }
}
