import type { Day } from '#domain/time/calendar/day.ts';
import { type Difference, differenceId } from './difference.ts';
import { nameEntries, nameUnreadable } from './entry-names.ts';
import { balanceDifferences } from './match-balances.ts';
import { type Matched, placeEntries } from './match-entries.ts';
import type { DayInput } from './match-input.ts';
import { silenceDifferences } from './match-silence.ts';
import { unreadableDifferences } from './match-unreadable.ts';
import { settleDay } from './settle.ts';
import type { Statement } from './statement.ts';
import { type Totals, totalsOf } from './totals.ts';

export type DayResult = {
  readonly day: Day;
  readonly matched: readonly Matched[];
  readonly differences: readonly Difference[];
  readonly totals: Totals;
  /** Of all lines the statement has, read or not. */
  readonly present: ReadonlySet<string>;
};

/** Three-way match of one banking day: what we ordered, what the bank answered, what its statement says. The order of lists does not matter. */
export function matchDay(told: DayInput): DayResult {
  const input = settleDay(told);
  const { matched, differences: ofEntries } = placeEntries(input);
  const others = [...silenceDifferences(input), ...unreadableDifferences(input), ...balanceDifferences(input)];
  const differences = [...ofEntries, ...others].toSorted((a, b) => (differenceId(a) < differenceId(b) ? -1 : 1));
  return {
    day: input.statement.day,
    matched,
    differences,
    totals: totalsOf(input, matched, differences),
    present: namesOf(input.statement),
  };
}

function namesOf({ day, entries, unreadable = [] }: Statement): ReadonlySet<string> {
  return new Set([...nameEntries(day, entries), ...nameUnreadable(day, unreadable)].map(({ name }) => name));
}
