import type { Instant } from '#domain/time/calendar/instant.ts';
import { spanOf } from './bank-day.ts';
import { type Difference, outflow } from './difference.ts';
import type { Matched } from './match-entries.ts';
import type { DayInput } from './match-input.ts';
import type { Statement } from './statement.ts';
import type { Transfer } from './transfers.ts';

export type Sum = { readonly count: number; readonly amount: number };

/** Our books and the statement say the same of it, on different days: midnight passed between the booking and the answer. */
export type Shifted = { readonly payoutId: string; readonly issue: number; readonly amount: number };

export type Totals = {
  readonly opening: number;
  readonly closing: number;
  /** What the balances have beside whole rupiah. */
  readonly openingSen?: number;
  readonly closingSen?: number;
  /** Without the bank's charges and without lines that cannot be read: `opening` − `closing` = `out` − `in` + `fees` + `unreadable`. */
  readonly out: Sum;
  readonly in: Sum;
  /** The bank's charges, less those it gave back. Absent in runs of release 0.2.0, as is `unreadable`. */
  readonly fees?: Sum;
  /** How many lines nobody could read, and what they moved together if the balances are right. */
  readonly unreadable?: Sum & { readonly sen?: number };
  /** First sent on the day, whatever became of it. */
  readonly ordered: Sum;
  readonly confirmed: Sum;
  readonly reversed: Sum;
  /** Statement less books, as money out of the account: the sum of `shifted` and of what the differences add. */
  readonly difference: number;
  readonly shifted: readonly Shifted[];
  /** What is left when the shifted is taken away: 0, or the sum of the differences. */
  readonly unexplained: number;
};

export function totalsOf({ statement, transfers }: DayInput, matched: readonly Matched[], differences: readonly Difference[]): Totals {
  const { from, until } = spanOf(statement.day);
  const isToday = (at: Instant | undefined): boolean => at !== undefined && at >= from && at < until;
  const amounts = (direction: 'out' | 'in') =>
    sum(statement.entries.filter(({ kind, ...entry }) => kind !== 'fee' && entry.direction === direction));
  const [confirmed, reversed] = [transfers.filter((one) => isToday(one.confirmedAt)), transfers.filter((one) => isToday(one.reversedAt))];
  const booked = new Map<string, number>();
  for (const { reference, amount } of confirmed) add(booked, reference, amount);
  for (const { reference, amount } of reversed) add(booked, reference, -amount);
  const [out, into] = [amounts('out'), amounts('in')];
  const difference = out.amount - into.amount - (sum(confirmed).amount - sum(reversed).amount);
  const shifted = shiftedOf(transfers, booked, claimedOf(matched, differences, transfers));
  return {
    ...balancesOf(statement),
    out,
    in: into,
    fees: sum(statement.entries.filter(({ kind }) => kind === 'fee').map((entry) => ({ amount: outflow(entry) }))),
    unreadable: unreadableOf(statement),
    ordered: sum(transfers.filter(({ sentAt }) => isToday(sentAt))),
    confirmed: sum(confirmed),
    reversed: sum(reversed),
    difference,
    shifted,
    unexplained: differences.reduce((total, { effect }) => total + effect, 0),
  };
}

function balancesOf({ opening, closing, openingSen = 0, closingSen = 0 }: Statement) {
  return { opening, closing, ...(openingSen === 0 ? {} : { openingSen }), ...(closingSen === 0 ? {} : { closingSen }) };
}

function unreadableOf({ opening, closing, openingSen = 0, closingSen = 0, entries, unreadable = [] }: Statement) {
  if (unreadable.length === 0) return { count: 0, amount: 0 };
  const left = openingSen - closingSen;
  const amount = opening - closing - entries.reduce((total, entry) => total + outflow(entry), 0) - (left < 0 ? 1 : 0);
  return { count: unreadable.length, amount, ...(left === 0 ? {} : { sen: left < 0 ? left + 100 : left }) };
}

/** What matches and differences say our books hold of each transfer. */
function claimedOf(matched: readonly Matched[], differences: readonly Difference[], transfers: readonly Transfer[]) {
  const claimed = new Map<string, number>();
  for (const { entry, transfer } of matched) add(claimed, transfer.reference, outflow(entry));
  const byName = new Map(transfers.map((one) => [`${one.payoutId}:${one.issue}`, one.reference]));
  for (const { kind, payoutId, issue, ours = 0 } of differences) {
    const reference = byName.get(`${payoutId}:${issue}`);
    if (reference !== undefined && kind !== 'no-reply') add(claimed, reference, ours);
  }
  return claimed;
}

function shiftedOf(transfers: readonly Transfer[], booked: ReadonlyMap<string, number>, claimed: ReadonlyMap<string, number>) {
  return transfers
    .map(({ payoutId, issue, reference }) => ({ payoutId, issue, amount: (claimed.get(reference) ?? 0) - (booked.get(reference) ?? 0) }))
    .filter(({ amount }) => amount !== 0)
    .toSorted((a, b) => (`${a.payoutId}:${a.issue}` < `${b.payoutId}:${b.issue}` ? -1 : 1));
}

function add(to: Map<string, number>, key: string, amount: number): void {
  to.set(key, (to.get(key) ?? 0) + amount);
}

function sum(items: readonly { readonly amount: number }[]): Sum {
  return { count: items.length, amount: items.reduce((total, { amount }) => total + amount, 0) };
}
