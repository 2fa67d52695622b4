import type { Connection } from 'mongoose';
import type { Fact } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { Entitlement } from '#domain/scholarship/entitlement/state.ts';
import { claimDocument } from './claims.model.ts';
import { againAfterDeadlock, inOrderOf, isDuplicateKey } from './connection.ts';
import { entitlementDocument } from './entitlements-store.ts';
import type { RawDocument } from './record-reader.ts';

/** What a document is made of, and nothing else: its whole journal. */
export type Folded<S = ClaimState> = { readonly state: S; readonly head: string; readonly facts: readonly Fact[] };

/** Every read model says how far it was folded, and up to which hash. */
export type ReadModelDocument = { readonly _id: string; readonly seq: number; readonly head: string };

export type ReadModel<S = ClaimState> = {
  readonly collection: string;
  readonly document: (folded: Folded<S>) => ReadModelDocument;
};

/** What `santun rebuild` makes from the journal; another read model is another row. */
export const READ_MODELS: readonly ReadModel[] = [{ collection: 'claims', document: ({ state, head }) => claimDocument(state, head) }];

export const ENTITLEMENT_MODELS: readonly ReadModel<Entitlement>[] = [
  { collection: 'entitlements', document: ({ state, head }) => entitlementDocument(state, head) },
];

/** `stored` is what was found and judged wrong; absent where nothing was. */
export type Repair = { readonly rebuilt: ReadModelDocument; readonly stored?: RawDocument };

type Written = { readonly collection: string };

export type ReadModelWriter = ReturnType<typeof createReadModelWriter>;

export function createReadModelWriter(connection: Connection) {
  const collectionOf = ({ collection }: Written) => connection.collection<ReadModelDocument>(collection);

  /** How many were inserted: one less for each that somebody else wrote meanwhile. */
  async function insert(model: Written, repairs: readonly Repair[]): Promise<number> {
    if (repairs.length === 0) return 0;
    const documents = repairs.map(({ rebuilt }) => rebuilt);
    const options = { ordered: false, ignoreUndefined: true };
    try {
      return (await againAfterDeadlock(() => collectionOf(model).insertMany(documents, options))).insertedCount;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return (error as { readonly insertedCount?: number }).insertedCount ?? 0;
    }
  }

  /** Only what is still the document that was judged: whoever recorded a fact meanwhile wrote a newer one. */
  async function replace(model: Written, repairs: readonly Repair[]): Promise<number> {
    if (repairs.length === 0) return 0;
    const operations = repairs.map(({ rebuilt, stored }) => {
      const { _id, ...replacement } = rebuilt;
      return { replaceOne: { filter: { _id, seq: stored?.seq ?? null, head: stored?.head ?? null } as object, replacement } };
    });
    const options = { ordered: false, ignoreUndefined: true };
    return (await againAfterDeadlock(() => collectionOf(model).bulkWrite(operations, options))).matchedCount;
  }

  return {
    /** Writes what was rebuilt, never over anything newer than what was judged; answers how many were written. */
    async write(model: Written, judged: readonly Repair[]): Promise<number> {
      const repairs = inOrderOf(judged, ({ rebuilt }) => rebuilt._id);
      const inserted = await insert(
        model,
        repairs.filter(({ stored }) => stored === undefined),
      );
      return (
        inserted +
        (await replace(
          model,
          repairs.filter(({ stored }) => stored !== undefined),
        ))
      );
    },
  };
}
