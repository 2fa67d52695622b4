import { type Difference, outflow } from './difference.ts';
import type { DayInput } from './match-input.ts';

/** The statement against itself, and against the one before: money that appears or vanishes between two lines belongs to no line. */
export function balanceDifferences({ statement, previousClosing }: DayInput): readonly Difference[] {
  const { day, opening, closing, entries } = statement;
  const expected = opening - entries.reduce((total, entry) => total + outflow(entry), 0);
  const found: Difference[] = [];
  if (expected !== closing) found.push(balance(`${day}:closing`, expected, closing));
  if (previousClosing !== undefined && previousClosing !== opening) found.push(balance(`${day}:opening`, previousClosing, opening));
  return found;
}

/** No entry, so no effect on what moved. */
function balance(subject: string, ours: number, theirs: number): Difference {
  return { kind: 'statement-does-not-add-up', subject, effect: 0, ours, theirs };
}
