import type { Connection } from 'mongoose';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Fact } from '#domain/claim/facts.ts';
import { CHAIN_START, chain } from './chain.ts';
import { againAfterDeadlock, inOrderOf, isDuplicateKey } from './connection.ts';
import { Gather, together } from './gather.ts';
import { entryId, type JournalEntry, journalModel } from './journal.model.ts';

/** Two different facts under one number: two writers, or a tampered store. Loud and retried, never resolved by choosing one. */
export class JournalConflict extends Error {
  override readonly name = 'JournalConflict';
  readonly entryId: string;

  constructor(id: string) {
    super(`journal entry ${id} exists with other content`);
    this.entryId = id;
  }
}

/** Claims whose entries share one insert. */
const MOST_PER_INSERT = 100;

export type JournalStore = ReturnType<typeof createJournalStore>;

export function createJournalStore(connection: Connection, model = journalModel(connection)) {
  async function read(claimId: string, fromSeq = 1): Promise<JournalEntry[]> {
    const range = { $gte: entryId(claimId, fromSeq), $lt: `${claimId};` };
    return model.find({ _id: range }).sort({ _id: 1 }).lean<JournalEntry[]>();
  }

  async function hashAt(claimId: string, seq: number): Promise<string> {
    if (seq === 0) return CHAIN_START;
    const entry = await model.findById(entryId(claimId, seq)).lean<JournalEntry>();
    if (!entry) throw new Error(`journal of ${claimId} has no entry ${seq}`);
    return entry.hash;
  }

  /** Entries that are there already with equal content are success; the missing rest is written. */
  async function complete(entries: readonly JournalEntry[]): Promise<void> {
    for (const entry of entries) {
      try {
        await model.create([entry]);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const existing = await model.findById(entry._id).lean<JournalEntry>();
        if (existing?.hash !== entry.hash) throw new JournalConflict(entry._id);
      }
    }
  }

  async function insert(entries: readonly JournalEntry[]): Promise<void> {
    // Ordered, so that a death in the middle leaves no gap inside a claim.
    await model.insertMany(entries, { ordered: true, lean: true });
  }

  async function insertOne(entries: readonly JournalEntry[]): Promise<void> {
    try {
      await againAfterDeadlock(() => insert(entries));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await complete(entries);
    }
  }

  const appends = new Gather(
    together((batches: readonly (readonly JournalEntry[])[]) => insert(inOrderOf(batches.flat(), ({ _id }) => _id)), insertOne),
    MOST_PER_INSERT,
  );

  return {
    read,

    /**
     * Appends facts under the numbers from `firstSeq`. Idempotent. `head` is the hash of the entry before, when the caller knows it.
     * Returns the entries as they stand in the journal. Throws JournalConflict when a number holds another fact.
     */
    async append(claimId: ClaimId, firstSeq: number, facts: readonly Fact[], head?: string): Promise<readonly JournalEntry[]> {
      const entries = chain(claimId, firstSeq, facts, head ?? (await hashAt(claimId, firstSeq - 1)));
      await appends.add(entries);
      return entries;
    },

    /** Every claim that has a journal, in order; for rebuilding and verifying. */
    async *claimIds(): AsyncGenerator<ClaimId> {
      const firsts = model.find({ seq: 1 }, { claimId: 1 }).sort({ _id: 1 }).lean<{ claimId: ClaimId }[]>().cursor();
      for await (const first of firsts) yield first.claimId;
    },
  };
}
