import { type Connection, Schema } from 'mongoose';
import type { Instant } from '#domain/calendar/instant.ts';
import type { CreditSignedV1 } from '#schemas/events/credit-signed.v1.ts';
import { isDuplicateKey } from './connection.ts';

/** What was collected before anything happened: one file per participant and institution. */
export type ReadinessDocument = {
  readonly _id: string;
  readonly participantId: string;
  readonly institutionId: string;
  readonly branchId: string;
  readonly file: Omit<CreditSignedV1, 'institutionId' | 'branchId'>;
  /** Reference of the declared payee's account, when one was declared. */
  readonly declaredAccountRef?: string;
  /** Broker time of the newest event folded in: an older one that arrives later changes nothing. */
  readonly toldAt: Instant;
  readonly eventId: string;
};

const schema = new Schema<ReadinessDocument>(
  {
    _id: { type: String, required: true },
    participantId: { type: String, required: true },
    institutionId: { type: String, required: true },
    branchId: { type: String, required: true },
    file: { type: Schema.Types.Mixed, required: true },
    declaredAccountRef: { type: String },
    toldAt: { type: Number, required: true },
    eventId: { type: String, required: true },
  },
  { collection: 'readiness_files', versionKey: false, minimize: false },
);
schema.index({ participantId: 1 });

export type ReadinessStore = ReturnType<typeof createReadinessStore>;

export function readinessFileId(institutionId: string, participantId: string): string {
  return `${institutionId}:${participantId}`;
}

export function createReadinessStore(connection: Connection) {
  const model = connection.model<ReadinessDocument>('ReadinessFile', schema);
  return {
    /** Writes a file told at `toldAt`, unless a newer telling is there. Repeats change nothing. */
    async tell(document: ReadinessDocument): Promise<void> {
      const { _id, ...rest } = document;
      try {
        await model.updateOne({ _id, toldAt: { $lte: document.toldAt } }, { $set: rest }, { upsert: true });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    /** Only the institution's own file: another institution's papers are not ours to use. */
    async find(institutionId: string, participantId: string): Promise<ReadinessDocument | undefined> {
      return (await model.findById(readinessFileId(institutionId, participantId)).lean<ReadinessDocument>()) ?? undefined;
    },

    async findByIds(ids: readonly string[]): Promise<readonly ReadinessDocument[]> {
      return model.find({ _id: { $in: ids } }).lean<ReadinessDocument[]>();
    },
  };
}
