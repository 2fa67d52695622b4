import type { Day } from '../calendar/day.ts';
import { bankDayOf } from '../reconciliation/bank-day.ts';
import type { EntryOfDay } from '../reconciliation/match-input.ts';
import type { Sum } from '../reconciliation/totals.ts';
import type { Transfer } from '../reconciliation/transfers.ts';

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

export type ReportRow = { readonly group: string; readonly paid: Sum; readonly returned: Sum; readonly net: number };
export type PaymentsReport = { readonly month: string; readonly rows: readonly ReportRow[]; readonly total: ReportRow };

const TOTAL = 'total';

/** Rows by name; they sum to the total, whatever they are grouped by. */
export function paymentsReport(month: string, movements: readonly Movement[], groupOf: (transfer: Transfer) => string): PaymentsReport {
  const ofMonth = movements.filter(({ day }) => day.startsWith(`${month}-`));
  const groups = Map.groupBy(ofMonth, ({ transfer }) => groupOf(transfer));
  const rows = [...groups].map(([group, list]) => toRow(group, list)).toSorted((a, b) => (a.group < b.group ? -1 : 1));
  return { month, rows, total: toRow(TOTAL, ofMonth) };
}

function toRow(group: string, movements: readonly Movement[]): ReportRow {
  const sum = (direction: 'out' | 'in'): Sum => {
    const list = movements.filter((one) => one.direction === direction);
    return { count: list.length, amount: list.reduce((total, { amount }) => total + amount, 0) };
  };
  const [paid, returned] = [sum('out'), sum('in')];
  return { group, paid, returned, net: paid.amount - returned.amount };
}
