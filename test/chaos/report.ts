import type { Recovery } from './breaker.ts';
import type { Crash } from './component.ts';
import type { Finding } from './oracle.ts';

/** What a run came to. */
export type Outcome = {
  readonly seed: number;
  readonly minutes: number;
  readonly claims: number;
  readonly at: string;
  readonly brokenForMs: number;
  readonly drainedWithinMs: number;
  readonly mostInFlight: number;
  readonly transfers: number;
  readonly paid: number;
  /** Transfers struck by a fault, of a thousand. */
  readonly faultsPerMille: number;
  readonly recoveries: readonly Recovery[];
  /** Parts that ended by themselves, because another one was away; started again like killed ones. */
  readonly crashes: readonly Crash[];
  /** Answers nobody should get. */
  readonly odd: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
};

/** design.md section 14. */
export const BACK_WITHIN_MS = 30_000;

export type Row = {
  readonly component: string;
  readonly kills: number;
  readonly ready: Spread;
  readonly worked: Spread;
  readonly fromKill: Spread;
  readonly late: number;
};
type Spread = { readonly median: number; readonly max: number };

/** One row for each part, the slowest first. */
export function rowsOf(recoveries: readonly Recovery[]): readonly Row[] {
  return [...Map.groupBy(recoveries, ({ component }) => component)]
    .map(([component, all]): Row => {
      const worked = all.map(({ workedMs = Number.POSITIVE_INFINITY }) => workedMs);
      return {
        component,
        kills: all.reduce((sum, { kills }) => sum + kills, 0),
        ready: spreadOf(all.map(({ readyMs = Number.POSITIVE_INFINITY }) => readyMs)),
        worked: spreadOf(worked),
        fromKill: spreadOf(all.map(({ downMs, workedMs = Number.POSITIVE_INFINITY }) => downMs + workedMs)),
        late: worked.filter((ms) => ms > BACK_WITHIN_MS).length,
      };
    })
    .sort((one, other) => other.worked.max - one.worked.max);
}

/** A part that is not back in time breaks the run as a lost payment does. */
export function lateRecoveries(recoveries: readonly Recovery[]): readonly Finding[] {
  return recoveries
    .filter(({ workedMs = Number.POSITIVE_INFINITY }) => workedMs > BACK_WITHIN_MS)
    .map(({ component, atMs, workedMs, others }) => ({
      broken: 'stuck',
      expected: `${component} at work within ${BACK_WITHIN_MS / 1000} s of its start`,
      found: `${workedMs === undefined ? 'never' : seconds(workedMs)}, killed ${seconds(atMs)} into the run with ${others.join(', ') || 'nothing else'}`,
    }));
}

export function describe(outcome: Outcome): string {
  const { seed, claims, mostInFlight, transfers, paid, faultsPerMille, recoveries, crashes, odd, findings } = outcome;
  const kills = recoveries.reduce((sum, recovery) => sum + recovery.kills, 0);
  return [
    `seed ${seed}: ${claims} claims, at most ${mostInFlight} open at once; ${transfers} transfers, ${paid} rupiah; ${faultsPerMille} of 1000 transfers struck`,
    `${kills} kills in ${seconds(outcome.brokenForMs)}, everything at rest ${seconds(outcome.drainedWithinMs)} after the last`,
    '',
    ...table(recoveries),
    '',
    ...crashLines(crashes),
    ...Object.entries(odd).map(([what, times]) => `odd: ${what}, ${times} times`),
    ...findings.map(({ broken, claimId, expected, found }) => `BROKEN (${broken}) ${claimId ?? ''}: expected ${expected}; found ${found}`),
    findings.length === 0 ? '0 lost, 0 duplicate, 0 stuck' : `${findings.length} findings`,
  ].join('\n');
}

function table(recoveries: readonly Recovery[]): readonly string[] {
  const head = ['part', 'kills', 'ready p50', 'ready max', 'at work p50', 'at work max', 'from the kill max'];
  const cells = rowsOf(recoveries).map(cellsOf);
  return [head, ...cells].map((row) => row.map((cell, index) => (index === 0 ? cell.padEnd(22) : cell.padStart(18))).join(''));
}

/** Rows for the table of docs/reliability.md. */
export function markdownOf({ recoveries }: Pick<Outcome, 'recoveries'>): string {
  return rowsOf(recoveries)
    .map((row) => `| ${cellsOf(row).join(' | ')} |`)
    .join('\n');
}

function cellsOf({ component, kills, ready, worked, fromKill }: Row): readonly string[] {
  const times = [ready.median, ready.max, worked.median, worked.max, fromKill.max];
  return [component, String(kills), ...times.map(seconds)];
}

function crashLines(crashes: readonly Crash[]): readonly string[] {
  return [...Map.groupBy(crashes, ({ component, why }) => `${component} ${why}`)].map(([what, all]) => `${what}, ${all.length} times`);
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}

function seconds(ms: number): string {
  return Number.isFinite(ms) ? `${(ms / 1000).toFixed(1)} s` : 'never';
}
