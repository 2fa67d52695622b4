import { CHAIN_START, hashOf } from '#adapters/mongo/chain.ts';
import { entryId, type JournalEntry } from '#adapters/mongo/journal.model.ts';
import type { RawDocument } from '#adapters/mongo/record-reader.ts';

export type BreakKind =
  | 'unreadable'
  | 'misplaced'
  | 'missing'
  | 'unlinked'
  | 'altered'
  | 'reordered'
  | 'truncated'
  | 'rewritten'
  | 'no-journal';

export type Break = { readonly seq: number; readonly kind: BreakKind; readonly why: string };

export type Inspection = {
  /** Every entry that could be read, sound or not. */
  readonly entries: readonly JournalEntry[];
  /** In the order of the numbers; empty for a whole chain. */
  readonly breaks: readonly Break[];
};

/** The chain of one claim, or of one child: each entry judged by itself and against the one before, so that one break does not hide the next. */
export function inspectJournal(claimId: string, raws: readonly RawDocument[], noun = 'klaim'): Inspection {
  const entries: JournalEntry[] = [];
  const breaks: Break[] = [];
  let seq = 0;
  // Undefined behind a break: what should precede the next entry is then unknown, and the break is reported already.
  let previous: string | undefined = CHAIN_START;
  for (const raw of raws) {
    const number = numberInKey(claimId, raw._id);
    const entry = readEntry(raw);
    if (entry) entries.push(entry);
    const found = judge(claimId, number, entry, { count: raws.length, noun });
    if (found) breaks.push({ ...found, seq: number ?? entry?.seq ?? seq + 1 });
    if (number === undefined) continue;
    if (number > seq + 1) {
      breaks.push({ seq: seq + 1, kind: 'missing', why: number === seq + 2 ? 'tidak ada' : `sampai ${number - 1} tidak ada` });
      previous = undefined;
    }
    if (!found && entry && previous !== undefined && entry.previous !== previous) {
      breaks.push({ seq: number, kind: 'unlinked', why: 'tidak menyambung pada fakta sebelumnya' });
    }
    seq = number;
    previous = found === undefined || found.kind === 'altered' ? entry?.hash : undefined;
  }
  return { entries, breaks: breaks.sort((a, b) => a.seq - b.seq) };
}

/** What a read model says it was folded from, against the journal: the only trace of entries cut off at the end. */
export function inspectAnchor({ entries }: Inspection, document: RawDocument | undefined, noun = 'klaim'): Break | undefined {
  if (document === undefined) return undefined;
  const { seq, head } = document;
  const last = entries.reduce((most, entry) => Math.max(most, entry.seq), 0);
  if (last === 0) return { seq: 1, kind: 'no-journal', why: `dokumen ${noun} ada, jurnalnya tidak` };
  if (typeof seq !== 'number') return undefined;
  if (seq > last) return { seq: last + 1, kind: 'truncated', why: `jurnal berhenti pada ${last}, dokumen ${noun} sampai ${seq}` };
  const entry = entries.find((candidate) => candidate.seq === seq);
  if (!entry || entry.hash === head) return undefined;
  return { seq, kind: 'rewritten', why: `sidiknya bukan yang dicatat dokumen ${noun}: jurnal ditulis ulang atau dokumennya diubah` };
}

type Judgement = { readonly kind: BreakKind; readonly why: string };

function judge(
  claimId: string,
  number: number | undefined,
  entry: JournalEntry | undefined,
  { count, noun }: { readonly count: number; readonly noun: string },
): Judgement | undefined {
  if (!entry) return { kind: 'unreadable', why: 'tidak terbaca: bukan bentuk entri jurnal' };
  if (number === undefined) return { kind: 'misplaced', why: `kuncinya bukan kunci jurnal, isinya mengaku fakta ${entry.seq}` };
  if (entry.claimId !== claimId) return { kind: 'misplaced', why: `isinya mengaku milik ${noun} lain` };
  if (entry.seq !== number) return { kind: 'reordered', why: `di tempatnya berdiri fakta ${entry.seq}` };
  if (isOwn(entry, number)) return undefined;
  const home = Array.from({ length: count + 1 }, (_, index) => index + 1).find((other) => isOwn(entry, other));
  if (home !== undefined) return { kind: 'reordered', why: `isinya milik fakta ${home}` };
  return { kind: 'altered', why: 'isinya tidak cocok dengan sidiknya' };
}

function isOwn({ claimId, fact, previous, hash }: JournalEntry, seq: number): boolean {
  return hashOf(claimId, seq, fact, previous) === hash;
}

/** Undefined for a key that no entry of this claim could have. */
function numberInKey(claimId: string, key: unknown): number | undefined {
  if (typeof key !== 'string') return undefined;
  const seq = Number(key.slice(claimId.length + 1));
  return Number.isSafeInteger(seq) && seq > 0 && key === entryId(claimId, seq) ? seq : undefined;
}

function readEntry(raw: RawDocument): JournalEntry | undefined {
  const { claimId, seq, fact, previous, hash } = raw;
  const isWhole = typeof claimId === 'string' && Number.isSafeInteger(seq) && typeof previous === 'string' && typeof hash === 'string';
  return isWhole && isFact(fact) ? (raw as JournalEntry) : undefined;
}

function isFact(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { type, at, actor, cause } = value as RawDocument;
  return typeof type === 'string' && typeof at === 'number' && typeof actor === 'object' && actor !== null && typeof cause === 'string';
}
