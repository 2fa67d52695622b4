import { FEE_RULES, isFee } from './fees.ts';
import type { DayInput } from './match-input.ts';
import { createReferenceFinder } from './references.ts';
import { type StatementEntry, toldIn, type UnreadableLine } from './statement.ts';

/**
 * Whose each line of the day is, and which are the bank's own charges. Done again it changes nothing, so that what is stored and what is matched
 * are read alike.
 */
export function settleDay(input: DayInput): DayInput {
  const { statement, transfers, feeRules = FEE_RULES.standard } = input;
  const find = createReferenceFinder(transfers);
  const byReference = new Map(transfers.map((transfer) => [transfer.reference, transfer]));
  const elsewhere = input.elsewhere.filter(({ kind }) => kind !== 'fee');
  const entries = statement.entries.map((entry) => withReference(entry, find({ ...entry, told: toldIn(entry) })?.reference));
  const paid = new Set(
    [...entries, ...elsewhere].flatMap(({ reference = '', direction, amount }) =>
      direction === 'out' && byReference.get(reference)?.amount === amount ? [reference] : [],
    ),
  );
  const judged = entries.map(({ kind: _kind, ...entry }, index): StatementEntry => {
    const { reference = '' } = entry;
    const told = entries[index] ?? entry;
    return isFee(feeRules, told, byReference.get(reference), paid.has(reference)) ? { ...entry, kind: 'fee' } : entry;
  });
  const unreadable = (statement.unreadable ?? []).map((line) => withReference(line, find({ ...line, told: toldIn(line) })?.reference));
  return { ...input, elsewhere, statement: { ...statement, entries: judged, ...(unreadable.length > 0 ? { unreadable } : {}) } };
}

function withReference<Line extends StatementEntry | UnreadableLine>(line: Line, reference: string | undefined): Line {
  if (reference === undefined || reference === line.reference) return line;
  return { ...line, reference, toldReference: toldIn(line) };
}
