import type { Spread } from './in-flight.ts';
import type { Figures } from './measure.ts';

export type Stages = { readonly registered: Spread; readonly decided: Spread; readonly paid: Spread };
export type Level = { readonly atOnce: number; readonly naive: Figures; readonly claim: Figures; readonly stages: Stages };
export type OneUser = { readonly bare: Spread; readonly claim: Spread };

const GROUPS = ['temporal', 'workers', 'store', 'client', 'kafka', 'bank'] as const;
const WIDTHS = [40, 12, 12, 14] as const;

/** One table per number in flight: the baseline, the claim, and the second divided by the first. */
export function levelTable({ atOnce, naive, claim, stages }: Level): string {
  const cpuRows = GROUPS.map((group) => row(`  ${group}`, naive.cpuMs[group], claim.cpuMs[group]));
  return [
    line(`${atOnce} in flight, ${claim.count} claims`, 'naive', 'claim', 'claim/naive'),
    row('claims per second', naive.perSecond, claim.perSecond),
    row('CPU ms per claim, the four below', naive.cpuMsCounted, claim.cpuMsCounted),
    ...cpuRows,
    row('busy, % of all cores', naive.busy * 100, claim.busy * 100),
    row('Temporal actions per claim', naive.actions, claim.actions),
    row('history events per claim', naive.events, claim.events),
    row('update round trip p50, ms', naive.updates.p50, claim.updates.p50),
    row('update round trip p95, ms', naive.updates.p95, claim.updates.p95),
    row('report → registered p50, ms', undefined, stages.registered.p50),
    row('seven decisions, two sittings p50, ms', undefined, stages.decided.p50),
    row('approved → closed p50, ms', undefined, stages.paid.p50),
  ].join('\n');
}

export function oneUserTable({ bare, claim }: OneUser): string {
  return [
    line(`one user, ${claim.count} updates each`, 'bare', 'claim', 'claim/bare'),
    row('update round trip p50, ms', bare.p50, claim.p50),
    row('update round trip p95, ms', bare.p95, claim.p95),
  ].join('\n');
}

export function idleLine(idleMsPerSecond: Readonly<Record<string, number>>): string {
  const parts = Object.entries(idleMsPerSecond).map(([group, ms]) => `${group} ${ms.toFixed(1)}`);
  return `CPU ms per second with nothing to do: ${parts.join(', ')}`;
}

function row(label: string, base: number | undefined, value: number | undefined): string {
  const ratio = base === undefined || value === undefined ? '' : `${(value / base).toFixed(2)} ×`;
  return line(label, figure(base), figure(value), ratio);
}

function figure(value: number | undefined): string {
  if (value === undefined) return '-';
  return value.toFixed(value < 100 ? 1 : 0);
}

function line(...cells: readonly [string, string, string, string]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[index] ?? 0))).join('');
}
