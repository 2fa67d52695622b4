import { outflow } from '#domain/money/reconciliation/difference.ts';
import type { EntryOfDay } from '#domain/money/reconciliation/match-input.ts';
import type { Sum } from '#domain/money/reconciliation/totals.ts';
import { type Day, daysBetween } from '#domain/time/calendar/day.ts';
import { isIn, type Movement, type PaymentsReport } from './payments.ts';

/**
 * What a report comes to beside the bank's book. While the bank has given no statement of a day, nothing of that day can be equal or
 * differ: only `differs` is an alarm.
 */
export type ProofState = 'equal' | 'no-statement-yet' | 'differs';

/** A day that was asked for: `done` once its statement was read. */
export type StatementDay = { readonly day: Day; readonly isRead: boolean };

/** A month of payments beside the bank's own book of it. `bank.net` = the report's net + `notInBooks` − `notOnStatement` + `amountsDiffer`. */
export type BankProof = {
  readonly state: ProofState;
  /** The last day up to which every statement was read; absent where there is none. */
  readonly statementsUntil?: Day;
  readonly paid: Sum;
  readonly returned: Sum;
  readonly net: number;
  /** Booked by the bank; nothing of ours says so: each has its case. */
  readonly notInBooks: number;
  /** Confirmed to us; no statement has it yet. */
  readonly notOnStatement: number;
  /** How much of `notOnStatement` is of days without a statement: it can only be waited for. */
  readonly awaitingStatement: number;
  readonly amountsDiffer: number;
  readonly isEqual: boolean;
};

const keyOf = (reference: string | undefined, direction: 'out' | 'in'): string => `${reference}:${direction}`;

/**
 * `entries`: all of the month, and those of any other day under the references of these movements. `days`: the days of the month whose
 * statement was asked for.
 */
export function bankProof(
  { month }: Pick<PaymentsReport, 'month'>,
  movements: readonly Movement[],
  entries: readonly EntryOfDay[],
  days: readonly StatementDay[],
): BankProof {
  const ofMonth = entries.filter(({ day }) => isIn(month, day));
  const first = new Map(entries.toReversed().map((entry) => [keyOf(entry.reference, entry.direction), entry]));
  const ours = new Map(movements.map((movement) => [keyOf(movement.transfer.reference, movement.direction), movement]));
  const movementOf = (entry: EntryOfDay): Movement | undefined => {
    const key = keyOf(entry.reference, entry.direction);
    return first.get(key) === entry ? ours.get(key) : undefined;
  };
  const strangers = ofMonth.filter((entry) => movementOf(entry) === undefined);
  const differing = ofMonth.flatMap((entry) => {
    const movement = movementOf(entry);
    return movement && movement.amount !== entry.amount ? [outflow(entry) - outflow(movement)] : [];
  });
  const missing = movements.filter(({ day, transfer, direction }) => isIn(month, day) && !first.has(keyOf(transfer.reference, direction)));
  const read = new Set(days.filter(({ isRead }) => isRead).map(({ day }) => day));
  const awaiting = missing.filter(({ day }) => !read.has(day));
  const isRead = read.size > 0 && days.every((one) => one.isRead) && daysMissing(days) === 0;
  const state = stateOf(strangers.length + differing.length + missing.length - awaiting.length > 0, isRead && awaiting.length === 0);
  const until = lastReadInARow(days);
  const [paid, returned] = [sum(ofMonth, 'out'), sum(ofMonth, 'in')];
  return {
    state,
    ...(until === undefined ? {} : { statementsUntil: until }),
    paid,
    returned,
    net: paid.amount - returned.amount,
    notInBooks: total(strangers.map(outflow)),
    notOnStatement: total(missing.map(outflow)),
    awaitingStatement: total(awaiting.map(outflow)),
    amountsDiffer: total(differing),
    isEqual: state === 'equal',
  };
}

/** What is wrong is said at once, also while statements are missing; what is right only once all of them are there. */
function stateOf(isWrong: boolean, isComplete: boolean): ProofState {
  if (isWrong) return 'differs';
  return isComplete ? 'equal' : 'no-statement-yet';
}

function inOrder(days: readonly StatementDay[]): readonly StatementDay[] {
  return days.toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** Days between the first and the last that nobody asked for. */
function daysMissing(days: readonly StatementDay[]): number {
  const all = inOrder(days);
  const [first, last] = [all[0], all.at(-1)];
  return first && last ? daysBetween(first.day, last.day) + 1 - all.length : 0;
}

function lastReadInARow(days: readonly StatementDay[]): Day | undefined {
  const all = inOrder(days);
  const gap = all.findIndex(({ day, isRead }, index) => !isRead || (index > 0 && daysBetween(all[index - 1]?.day ?? day, day) > 1));
  return all[(gap < 0 ? all.length : gap) - 1]?.day;
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((rest, amount) => rest + amount, 0);
}

function sum(entries: readonly EntryOfDay[], direction: 'out' | 'in'): Sum {
  const list = entries.filter((entry) => entry.direction === direction);
  return { count: list.length, amount: total(list.map(({ amount }) => amount)) };
}
