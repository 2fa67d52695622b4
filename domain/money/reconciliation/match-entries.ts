import { type Difference, type DifferenceKind, ofTransfer, outflow } from './difference.ts';
import { nameEntries } from './entry-names.ts';
import { type DayInput, netOf } from './match-input.ts';
import type { StatementEntry } from './statement.ts';
import type { Transfer } from './transfers.ts';

/** An entry that our books say as well, to the rupiah. */
export type Matched = { readonly entry: StatementEntry; readonly transfer: Transfer };

export type Placed = { readonly matched: readonly Matched[]; readonly differences: readonly Difference[] };

/** What the bank's entries under one reference come to: before the day, and in the course of it. */
type Course = { readonly before: number; readonly after: number; left: number };

/** Gives every entry of the day its one place: a match, or a difference. */
export function placeEntries({ statement, transfers, elsewhere }: DayInput): Placed {
  const byReference = new Map(transfers.map((transfer) => [transfer.reference, transfer]));
  const lineOf = ({ reference = '' }: StatementEntry): string => byReference.get(reference)?.payoutId ?? '';
  const before = elsewhere.filter(({ day }) => day < statement.day);
  // Copies: an entry listed twice is two entries, also where it is one object.
  const named = nameEntries(statement.day, statement.entries.filter(isNoFee)).map(({ entry, name }) => ({ entry: { ...entry }, name }));
  const names = new Map(named.map(({ entry, name }) => [entry, name]));
  const today = named.map(({ entry }) => entry);
  const matched: Matched[] = [];
  const differences: Difference[] = [];

  for (const [payoutId, entries] of Map.groupBy(today, lineOf)) {
    const paidBefore = before.filter((entry) => lineOf(entry) === payoutId);
    const twice =
      payoutId === ''
        ? new Set()
        : surplusOf(netOf(paidBefore), entries, (entry) => entry.amount === byReference.get(entry.reference ?? '')?.amount);
    const courses = coursesOf(paidBefore, entries);
    for (const entry of entries) {
      const transfer = byReference.get(entry.reference ?? '');
      const course = courses.get(entry.reference ?? '');
      const kind = transfer && course ? verdictOn(entry, transfer, course, twice.has(entry)) : 'unordered-entry';
      if (kind === 'matched' && transfer) matched.push({ entry, transfer });
      else if (kind !== 'matched') differences.push(toDifference(kind, entry, transfer, names.get(entry) ?? ''));
    }
  }
  return { matched, differences };
}

/** Today's payments that are one too many: a line is owed once, under however many references. Those of another amount are, then the last ones. */
function surplusOf(before: number, entries: readonly StatementEntry[], isExact: (entry: StatementEntry) => boolean): ReadonlySet<unknown> {
  const outs = entries.filter(({ direction }) => direction === 'out').toSorted((a, b) => Number(isExact(b)) - Number(isExact(a)));
  const many = Math.min(outs.length, Math.max(0, before + netOf(entries) - 1));
  return new Set(outs.slice(outs.length - many));
}

function coursesOf(before: readonly StatementEntry[], today: readonly StatementEntry[]): ReadonlyMap<string, Course> {
  const courses = new Map<string, Course>();
  for (const [reference = '', entries] of Map.groupBy(today, (entry) => entry.reference)) {
    const net = netOf(before.filter((entry) => entry.reference === reference));
    const outs = entries.filter(({ direction }) => direction === 'out').length;
    courses.set(reference, { before: net, after: net + netOf(entries), left: net + outs });
  }
  return courses;
}

function verdictOn(entry: StatementEntry, transfer: Transfer, course: Course, isSurplus: boolean): DifferenceKind | 'matched' {
  const differs = entry.amount !== transfer.amount;
  if (entry.direction === 'out') {
    if (isSurplus) return 'paid-twice';
    return differs ? 'amount-differs' : verdictOnPayment(transfer, course);
  }
  course.left -= 1;
  // What was paid too often is still paid, and what was never paid cannot come back: a person has to say what such money is.
  if (course.left !== 0) return 'unordered-entry';
  if (differs) return 'amount-differs';
  const isReturned = transfer.word === 'refused' && course.before === 0;
  return transfer.word === 'reversed' || isReturned ? 'matched' : 'reversed-on-statement';
}

function verdictOnPayment({ word }: Transfer, { after }: Course): DifferenceKind | 'matched' {
  switch (word) {
    case 'confirmed':
    case 'reversed':
      return 'matched';
    case 'refused':
      // Left and came back on one day: the bank books its refusal.
      return after <= 0 ? 'matched' : 'on-statement-but-refused-here';
    case 'open':
    case 'unsent':
      return 'on-statement-but-unknown-here';
    default:
      return word satisfies never;
  }
}

function toDifference(kind: DifferenceKind, entry: StatementEntry, transfer: Transfer | undefined, subject: string): Difference {
  const theirs = outflow(entry);
  const isBooked = kind === 'amount-differs' && transfer !== undefined && isOnBooks(entry, transfer);
  const ours = isBooked ? outflow({ ...entry, amount: transfer.amount }) : 0;
  const proposes = PROPOSALS[kind];
  return {
    kind,
    subject,
    effect: theirs - ours,
    ours,
    theirs,
    bankReference: entry.bankReference,
    at: entry.at,
    ...(transfer ? ofTransfer(transfer) : {}),
    ...(proposes === undefined ? {} : { proposes }),
  };
}

/** The statement is the bank's own word. Where amounts differ it is about something else, and a person has to look first. */
const PROPOSALS: Partial<Record<DifferenceKind, 'confirm' | 'reverse'>> = {
  'on-statement-but-unknown-here': 'confirm',
  'on-statement-but-refused-here': 'confirm',
  'reversed-on-statement': 'reverse',
};

function isOnBooks({ direction }: StatementEntry, { confirmedAt, reversedAt }: Transfer): boolean {
  return (direction === 'out' ? confirmedAt : reversedAt) !== undefined;
}

function isNoFee({ kind }: StatementEntry): boolean {
  return kind !== 'fee';
}
