import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/instant.ts';
import type { Rupiah } from '../money.ts';

/** One entry of the bank's statement of our account. */
export type StatementEntry = {
  readonly bankReference: string;
  /** Ours, where the bank carries it. */
  readonly reference?: string;
  /** `out` leaves our account. */
  readonly direction: 'out' | 'in';
  readonly amount: Rupiah;
  readonly at: Instant;
};

/** A page of one day's statement; the balances are those of the whole day. */
export type StatementPage = { readonly opening: number; readonly closing: number; readonly entries: readonly StatementEntry[] };

export type Statement = StatementPage & { readonly day: Day };

/** The same order for the same entries, however the bank lists them. */
export function byTime(a: StatementEntry, b: StatementEntry): number {
  return a.at - b.at || compare(a.direction, b.direction) || compare(a.bankReference, b.bankReference) || a.amount - b.amount;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}
