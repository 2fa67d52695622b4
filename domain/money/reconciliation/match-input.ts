import type { Day } from '#domain/time/calendar/day.ts';
import type { FeeRules } from './fees.ts';
import type { Statement, StatementEntry, UnreadableLine } from './statement.ts';
import type { Transfer } from './transfers.ts';

export type EntryOfDay = StatementEntry & { readonly day: Day };

export type DayInput = {
  readonly statement: Statement;
  /** Every transfer that may have to do with the day; those that have nothing to do with it change nothing. */
  readonly transfers: readonly Transfer[];
  /** Entries of other days that carry a reference of these transfers. */
  readonly elsewhere: readonly EntryOfDay[];
  /** Lines of other days that could not be read and are about these transfers. */
  readonly unreadableElsewhere?: readonly Pick<UnreadableLine, 'reference' | 'direction'>[];
  /** What the day before ended with, when it is known. */
  readonly previousClosing?: number;
  readonly previousClosingSen?: number;
  /** How this bank books its charges. */
  readonly feeRules?: FeeRules;
};

/** How often money went out under a reference, less how often it came back. */
export function netOf(entries: readonly Pick<StatementEntry, 'direction'>[]): number {
  return entries.reduce((net, { direction }) => net + (direction === 'out' ? 1 : -1), 0);
}
