import type { Day } from '../calendar/day.ts';
import { type Difference, differenceId } from './difference.ts';
import { balanceDifferences } from './match-balances.ts';
import { type Matched, placeEntries } from './match-entries.ts';
import type { DayInput } from './match-input.ts';
import { silenceDifferences } from './match-silence.ts';
import { type Totals, totalsOf } from './totals.ts';

export type DayResult = {
  readonly day: Day;
  readonly matched: readonly Matched[];
  readonly differences: readonly Difference[];
  readonly totals: Totals;
};

/** Three-way match of one banking day: what we ordered, what the bank answered, what its statement says. The order of lists does not matter. */
export function matchDay(input: DayInput): DayResult {
  const { matched, differences: ofEntries } = placeEntries(input);
  const differences = [...ofEntries, ...silenceDifferences(input), ...balanceDifferences(input)].toSorted((a, b) =>
    differenceId(a) < differenceId(b) ? -1 : 1,
  );
  return { day: input.statement.day, matched, differences, totals: totalsOf(input, matched, differences) };
}
