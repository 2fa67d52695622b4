import { type Connection, Schema } from 'mongoose';
import type { Instant } from '#domain/time/calendar/instant.ts';

/** How far a pass over the whole journal has come, so that another process goes on from there. */
export type PassProgress = {
  readonly startedAt: Instant;
  readonly updatedAt: Instant;
  /** The last claim whose batch is done. */
  readonly after: string;
  readonly counts: Readonly<Record<string, number>>;
};

type ProgressDocument = PassProgress & { readonly _id: string };

const schema = new Schema<ProgressDocument>(
  {
    _id: { type: String, required: true },
    startedAt: { type: Number, required: true },
    updatedAt: { type: Number, required: true },
    after: { type: String, required: true },
    counts: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'rebuilds', versionKey: false, minimize: false },
);

export type RebuildsStore = ReturnType<typeof createRebuildsStore>;

export function createRebuildsStore(connection: Connection) {
  const model = connection.model<ProgressDocument>('Rebuild', schema);
  return {
    /** The unfinished pass of this name. */
    async find(run: string): Promise<PassProgress | undefined> {
      return (await model.findById(run).lean<ProgressDocument>()) ?? undefined;
    },

    async save(run: string, progress: PassProgress): Promise<void> {
      await model.updateOne({ _id: run }, { $set: progress }, { upsert: true });
    },

    /** Ended or given up: the next pass begins at the beginning. */
    async forget(run: string): Promise<void> {
      await model.deleteOne({ _id: run });
    },
  };
}
