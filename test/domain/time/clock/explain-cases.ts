import { type Switches, withSwitches } from '#domain/law/rules/switches.ts';
import { rupiah } from '#domain/money/money.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { explainDeadline, formatExplanation } from '#domain/time/clock/explain.ts';
import { type ExplainRow, type ExplainStep, isStep } from '#domain/time/clock/explain-rows.ts';
import { type LedgerCase, ledgerOf, wita } from './clock-cases.ts';

export const PACK = { ...NTT_2026, version: 2 };

export type ExplainCase = LedgerCase & {
  readonly asOf?: string;
  readonly switches?: Partial<Switches>;
  readonly base?: number;
  readonly pack?: CalendarPack;
};

export function rowsOf({ asOf, switches, base, pack = PACK, ...given }: ExplainCase = {}): ExplainRow[] {
  const ledger = ledgerOf(given);
  const now = asOf === undefined ? ledger.startedAt : wita(asOf);
  return explainDeadline(ledger, pack, now, withSwitches(switches), base === undefined ? undefined : rupiah(base));
}

export function stepsOf(given: ExplainCase = {}): ExplainStep[] {
  return rowsOf(given).filter(isStep);
}

export function explain(given: ExplainCase): string[] {
  return formatExplanation(rowsOf(given));
}

/** Columns apart, so that a test does not count spaces. */
export function cells(lines: readonly string[]): string[][] {
  return lines.map((line) => line.split(/ {2,}/));
}
