import { sha256Hex } from '#domain/format/sha256.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { byTime, type StatementEntry, toldIn, type UnreadableLine } from './statement.ts';

export type NamedEntry = { readonly entry: StatementEntry; readonly name: string };

const DIGITS = 20;

/**
 * An entry is named by what it says and the bank's ids, never by where it stands: a statement that is repeated, reordered or corrected changes
 * no name (docs/adr/0018). Only entries that say exactly the same are counted, and those stand for each other.
 */
export function nameEntries(day: Day, entries: readonly StatementEntry[]): readonly NamedEntry[] {
  const nameOf = counted(day);
  return entries.toSorted(byTime).map((entry) => ({ entry, name: nameOf(digestOf(entry)) }));
}

export function nameUnreadable(
  day: Day,
  lines: readonly UnreadableLine[],
): readonly { readonly line: UnreadableLine; readonly name: string }[] {
  const nameOf = counted(day);
  return lines.map((line) => ({ line, name: nameOf(line.digest) }));
}

/** Without the reference that we read into it: the name must outlive our getting better at reading. */
function digestOf(entry: StatementEntry): string {
  const { bankReference, direction, amount, at } = entry;
  return sha256Hex(JSON.stringify([bankReference, direction, amount, at, plain(toldIn(entry))])).slice(0, DIGITS);
}

/** Capitals, spaces and dashes are the channel's, not the entry's. */
function plain(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

function counted(day: Day): (digest: string) => string {
  const seen = new Map<string, number>();
  return (digest) => {
    const times = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, times);
    return times === 1 ? `${day}:${digest}` : `${day}:${digest}:${times}`;
  };
}
