import { type Connection, Schema } from 'mongoose';
import type { Day } from '#domain/calendar/day.ts';
import type { Instant } from '#domain/calendar/instant.ts';
import { nameKey } from '#domain/checks/similarity.ts';
import { afterTold, type MembershipTold } from '#domain/claim/memberships.ts';
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
  /** The participant's name as looked up; written by the store. */
  readonly nameKey?: string;
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
    nameKey: { type: String },
  },
  { collection: 'readiness_files', versionKey: false, minimize: false },
);
schema.index({ participantId: 1 });
// Somebody under another NIK: the same birth date, or the same name.
schema.index({ 'file.participant.birthDate': 1 });
schema.index({ nameKey: 1 }, { sparse: true });
schema.index({ declaredAccountRef: 1 }, { sparse: true });

export type ReadinessStore = ReturnType<typeof createReadinessStore>;

export function readinessFileId(institutionId: string, participantId: string): string {
  return `${institutionId}:${participantId}`;
}

export function createReadinessStore(connection: Connection) {
  const model = connection.model<ReadinessDocument>('ReadinessFile', schema);
  return {
    /** Writes a file told at `toldAt`, unless a newer telling is there. Repeats change nothing. */
    async tell(document: ReadinessDocument): Promise<void> {
      const { _id, ...told } = document;
      const rest = { ...told, nameKey: nameKey(told.file.participant.name) };
      try {
        await model.updateOne({ _id, toldAt: { $lte: document.toldAt } }, { $set: rest }, { upsert: true });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    /** What BPJS Ketenagakerjaan says of a membership, in every file of the participant. Repeats change nothing. */
    async tellMembership(participantId: string, told: MembershipTold): Promise<void> {
      for (const { _id, file } of await model.find({ participantId }).lean<ReadinessDocument[]>()) {
        const memberships = afterTold(file.memberships, told);
        await model.updateOne({ _id }, { $set: { 'file.memberships': memberships } });
      }
    },

    /** Only the institution's own file: another institution's papers are not ours to use. */
    async find(institutionId: string, participantId: string): Promise<ReadinessDocument | undefined> {
      return (await model.findById(readinessFileId(institutionId, participantId)).lean<ReadinessDocument>()) ?? undefined;
    },

    async findByIds(ids: readonly string[]): Promise<readonly ReadinessDocument[]> {
      return model.find({ _id: { $in: ids } }).lean<ReadinessDocument[]>();
    },

    /** Participants who may be this person: born on one of these days, or of the same name; at most `limit`. */
    async alike(name: string, birthDates: readonly Day[], limit: number): Promise<readonly string[]> {
      const query = { $or: [{ 'file.participant.birthDate': { $in: birthDates } }, { nameKey: nameKey(name) }] };
      const found = await model.find(query, { participantId: 1 }).sort({ _id: 1 }).limit(limit).lean<{ participantId: string }[]>();
      return found.map(({ participantId }) => participantId);
    },

    /** Files that declare one of these accounts for their family. */
    async declaring(accountRefs: readonly string[], limit: number): Promise<readonly ReadinessDocument[]> {
      return model
        .find({ declaredAccountRef: { $in: accountRefs } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<ReadinessDocument[]>();
    },
  };
}
