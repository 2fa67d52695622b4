import type { ClockId } from './definitions.ts';
import { rungKey } from './ladder.ts';
import { DEFAULT_LADDERS } from './ladder-rows.ts';
import type { ClockLedger } from './ledger.ts';

export const TOLD_STANDINGS = ['safe', 'soon', 'late'] as const;
export type ToldStanding = (typeof TOLD_STANDINGS)[number];

type Clocks = readonly Pick<ClockLedger, 'clock' | 'generation' | 'stoppedAt'>[];

const SOON_PERCENT = 75;

/**
 * The furthest rung told on the running clocks of law and promise. Read from what was told, so that a hundred thousand claims can be counted
 * each minute without laying out a calendar; it follows the true standing (`deriveClock`) by the time until somebody could be told.
 */
export function toldStanding(clocks: Clocks, rungs: readonly { readonly key: string }[]): ToldStanding {
  const told = new Set(rungs.map(({ key }) => key));
  const standings = clocks.filter(isDeadline).map((ledger) => standingOf(ledger, told));
  return TOLD_STANDINGS.findLast((standing) => standings.includes(standing)) ?? 'safe';
}

function isDeadline({ clock, stoppedAt }: Clocks[number]): boolean {
  return stoppedAt === undefined && ladderOf(clock).id === 'deadline';
}

function standingOf(ledger: Clocks[number], told: ReadonlySet<string>): ToldStanding {
  const rungs = ladderOf(ledger.clock).rungs.filter(({ id }) => told.has(rungKey(ledger, id)));
  if (rungs.some((rung) => !('percent' in rung) || rung.percent >= 100)) return 'late';
  return rungs.some((rung) => 'percent' in rung && rung.percent >= SOON_PERCENT) ? 'soon' : 'safe';
}

function ladderOf(clock: ClockId) {
  return DEFAULT_LADDERS[clock];
}
