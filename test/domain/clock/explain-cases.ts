import { NTT_2026 } from '#domain/calendar/packs/ntt-2026.ts';
import { explainDeadline, formatExplanation } from '#domain/clock/explain.ts';
import { rupiah } from '#domain/money.ts';
import { type Switches, withSwitches } from '#domain/rules/switches.ts';
import { type LedgerCase, ledgerOf, wita } from './clock-cases.ts';

export const PACK = { ...NTT_2026, version: 2 };

export function explain(given: LedgerCase & { asOf?: string; switches?: Partial<Switches>; base?: number }): string[] {
  const ledger = ledgerOf(given);
  const asOf = given.asOf === undefined ? ledger.startedAt : wita(given.asOf);
  const base = given.base === undefined ? undefined : rupiah(given.base);
  return formatExplanation(explainDeadline(ledger, PACK, asOf, withSwitches(given.switches), base));
}

/** Columns apart, so that a test does not count spaces. */
export function cells(lines: readonly string[]): string[][] {
  return lines.map((line) => line.split(/ {2,}/));
}
