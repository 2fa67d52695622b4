import { type Difference, outflow } from './difference.ts';
import type { DayInput } from './match-input.ts';

type Balance = { readonly whole: number; readonly sen: number };

/** The statement against itself, and against the one before: money that appears or vanishes between two lines belongs to no line. */
export function balanceDifferences({ statement, previousClosing, previousClosingSen = 0 }: DayInput): readonly Difference[] {
  const { day, entries, unreadable = [] } = statement;
  const opening = { whole: statement.opening, sen: statement.openingSen ?? 0 };
  const closing = { whole: statement.closing, sen: statement.closingSen ?? 0 };
  const expected = { ...opening, whole: opening.whole - entries.reduce((total, entry) => total + outflow(entry), 0) };
  const found: Difference[] = [];
  // With a line that nobody could read the sum cannot be proven either way; that line has its case.
  if (unreadable.length === 0 && !isSame(expected, closing)) found.push(balance(`${day}:closing`, expected, closing));
  if (previousClosing !== undefined) {
    const before = { whole: previousClosing, sen: previousClosingSen };
    if (!isSame(before, opening)) found.push(balance(`${day}:opening`, before, opening));
  }
  return found;
}

function isSame(one: Balance, other: Balance): boolean {
  return one.whole === other.whole && one.sen === other.sen;
}

/** No entry, so no effect on what moved. Named by both figures: who closed one gap has not seen another. */
function balance(subject: string, ours: Balance, theirs: Balance): Difference {
  const name = `${subject}:${ours.whole},${ours.sen}:${theirs.whole},${theirs.sen}`;
  return { kind: 'statement-does-not-add-up', subject: name, effect: 0, ours: ours.whole, theirs: theirs.whole };
}
