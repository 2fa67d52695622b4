import { bankDayOf } from '#domain/money/reconciliation/bank-day.ts';
import { outflow } from '#domain/money/reconciliation/difference.ts';
import type { EntryOfDay } from '#domain/money/reconciliation/match-input.ts';
import type { Sum } from '#domain/money/reconciliation/totals.ts';
import type { Transfer } from '#domain/money/reconciliation/transfers.ts';
import type { Day } from '#domain/time/calendar/day.ts';

/** Money that left for a benefit, or came back, on a day of the bank. */
export type Movement = { readonly transfer: Transfer; readonly direction: 'out' | 'in'; readonly day: Day; readonly amount: number };

/**
 * What our books say moved. It counts on the day on which the bank's statement has it; until there is one, on the day on which the bank
 * said so.
 */
export function movementsOf(transfers: readonly Transfer[], entries: readonly EntryOfDay[]): readonly Movement[] {
  const bookedOn = new Map(entries.toReversed().map(({ reference, direction, day }) => [`${reference}:${direction}`, day]));
  return transfers.flatMap((transfer) => {
    const { reference, amount, confirmedAt, reversedAt } = transfer;
    const move = (direction: 'out' | 'in', at: number | undefined): Movement[] =>
      at === undefined ? [] : [{ transfer, direction, amount, day: bookedOn.get(`${reference}:${direction}`) ?? bankDayOf(at) }];
    // What came back had left, also where the bank never said so.
    return [...move('out', confirmedAt ?? reversedAt), ...move('in', reversedAt)];
  });
}

/** What a payment was for, or whose it was: the parts sum to its amount. */
export type Part = { readonly group: string; readonly amount: number; readonly isLate?: boolean };

/**
 * What the counts of a report count. One payment carries several benefits, so grouped by benefit its lines are counted; grouped by
 * anything else, payments. Either way the rows' counts add up to the total's.
 */
export type Counted = 'payments' | 'benefit-lines';

/** `late`: how much of `net` is compensation for lateness. */
export type ReportRow = {
  readonly group: string;
  readonly paid: Sum;
  readonly returned: Sum;
  readonly net: number;
  readonly late: number;
};
/** `month` is a month (`2026-11`) or a year (`2026`). `payments`: how many left, whatever the rows count. */
export type PaymentsReport = {
  readonly month: string;
  readonly counted: Counted;
  readonly rows: readonly ReportRow[];
  readonly total: ReportRow;
  readonly payments: number;
};

const TOTAL = 'total';

/** `counts`: whether it adds one to its row's count. */
type Moved = Part & Pick<Movement, 'direction'> & { readonly counts: boolean };

/** Rows by name; every column sums to the total, whatever the rows are grouped by. */
export function paymentsReport(
  month: string,
  movements: readonly Movement[],
  partsOf: (movement: Movement) => readonly Part[],
  counted: Counted = 'payments',
): PaymentsReport {
  const ofMonth = movements.filter(({ day }) => isIn(month, day));
  const moved = ofMonth.flatMap((movement) => movedOf(movement, partsOf(movement), counted));
  const groups = Map.groupBy(moved, ({ group }) => group);
  const rows = [...groups].map(([group, list]) => toRow(group, list)).toSorted((a, b) => (a.group < b.group ? -1 : 1));
  const payments = ofMonth.filter(({ direction }) => direction === 'out').length;
  return { month, counted, rows, total: toRow(TOTAL, moved), payments };
}

/** A payment of two groups is one payment all the same: it is counted where most of it went. */
function movedOf({ amount, direction }: Movement, parts: readonly Part[], counted: Counted): readonly Moved[] {
  const all = withoutGap(amount, parts);
  const most = all.reduce((best, part) => (part.amount > best.amount ? part : best));
  return all.map((part) => ({ ...part, direction, counts: counted === 'benefit-lines' || part === most }));
}

export const UNKNOWN_GROUP = '-';

/** A rupiah that no part names is still a rupiah that moved. */
function withoutGap(amount: number, parts: readonly Part[]): readonly Part[] {
  const gap = amount - parts.reduce((sum, part) => sum + part.amount, 0);
  return gap === 0 && parts.length > 0 ? parts : [...parts, { group: UNKNOWN_GROUP, amount: gap }];
}

function toRow(group: string, moved: readonly Moved[]): ReportRow {
  const sum = (direction: 'out' | 'in'): Sum => {
    const list = moved.filter((one) => one.direction === direction);
    return { count: list.filter(({ counts }) => counts).length, amount: amountOf(list) };
  };
  const [paid, returned] = [sum('out'), sum('in')];
  return { group, paid, returned, net: paid.amount - returned.amount, late: lateOf(moved) };
}

function lateOf(moved: readonly Moved[]): number {
  return moved.reduce((total, { isLate, direction, amount }) => total + (isLate ? outflow({ direction, amount }) : 0), 0);
}

function amountOf(list: readonly { readonly amount: number }[]): number {
  return list.reduce((total, { amount }) => total + amount, 0);
}

export function isIn(month: string, day: Day): boolean {
  return day.startsWith(`${month}-`);
}
