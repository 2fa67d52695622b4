import { type Connection, Schema } from 'mongoose';
import type { Instant } from '#domain/time/calendar/instant.ts';

/** Something to be said to somebody; who carries it there, and when, is decided where it is sent. */
export type Notice = {
  /** A function of what it is about: said twice it is one notice. */
  readonly _id: string;
  readonly kind: 'scholarship-proof-asked' | 'scholarship-proof-reminder';
  readonly to: 'guardian' | 'partner' | 'supervisor';
  readonly subject: { readonly entitlementId: string; readonly claimId: string; readonly schoolYear: number; readonly round: number };
  readonly institutionId: string;
  readonly guardianId?: string;
  readonly at: Instant;
};

const schema = new Schema<Notice>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    to: { type: String, required: true },
    subject: { type: Schema.Types.Mixed, required: true },
    institutionId: { type: String, required: true },
    guardianId: { type: String },
    at: { type: Number, required: true },
  },
  { collection: 'notices', versionKey: false, minimize: false },
);
schema.index({ 'subject.entitlementId': 1, at: 1 });
schema.index({ at: -1, _id: -1 });
schema.index({ institutionId: 1, at: -1, _id: -1 });

export type NoticeFilter = { readonly institutionId?: string; readonly entitlementId?: string; readonly to?: readonly Notice['to'][] };
export type NoticePlace = Pick<Notice, 'at' | '_id'>;

export type NoticesStore = ReturnType<typeof createNoticesStore>;

export function createNoticesStore(connection: Connection) {
  const model = connection.model<Notice>('Notice', schema);
  return {
    /** Those that are there already stay as they are. */
    async keep(notices: readonly Notice[]): Promise<void> {
      for (const { _id, ...notice } of notices) await model.updateOne({ _id }, { $setOnInsert: notice }, { upsert: true });
    },

    /** The latest first, at most `limit`, from behind `after` on. */
    async list({ institutionId, entitlementId, to }: NoticeFilter, limit: number, after?: NoticePlace): Promise<readonly Notice[]> {
      const behind = after && [{ at: { $lt: after.at } }, { at: after.at, _id: { $lt: after._id } }];
      const query = {
        ...(institutionId === undefined ? {} : { institutionId }),
        ...(entitlementId === undefined ? {} : { 'subject.entitlementId': entitlementId }),
        ...(to === undefined ? {} : { to: { $in: to } }),
        ...(behind === undefined ? {} : { $or: behind }),
      };
      return model.find(query).sort({ at: -1, _id: -1 }).limit(limit).lean<Notice[]>();
    },

    async about(entitlementId: string): Promise<readonly Notice[]> {
      return model.find({ 'subject.entitlementId': entitlementId }).sort({ at: 1, _id: 1 }).lean<Notice[]>();
    },
  };
}
