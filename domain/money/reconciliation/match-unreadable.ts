import { spanOf } from './bank-day.ts';
import { type Difference, ofTransfer } from './difference.ts';
import { nameUnreadable } from './entry-names.ts';
import type { DayInput } from './match-input.ts';

type Direction = 'out' | 'in';

/**
 * A line that cannot be read is one case, whoever it is about: what our books say of that transfer is explained by it, so that the same money is
 * not missed a second time.
 */
export function unreadableDifferences({ statement, transfers }: DayInput): readonly Difference[] {
  const { from, until } = spanOf(statement.day);
  const byReference = new Map(transfers.map((transfer) => [transfer.reference, transfer]));
  const explained = new Set(
    statement.entries.flatMap(({ kind, reference, direction }) => (kind === 'fee' ? [] : [`${reference}:${direction}`])),
  );
  const isToday = (at: number | undefined): boolean => at !== undefined && at >= from && at < until;
  return nameUnreadable(statement.day, statement.unreadable ?? []).map(({ line: unreadable, name }): Difference => {
    const { reference = '', direction, bankReference, line, faults } = unreadable;
    const transfer = byReference.get(reference);
    const booked = (one: Direction, at: number | undefined): number => {
      const key = `${reference}:${one}`;
      if (!transfer || (direction ?? one) !== one || !isToday(at) || explained.has(key)) return 0;
      explained.add(key);
      return one === 'out' ? transfer.amount : -transfer.amount;
    };
    const ours = booked('out', transfer?.confirmedAt) + booked('in', transfer?.reversedAt);
    return {
      kind: 'unreadable-line',
      subject: name,
      effect: -ours,
      unreadable: { line, faults },
      ...(ours === 0 ? {} : { ours }),
      ...(bankReference === undefined ? {} : { bankReference }),
      ...(transfer ? ofTransfer(transfer) : {}),
    };
  });
}
