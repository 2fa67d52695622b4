import type { Instant } from '#domain/time/calendar/instant.ts';
import { spanOf } from './bank-day.ts';
import { type Difference, ofTransfer } from './difference.ts';
import type { DayInput } from './match-input.ts';
import { isOverdue, type Transfer } from './transfers.ts';

/** What our books say of the day and no statement does, of this day or another; and orders the bank has not answered for more than a day. */
export function silenceDifferences({ statement, transfers, elsewhere, unreadableElsewhere = [] }: DayInput): readonly Difference[] {
  const { from, until } = spanOf(statement.day);
  const isToday = (at: Instant | undefined): boolean => at !== undefined && at >= from && at < until;
  const entries = [...statement.entries.filter(({ kind }) => kind !== 'fee'), ...elsewhere];
  const seen = new Set(entries.map(({ reference, direction }) => `${reference}:${direction}`));
  // A line that nobody could read has its own case: what it is about is not missed besides.
  for (const { reference, direction } of [...(statement.unreadable ?? []), ...unreadableElsewhere]) {
    for (const one of direction === undefined ? ['out', 'in'] : [direction]) seen.add(`${reference}:${one}`);
  }
  return transfers.flatMap((transfer): Difference[] => {
    const found: Difference[] = [];
    const { reference, amount } = transfer;
    if (isToday(transfer.confirmedAt) && !seen.has(`${reference}:out`)) {
      found.push(missing('confirmed-but-not-on-statement', transfer, amount));
    }
    if (isToday(transfer.reversedAt) && seen.has(`${reference}:out`) && !seen.has(`${reference}:in`)) {
      found.push(missing('reversed-but-not-on-statement', transfer, -amount));
    }
    if (isOverdue(transfer, until) && !seen.has(`${reference}:out`)) {
      found.push({ ...about(transfer), kind: 'no-reply', effect: 0, ours: amount });
    }
    return found;
  });
}

function missing(kind: Difference['kind'], transfer: Transfer, ours: number): Difference {
  return { ...about(transfer), kind, effect: -ours, ours, theirs: 0 };
}

function about(transfer: Transfer): Pick<Difference, 'subject' | 'payoutId' | 'claimId' | 'issue'> {
  return { subject: `${transfer.payoutId}:${transfer.issue}`, ...ofTransfer(transfer) };
}
