import { type Connection, Schema } from 'mongoose';
import type { Freeze, FreezeStep } from '#domain/money/payout/freeze.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { isDuplicateKey } from './connection.ts';

type FreezeDocument = Omit<Freeze, 'freezeId'> & { readonly _id: string };

const schema = new Schema<FreezeDocument>(
  {
    _id: { type: String, required: true },
    from: { type: Number, required: true },
    until: { type: Number, required: true },
    steps: [Schema.Types.Mixed],
  },
  { collection: 'freezes', versionKey: false, minimize: false },
);
schema.index({ until: 1 });

export type FreezesStore = ReturnType<typeof createFreezesStore>;

/** Freezes are kept for ever, whatever became of them: they explain why money left late. */
export function createFreezesStore(connection: Connection) {
  const model = connection.model<FreezeDocument>('Freeze', schema);

  return {
    /** False when it is kept already. */
    async propose({ freezeId, ...freeze }: Freeze): Promise<boolean> {
      try {
        await model.create([{ _id: freezeId, ...freeze }]);
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },

    async find(freezeId: string): Promise<Freeze | undefined> {
      const document = await model.findById(freezeId).lean<FreezeDocument>();
      return document ? toFreeze(document) : undefined;
    },

    /** The latest first. */
    async list(): Promise<readonly Freeze[]> {
      return (await model.find().sort({ from: -1, _id: 1 }).limit(500).lean<FreezeDocument[]>()).map(toFreeze);
    },

    /** Every freeze whose time is not over, in force or not. */
    async notOver(at: Instant): Promise<readonly Freeze[]> {
      return (await model.find({ until: { $gt: at } }).lean<FreezeDocument[]>()).map(toFreeze);
    },

    /** False when somebody was quicker: decided again on what is there now. */
    async add({ freezeId, steps }: Freeze, step: FreezeStep): Promise<boolean> {
      const { modifiedCount } = await model.updateOne({ _id: freezeId, steps: { $size: steps.length } }, { $push: { steps: step } });
      return modifiedCount === 1;
    },
  };
}

function toFreeze({ _id, from, until, steps }: FreezeDocument): Freeze {
  return { freezeId: _id, from, until, steps };
}
