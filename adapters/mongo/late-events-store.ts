import { type Connection, Schema } from 'mongoose';

/** Something told about a claim after it ended. Kept for a person, never dropped; the claim itself does not move. */
export type LateEvent = {
  /** Id of the event, so that a repeat is the same row. */
  readonly _id: string;
  readonly claimId: string;
  readonly type: string;
  readonly toldAt: string;
  readonly institutionId: string;
};

const schema = new Schema<LateEvent>(
  {
    _id: { type: String, required: true },
    claimId: { type: String, required: true },
    type: { type: String, required: true },
    toldAt: { type: String, required: true },
    institutionId: { type: String, required: true },
  },
  { collection: 'late_events', versionKey: false },
);
schema.index({ claimId: 1 });

export type LateEventsStore = ReturnType<typeof createLateEventsStore>;

export function createLateEventsStore(connection: Connection) {
  const model = connection.model<LateEvent>('LateEvent', schema);
  return {
    async keep(event: LateEvent): Promise<void> {
      const { _id, ...rest } = event;
      await model.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
    },
    async ofClaim(claimId: string): Promise<readonly LateEvent[]> {
      return model.find({ claimId }).sort({ toldAt: 1 }).lean<LateEvent[]>();
    },
  };
}
