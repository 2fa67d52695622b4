import { type Connection, Schema } from 'mongoose';
import type { ToldPartners } from '#domain/claim/told-partners.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { inOrderOf } from './connection.ts';
import { entryId } from './journal.model.ts';

/** `at`: when it was put here, by the clock of whoever did; the first one stays. */
export type FeedRow = ToldPartners & { readonly _id: string; readonly at: Instant };
export type FeedPlace = Pick<FeedRow, 'at' | '_id'>;

const schema = new Schema<FeedRow>(
  {
    _id: { type: String, required: true },
    at: { type: Number, required: true },
    claimId: { type: String, required: true },
    seq: { type: Number, required: true },
    type: { type: String, required: true },
    status: { type: String, required: true },
    institutions: { type: [String], required: true },
  },
  { collection: 'partner_feed', versionKey: false },
);
schema.index({ institutions: 1, at: 1, _id: 1 });

export type FeedStore = ReturnType<typeof createFeedStore>;

export function createFeedStore(connection: Connection) {
  const model = connection.model<FeedRow>('FeedRow', schema);
  return {
    /** Repeatable: what is there stays where it stands in the order. */
    async add(told: readonly ToldPartners[], at: Instant = Date.now()): Promise<void> {
      if (told.length === 0) return;
      const rows = told.map((one) => ({ _id: entryId(one.claimId, one.seq), at, ...one }));
      await model.bulkWrite(
        inOrderOf(rows, ({ _id }) => _id).map(({ _id, ...row }) => ({
          updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true },
        })),
        { ordered: false },
      );
    },

    /** Of one institution, oldest first, from behind `after` on and put here before `before`. */
    async of(institution: string, before: Instant, limit: number, after?: FeedPlace): Promise<readonly FeedRow[]> {
      const behind = after ? { $or: [{ at: { $gt: after.at } }, { at: after.at, _id: { $gt: after._id } }] } : {};
      return model
        .find({ institutions: institution, at: { $lt: before }, ...(after ? { $and: [behind] } : {}) })
        .sort({ at: 1, _id: 1 })
        .limit(limit)
        .lean<FeedRow[]>();
    },
  };
}
