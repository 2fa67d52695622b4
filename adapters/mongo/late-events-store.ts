import { type Connection, Schema } from 'mongoose';
import type { LateNews, LateStep } from '#domain/claim/late-news/late-news.ts';

const schema = new Schema<LateNews>(
  {
    _id: { type: String, required: true },
    claimId: { type: String, required: true },
    type: { type: String, required: true },
    toldAt: { type: String, required: true },
    institutionId: { type: String, required: true },
    status: { type: String },
    registration: { type: Schema.Types.Mixed },
    papers: { type: [Schema.Types.Mixed], default: undefined },
    branchId: { type: String },
    reporterId: { type: String },
    steps: { type: [Schema.Types.Mixed], default: undefined },
  },
  { collection: 'late_events', versionKey: false, minimize: false },
);
schema.index({ claimId: 1 });
schema.index({ 'steps.step': 1, toldAt: 1 });

/** Rows of releases up to 0.2.0 have no steps: nobody has read them, so they are open. */
const OPEN = { 'steps.step': { $ne: 'settled' } };

export type LateEventsStore = ReturnType<typeof createLateEventsStore>;

export function createLateEventsStore(connection: Connection) {
  const model = connection.model<LateNews>('LateEvent', schema);
  return {
    async keep(event: LateNews): Promise<void> {
      const { _id, ...rest } = event;
      await model.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
    },

    async find(eventId: string): Promise<LateNews | undefined> {
      return (await model.findById(eventId).lean<LateNews>()) ?? undefined;
    },

    /** What nobody has settled, the longest waiting first. */
    async open(limit: number): Promise<readonly LateNews[]> {
      return model.find(OPEN).sort({ toldAt: 1, _id: 1 }).limit(limit).lean<LateNews[]>();
    },

    async ofClaim(claimId: string): Promise<readonly LateNews[]> {
      return model.find({ claimId }).sort({ toldAt: 1 }).lean<LateNews[]>();
    },

    /** False when somebody was quicker: decided again on what is there now. */
    async add({ _id, steps = [] }: LateNews, step: LateStep): Promise<boolean> {
      const as = steps.length === 0 ? { 'steps.0': { $exists: false } } : { steps: { $size: steps.length } };
      return (await model.updateOne({ _id, ...as }, { $push: { steps: step } })).modifiedCount === 1;
    },
  };
}
