import { type Connection, Schema } from 'mongoose';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimPaper } from '#domain/claim/parts.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { gatherFinds } from './gather.ts';
import type { Dismissal } from './membership-news-store.ts';

/** Papers for a claim nobody has reported yet: kept until it is. */
export type WaitingPapers = {
  /** Id of the event, so that a repeat is the same row. */
  readonly _id: string;
  readonly claimId: ClaimId;
  readonly institutionId: string;
  readonly branchId: string;
  readonly staffId: string;
  readonly papers: readonly ClaimPaper[];
  readonly toldAt: Instant;
  readonly waitingSince: Instant;
  readonly dismissal?: Dismissal;
};

/** Of one institution. More is no reordering but a fault, or worse. */
const MOST_OF_INSTITUTION = 1_000;

const schema = new Schema<WaitingPapers>(
  {
    _id: { type: String, required: true },
    claimId: { type: String, required: true },
    institutionId: { type: String, required: true },
    branchId: { type: String, required: true },
    staffId: { type: String, required: true },
    papers: [Schema.Types.Mixed],
    toldAt: { type: Number, required: true },
    waitingSince: { type: Number, required: true },
    dismissal: { type: Schema.Types.Mixed },
  },
  { collection: 'waiting_papers', versionKey: false, minimize: false },
);
schema.index({ claimId: 1 });
schema.index({ institutionId: 1 });
schema.index({ waitingSince: 1 });

export type WaitingPapersStore = ReturnType<typeof createWaitingPapersStore>;

export function createWaitingPapersStore(connection: Connection) {
  const model = connection.model<WaitingPapers>('WaitingPapers', schema);
  const ofClaims = gatherFinds(
    (ids: readonly ClaimId[]) =>
      model
        .find({ claimId: { $in: ids } })
        .sort({ toldAt: 1, _id: 1 })
        .lean<WaitingPapers[]>(),
    ({ claimId }) => claimId,
  );
  return {
    /** False when the institution keeps too many waiting already. Repeats change nothing. */
    async keep({ _id, ...rest }: WaitingPapers): Promise<boolean> {
      const { institutionId } = rest;
      if ((await model.countDocuments({ institutionId, _id: { $ne: _id } })) >= MOST_OF_INSTITUTION) return false;
      await model.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
      return true;
    },

    /** In the teller's order. */
    ofClaim: (claimId: ClaimId): Promise<readonly WaitingPapers[]> => ofClaims(claimId),

    async remove(_id: string): Promise<void> {
      await model.deleteOne({ _id });
    },

    /** The longest waiting first, of those waiting since `before` or longer; what somebody has dismissed is left out. */
    async waiting(limit: number, before = Number.MAX_SAFE_INTEGER): Promise<readonly WaitingPapers[]> {
      const query = { waitingSince: { $lte: before }, dismissal: { $exists: false } };
      return model.find(query).sort({ waitingSince: 1, _id: 1 }).limit(limit).lean<WaitingPapers[]>();
    },

    /** False when it does not wait, or somebody said so before. */
    async dismiss(_id: string, dismissal: Dismissal): Promise<boolean> {
      return (await model.updateOne({ _id, dismissal: { $exists: false } }, { $set: { dismissal } })).modifiedCount === 1;
    },
  };
}
