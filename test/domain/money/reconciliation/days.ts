import { rupiah } from '#domain/money/money.ts';
import { partnerReference, payoutId } from '#domain/money/payout/payout-id.ts';
import { spanOf } from '#domain/money/reconciliation/bank-day.ts';
import type { DayInput, EntryOfDay } from '#domain/money/reconciliation/match-input.ts';
import type { StatementEntry, UnreadableLine } from '#domain/money/reconciliation/statement.ts';
import type { Transfer } from '#domain/money/reconciliation/transfers.ts';
import { type Day, day } from '#domain/time/calendar/day.ts';

export const DAY: Day = day('2026-11-20');
export const NOON = spanOf(DAY).from + 12 * 3_600_000;
export const HOUR = 3_600_000;

/** A transfer of 42 million, confirmed at noon of the day unless said otherwise. */
export function makeTransfer(n: number, changes: Partial<Transfer> = {}): Transfer {
  const id = payoutId(`UJI-${n}`, 1, 'jkm', 'once', 'heirs');
  const issue = changes.issue ?? 1;
  return {
    payoutId: id,
    claimId: `UJI-${n}`,
    issue,
    attempts: 1,
    reference: partnerReference(id, issue),
    amount: rupiah(42_000_000),
    word: 'confirmed',
    sentAt: NOON - 60_000,
    confirmedAt: NOON,
    ...changes,
  };
}

/** The same without the bank's word. */
export function unanswered(n: number, word: Transfer['word'] = 'open', changes: Partial<Transfer> = {}): Transfer {
  const { confirmedAt: _confirmedAt, ...rest } = makeTransfer(n, { word, ...changes });
  return rest;
}

let numbers = 0;

export function paid({ reference, amount }: Transfer, changes: Partial<StatementEntry> = {}): StatementEntry {
  numbers += 1;
  return { bankReference: `BNK${numbers}`, reference, direction: 'out', amount, at: NOON, ...changes };
}

export const returned = (transfer: Transfer, changes: Partial<StatementEntry> = {}): StatementEntry =>
  paid(transfer, { direction: 'in', at: NOON + HOUR, ...changes });

/** A line that nobody can read, about that transfer. */
export const garbled = ({ reference }: Transfer, changes: Partial<UnreadableLine> = {}): UnreadableLine => ({
  digest: `baris-${reference}`,
  line: 1,
  faults: [{ field: 'amount.value', problem: 'sen', told: '42000000.50' }],
  bankReference: 'BNK-SEN',
  reference,
  direction: 'out',
  ...changes,
});

/** What the bank charges for the transfer, booked under the transfer's own reference. */
export const feeFor = (transfer: Transfer, changes: Partial<StatementEntry> = {}): StatementEntry =>
  paid(transfer, { amount: rupiah(2_500), ...changes });

export const on = (of: string, entry: StatementEntry): EntryOfDay => ({ ...entry, day: day(of) });

const OPENING = 1_000_000_000_000;

/** A day whose statement adds up. */
export function makeDay(
  transfers: readonly Transfer[],
  entries: readonly StatementEntry[],
  changes: Partial<Omit<DayInput, 'statement' | 'transfers'>> = {},
): DayInput {
  const moved = entries.reduce((sum, { direction, amount }) => sum + (direction === 'out' ? -amount : amount), 0);
  return { statement: { day: DAY, opening: OPENING, closing: OPENING + moved, entries }, transfers, elsewhere: [], ...changes };
}
