import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import { CLAIMS, type RecordKind } from '#cli/record/record-kinds.ts';
import type { Command } from '#domain/claim/commands.ts';
import { decide } from '#domain/claim/decide.ts';
import type { Fact, Receipt } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { atBranch } from '#domain/time/calendar/branch.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { type FieldDifference, fieldDifferences } from './replay-differences.ts';

/** One accepted command, decided once more. */
export type Replay = { readonly seq: number; readonly command: string; readonly cause: string } & Verdict;

export type Verdict =
  | { readonly verdict: 'agrees' }
  | { readonly verdict: 'differs'; readonly differences: readonly FieldDifference[] }
  | { readonly verdict: 'calendar-missing'; readonly calendar: string }
  /** Decided today it would end in an error: the receipt cannot be read, or the rules of today cannot answer it. */
  | { readonly verdict: 'failed'; readonly error: string }
  /** A person's decision without one, though this claim already gave receipts: it was taken away, or a release forgot it. */
  | { readonly verdict: 'receipt-missing' }
  /** The chain is broken at or before its facts, so nothing shows what they were. */
  | { readonly verdict: 'unproven' };

export type ReplayContext = {
  readonly calendarOf: (named: Receipt['calendar']) => CalendarPack | undefined;
  /** Number of the first entry that cannot be relied on. */
  readonly brokenAt?: number;
  /** Which decisions are asked for; all of them when not said. */
  readonly isWanted?: (fact: Fact) => boolean;
};

export type Replays = {
  readonly replays: readonly Replay[] /** Commands from before there were receipts. */;
  readonly withoutReceipt: number;
};

/** How a journal is folded and its commands decided: the same functions as then, or those of today if the rules have moved. */
export type ReplayRules<S> = {
  readonly evolve: RecordKind<S>['evolve'];
  readonly decide: (state: S, first: Fact & { readonly receipt: Receipt }, calendar: CalendarPack) => readonly object[] | Refusal;
};

export const CLAIM_RULES: ReplayRules<ClaimState> = {
  evolve: CLAIMS.evolve,
  decide(state, { receipt: { command, switches, edition = 1 }, cause, actor, at }, calendar) {
    return decide(state, { ...command, commandId: cause, actor } as Command, {
      at,
      calendar: atBranch(calendar, state),
      switches,
      edition,
    });
  },
};

const MACHINES: readonly string[] = ['system', 'machine'];

/** Every decision on the state as the journal says it was just before. */
export function replayJournal<S>(id: string, entries: readonly JournalEntry[], rules: ReplayRules<S>, context: ReplayContext): Replays {
  const replays: Replay[] = [];
  let withoutReceipt = 0;
  let state: S | undefined;
  let isKnown = true;
  let hasReceipts = false;
  for (const [index, { seq, fact }] of entries.entries()) {
    const run = runFrom(entries, index);
    const isFirst = entries[index - 1]?.fact.cause !== fact.cause;
    if (context.isWanted?.(fact) ?? true) {
      const isProven = isKnown && seq + run.length - 1 < (context.brokenAt ?? Number.POSITIVE_INFINITY);
      if (fact.receipt) replays.push({ ...named(seq, fact, fact.receipt), ...replay(isProven ? state : undefined, run, rules, context) });
      else if (isFirst && !MACHINES.includes(fact.actor.role)) {
        if (hasReceipts) replays.push({ seq, command: fact.type, cause: fact.cause, verdict: 'receipt-missing' });
        else withoutReceipt += 1;
      }
    }
    hasReceipts ||= fact.receipt !== undefined;
    if (!isKnown) continue;
    try {
      state = rules.evolve(state, fact, id);
    } catch {
      isKnown = false;
    }
  }
  return { replays, withoutReceipt };
}

/** The facts of one intention. Commands of one sitting share the instant and differ in their cause. */
function runFrom(entries: readonly JournalEntry[], index: number): readonly Fact[] {
  const cause = entries[index]?.fact.cause;
  const end = entries.findIndex((entry, other) => other > index && (entry.fact.cause !== cause || entry.fact.receipt !== undefined));
  return entries.slice(index, end < 0 ? undefined : end).map(({ fact }) => fact);
}

function named(seq: number, { cause }: Fact, { command }: Receipt): Pick<Replay, 'seq' | 'command' | 'cause'> {
  return { seq, command: String((command as Partial<Receipt['command']> | undefined)?.type), cause };
}

function replay<S>(state: S | undefined, run: readonly Fact[], { decide: decideAgain }: ReplayRules<S>, context: ReplayContext): Verdict {
  const [first] = run;
  if (!state || !first?.receipt) return { verdict: 'unproven' };
  const { calendar: name } = first.receipt;
  try {
    const calendar = context.calendarOf(name);
    if (!calendar) return { verdict: 'calendar-missing', calendar: `${name.id}:${name.version}` };
    const answer = decideAgain(state, { ...first, receipt: first.receipt }, calendar);
    if (isRefusal(answer)) return { verdict: 'differs', differences: [{ field: 'outcome', old: 'accepted', new: answer.refused }] };
    const differences = fieldDifferences(run, answer);
    return differences.length === 0 ? { verdict: 'agrees' } : { verdict: 'differs', differences };
  } catch (error) {
    // The message may quote what people wrote; the name of the error says enough to look here.
    return { verdict: 'failed', error: error instanceof Error ? error.name : 'unknown' };
  }
}
