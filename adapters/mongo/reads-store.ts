import { type Connection, Schema } from 'mongoose';
import type { Role } from '#domain/people/actor.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';

/** Who saw what, from which request. Only ever added to; kept as long as the journal it is about. */
export type ReadOfRecord = {
  /** Number of the request, as its answer and its log lines carry it. */
  readonly _id: string;
  readonly at: Instant;
  readonly actorId: string;
  readonly role: Role;
  readonly institution?: string;
  /** The right it was read under: what for. */
  readonly action: string;
  /** Claim or entitlement; absent of a file about many. */
  readonly subject?: string;
  /** Name of the file that was taken away. */
  readonly file?: string;
};

const schema = new Schema<ReadOfRecord>(
  {
    _id: { type: String, required: true },
    at: { type: Number, required: true },
    actorId: { type: String, required: true },
    role: { type: String, required: true },
    institution: { type: String },
    action: { type: String, required: true },
    subject: { type: String },
    file: { type: String },
  },
  { collection: 'reads', versionKey: false },
);
schema.index({ at: -1, _id: -1 });
schema.index({ subject: 1, at: -1, _id: -1 });
schema.index({ actorId: 1, at: -1, _id: -1 });

export type ReadsFilter = { readonly subject?: string; readonly actorId?: string };
export type ReadPlace = Pick<ReadOfRecord, 'at' | '_id'>;
export type ReadsStore = ReturnType<typeof createReadsStore>;

export function createReadsStore(connection: Connection) {
  const model = connection.model<ReadOfRecord>('ReadOfRecord', schema);
  return {
    async note(read: ReadOfRecord): Promise<void> {
      await model.create([read]);
    },

    /** Latest first, at most `limit`, from behind `after` on. */
    async list(filter: ReadsFilter, limit: number, after?: ReadPlace): Promise<readonly ReadOfRecord[]> {
      const behind = after ? { $or: [{ at: { $lt: after.at } }, { at: after.at, _id: { $lt: after._id } }] } : {};
      return model
        .find({ ...filter, ...behind })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean<ReadOfRecord[]>();
    },
  };
}
