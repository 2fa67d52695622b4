import { type Connection, Schema } from 'mongoose';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Fact } from '#domain/claim/facts.ts';
import type { EntitlementId } from '#domain/entitlement-id.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { foldEntitlement } from '#domain/scholarship/entitlement/evolve.ts';
import type { EntitlementFact, OfType } from '#domain/scholarship/entitlement/facts.ts';
import type { Entitlement } from '#domain/scholarship/entitlement/state.ts';
import { CHAIN_START } from './chain.ts';
import { againAfterDeadlock, isDuplicateKey } from './connection.ts';
import { type JournalEntry, journalModel } from './journal.model.ts';
import { createJournalStore, JournalConflict } from './journal-store.ts';

export const ENTITLEMENT_JOURNAL = 'entitlement_journal';

/** One child, for ever: the fold of its journal, and the hash it was folded up to. */
export type EntitlementDocument = {
  readonly _id: EntitlementId;
  readonly claimId: string;
  readonly childId: string;
  readonly institutionId: string;
  readonly seq: number;
  readonly head: string;
  readonly state: Entitlement;
};

export type EntitlementFilter = { readonly institutionId?: string; readonly claimId?: string; readonly after?: string };
export type Changed = { readonly state: Entitlement; readonly fact?: EntitlementFact };
type Loaded = { readonly state: Entitlement; readonly head: string };

const schema = new Schema<EntitlementDocument>(
  {
    _id: { type: String, required: true },
    claimId: { type: String, required: true },
    childId: { type: String, required: true },
    institutionId: { type: String, required: true },
    seq: { type: Number, required: true },
    head: { type: String, required: true },
    state: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'entitlements', versionKey: false, minimize: false },
);
schema.index({ claimId: 1, childId: 1 }, { unique: true });
schema.index({ institutionId: 1, _id: 1 });

export function entitlementDocument(state: Entitlement, head: string): EntitlementDocument {
  const { id, claimId, childId, institutionId, seq } = state;
  return { _id: id, claimId, childId, institutionId, seq, head, state };
}

export class EntitlementMissing extends Error {
  override readonly name = 'EntitlementMissing';
}

export type EntitlementsStore = ReturnType<typeof createEntitlementsStore>;

/** Children's journals and what they fold to. The journal is the truth; the document may be behind it, never ahead. */
export function createEntitlementsStore(connection: Connection) {
  const model = connection.model<EntitlementDocument>('Entitlement', schema);
  const journal = createJournalStore(connection, journalModel(connection, 'EntitlementJournal', ENTITLEMENT_JOURNAL));

  async function load(id: EntitlementId): Promise<Loaded | undefined> {
    const document = await model.findById(id).lean<EntitlementDocument>();
    const entries = await journal.read(id, (document?.seq ?? 0) + 1);
    const state = foldEntitlement(id, entries.map(factOf), document?.state);
    if (!state) return undefined;
    const last = entries.at(-1);
    // A death between journal and document left it behind, where no list would show it.
    if (last) await save(state, last.hash);
    return { state, head: last?.hash ?? document?.head ?? CHAIN_START };
  }

  /** Undefined when somebody else wrote this number first. */
  async function append(id: EntitlementId, fact: EntitlementFact, before?: Loaded): Promise<Entitlement | undefined> {
    const seq = (before?.state.seq ?? 0) + 1;
    try {
      // The journal's own shape is that of claims; it keeps facts without looking into them.
      const [entry] = await journal.append(id as string as ClaimId, seq, [fact as unknown as Fact], before?.head ?? CHAIN_START);
      const state = foldEntitlement(id, [fact], before?.state);
      if (!state || !entry) throw new Error(`entitlement ${id} has no entry ${seq}`);
      await save(state, entry.hash);
      return state;
    } catch (error) {
      if (error instanceof JournalConflict) return undefined;
      throw error;
    }
  }

  /** Only forwards. */
  async function save(state: Entitlement, head: string): Promise<void> {
    const { _id, seq, ...rest } = entitlementDocument(state, head);
    try {
      await againAfterDeadlock(() => model.updateOne({ _id, seq: { $lt: seq } }, { $set: { seq, ...rest } }, { upsert: true }));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  return {
    async find(id: EntitlementId): Promise<Entitlement | undefined> {
      return (await load(id))?.state;
    },

    /** Opens it unless it is there: then it stays what it was opened as. Throws for an id that another child has. */
    async open(id: EntitlementId, fact: OfType<'entitlement.opened'>): Promise<'opened' | 'there'> {
      const isNew = !(await load(id)) && (await append(id, fact)) !== undefined;
      const there = await load(id);
      if (there?.state.claimId !== fact.claimId || there.state.childId !== fact.childId)
        throw new Error(`entitlement ${id} is another child’s`);
      return isNew ? 'opened' : 'there';
    },

    /** Reads, decides, and writes if nobody wrote meanwhile; decided again where somebody did. Undefined from `decide` writes nothing. */
    async change<R extends EntitlementFact | Refusal | undefined>(
      id: EntitlementId,
      decide: (state: Entitlement) => R,
    ): Promise<Changed | Extract<R, Refusal>> {
      for (;;) {
        const before = await load(id);
        if (!before) throw new EntitlementMissing(`no entitlement ${id}`);
        const decided = decide(before.state);
        if (decided === undefined) return { state: before.state };
        if (isRefusal(decided)) return decided as Extract<R, Refusal>;
        const state = await append(id, decided, before);
        if (state) return { state, fact: decided };
      }
    },

    /** In the order of ids, at most `limit`. */
    async list({ after, ...exact }: EntitlementFilter, limit: number): Promise<readonly Entitlement[]> {
      const query = { ...exact, ...(after === undefined ? {} : { _id: { $gt: after as EntitlementId } }) };
      const found = await model.find(query).sort({ _id: 1 }).limit(limit).lean<EntitlementDocument[]>();
      return found.map(({ state }) => state);
    },

    /** As the documents have them, in no order. */
    async among(ids: readonly EntitlementId[]): Promise<readonly Entitlement[]> {
      const found = await model.find({ _id: { $in: ids } }).lean<EntitlementDocument[]>();
      return found.map(({ state }) => state);
    },

    async *all(): AsyncGenerator<Entitlement> {
      for await (const { state } of model.find().sort({ _id: 1 }).lean<EntitlementDocument>().cursor()) yield state;
    },

    journal: (id: EntitlementId): Promise<readonly JournalEntry[]> => journal.read(id),
  };
}

function factOf({ fact }: JournalEntry): EntitlementFact {
  return fact as unknown as EntitlementFact;
}
