import { ENTITLEMENT_JOURNAL } from '#adapters/mongo/entitlements-store.ts';
import { ENTITLEMENT_MODELS, READ_MODELS, type ReadModel } from '#adapters/mongo/read-models.ts';
import type { RawRecord } from '#adapters/mongo/record-reader.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { evolve as evolveClaim } from '#domain/claim/evolve.ts';
import type { Fact } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { EntitlementId } from '#domain/entitlement-id.ts';
import { evolve as evolveEntitlement } from '#domain/scholarship/entitlement/evolve.ts';
import type { EntitlementFact } from '#domain/scholarship/entitlement/facts.ts';
import type { Entitlement } from '#domain/scholarship/entitlement/state.ts';

/** What keeps a journal of its own, and what its journal folds to. */
export type RecordKind<S> = {
  readonly name: 'claims' | 'entitlements';
  /** As findings name it to people, and its number to programs. */
  readonly noun: 'klaim' | 'beasiswa';
  readonly idField: 'claimId' | 'entitlementId';
  readonly journal: string;
  readonly models: readonly ReadModel<S>[];
  /** Throws for a fact that cannot follow those before. */
  readonly evolve: (state: S | undefined, fact: Fact, id: string) => S;
};

/** All that passes over whole journals need to know, whatever they fold to. */
export type Journalled = Pick<RecordKind<unknown>, 'name' | 'noun' | 'idField' | 'journal'> & {
  readonly models: readonly { readonly collection: string }[];
};

export const CLAIMS: RecordKind<ClaimState> = {
  name: 'claims',
  noun: 'klaim',
  idField: 'claimId',
  journal: 'journal',
  models: READ_MODELS,
  evolve: (state, fact, id) => evolveClaim(state, fact, id as ClaimId),
};

export const ENTITLEMENTS: RecordKind<Entitlement> = {
  name: 'entitlements',
  noun: 'beasiswa',
  idField: 'entitlementId',
  journal: ENTITLEMENT_JOURNAL,
  models: ENTITLEMENT_MODELS,
  // The journal’s own shape is that of claims; it keeps facts without looking into them.
  evolve: (state, fact, id) => evolveEntitlement(state, fact as unknown as EntitlementFact, id as EntitlementId),
};

/** The document every kind is anchored in: what it says of the journal’s end is the only trace of entries cut off. */
export function anchorOf({ name }: Journalled, documents: RawRecord['documents']) {
  return documents[name];
}
