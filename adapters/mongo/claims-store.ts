import type { Connection } from 'mongoose';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { ClaimStatus } from '#domain/claim/statuses.ts';
import { type ClaimDocument, claimsModel } from './claims.model.ts';
import { isDuplicateKey } from './connection.ts';

/** What a claims list is narrowed by; absent means all. */
export type ClaimFilter = {
  readonly status?: ClaimStatus;
  readonly institutionId?: string;
  /** Only what comes after this row of the list. */
  readonly after?: ClaimCursor;
};

export type ClaimCursor = { readonly updatedAt: number; readonly claimId: string };

export type ClaimsStore = ReturnType<typeof createClaimsStore>;

export function createClaimsStore(connection: Connection) {
  const model = claimsModel(connection);
  return {
    async find(claimId: ClaimId): Promise<ClaimDocument | undefined> {
      return (await model.findById(claimId).lean<ClaimDocument>()) ?? undefined;
    },

    /** Writes only forwards: a document that is already at this number or later is left alone. */
    async save(state: ClaimState, head: string): Promise<void> {
      const { claimId, seq, status, institutionId, branchId, updatedAt } = state;
      const change = { $set: { seq, head, status, institutionId, branchId, updatedAt, state } };
      try {
        await model.updateOne({ _id: claimId, seq: { $lt: seq } }, change, { upsert: true });
      } catch (error) {
        // The upsert found no older document because there is one at least as new.
        if (!isDuplicateKey(error)) throw error;
      }
    },

    /** Latest change first, at most `limit`. */
    async list(filter: ClaimFilter, limit: number): Promise<readonly ClaimDocument[]> {
      const { after, ...exact } = filter;
      const older = after && {
        $or: [{ updatedAt: { $lt: after.updatedAt } }, { updatedAt: after.updatedAt, _id: { $gt: after.claimId } }],
      };
      const query = { ...exact, ...older };
      return model.find(query).sort({ updatedAt: -1, _id: 1 }).limit(limit).lean<ClaimDocument[]>();
    },
  };
}
