import { outflow } from '../reconciliation/difference.ts';
import type { EntryOfDay } from '../reconciliation/match-input.ts';
import type { Sum } from '../reconciliation/totals.ts';
import { isIn, type Movement, type PaymentsReport } from './payments.ts';

/** A month of payments beside the bank's own book of it. `bank.net` = the report's net + `notInBooks` − `notOnStatement` + `amountsDiffer`. */
export type BankProof = {
  readonly paid: Sum;
  readonly returned: Sum;
  readonly net: number;
  /** Booked by the bank; nothing of ours says so: each has its case. */
  readonly notInBooks: number;
  /** Confirmed to us; no statement has it yet. */
  readonly notOnStatement: number;
  readonly amountsDiffer: number;
  readonly isEqual: boolean;
};

const keyOf = (reference: string | undefined, direction: 'out' | 'in'): string => `${reference}:${direction}`;

/** `entries`: all of the month, and those of any other day under the references of these movements. */
export function bankProof({ month, total }: PaymentsReport, movements: readonly Movement[], entries: readonly EntryOfDay[]): BankProof {
  const ofMonth = entries.filter(({ day }) => isIn(month, day));
  const first = new Map(entries.toReversed().map((entry) => [keyOf(entry.reference, entry.direction), entry]));
  const ours = new Map(movements.map((movement) => [keyOf(movement.transfer.reference, movement.direction), movement]));
  let [notInBooks, amountsDiffer] = [0, 0];
  for (const entry of ofMonth) {
    const key = keyOf(entry.reference, entry.direction);
    const movement = first.get(key) === entry ? ours.get(key) : undefined;
    if (movement) amountsDiffer += outflow(entry) - outflow(movement);
    else notInBooks += outflow(entry);
  }
  const waiting = movements.filter(({ day, transfer, direction }) => isIn(month, day) && !first.has(keyOf(transfer.reference, direction)));
  const [paid, returned] = [sum(ofMonth, 'out'), sum(ofMonth, 'in')];
  return {
    paid,
    returned,
    net: paid.amount - returned.amount,
    notInBooks,
    notOnStatement: waiting.reduce((rest, movement) => rest + outflow(movement), 0),
    amountsDiffer,
    isEqual: paid.amount === total.paid.amount && returned.amount === total.returned.amount,
  };
}

function sum(entries: readonly EntryOfDay[], direction: 'out' | 'in'): Sum {
  const list = entries.filter((entry) => entry.direction === direction);
  return { count: list.length, amount: list.reduce((total, { amount }) => total + amount, 0) };
}
