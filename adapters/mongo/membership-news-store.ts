import { type Connection, Schema } from 'mongoose';
import { type HeardNews, hearNews, kpjOf, type MembershipNews, type NewsOfMembership } from '#domain/claim/membership-news.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { isDuplicateKey } from './connection.ts';
import { gatherFinds } from './gather.ts';

/** Who said since when that nothing comes of it any more. */
export type Dismissal = { readonly by: string; readonly at: Instant; readonly reason: string };

/** All that BPJS Ketenagakerjaan has said of one membership of one participant, whether or not we know him yet. */
export type MembershipNewsDocument = MembershipNews & {
  readonly _id: string;
  readonly participantId: string;
  readonly version: number;
  /** Set while there is neither a file nor an open claim it could be told to. */
  readonly waitingSince?: Instant;
  readonly dismissal?: Dismissal;
};

const schema = new Schema<MembershipNewsDocument>(
  {
    _id: { type: String, required: true },
    participantId: { type: String, required: true },
    kpj: { type: String, required: true },
    coverage: { type: Schema.Types.Mixed },
    contributions: [Schema.Types.Mixed],
    ignored: [Schema.Types.Mixed],
    version: { type: Number, required: true },
    waitingSince: { type: Number },
    dismissal: { type: Schema.Types.Mixed },
  },
  { collection: 'membership_news', versionKey: false, minimize: false },
);
schema.index({ participantId: 1 });
schema.index({ waitingSince: 1 }, { sparse: true });
schema.index({ 'ignored.eventId': 1 }, { sparse: true });

const WAITING = { waitingSince: { $exists: true }, dismissal: { $exists: false } };

export type MembershipNewsStore = ReturnType<typeof createMembershipNewsStore>;

export function createMembershipNewsStore(connection: Connection) {
  const model = connection.model<MembershipNewsDocument>('MembershipNews', schema);
  const ofParticipants = gatherFinds(
    (ids) =>
      model
        .find({ participantId: { $in: ids } })
        .sort({ _id: 1 })
        .lean<MembershipNewsDocument[]>(),
    ({ participantId }) => participantId,
  );

  /** False when somebody was quicker. */
  async function write(known: MembershipNewsDocument | undefined, next: MembershipNewsDocument): Promise<boolean> {
    if (!known) {
      try {
        await model.create([next]);
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    }
    const { coverage, contributions, ignored, version } = next;
    const changes = { contributions, ignored, version, ...(coverage === undefined ? {} : { coverage }) };
    const { modifiedCount } = await model.updateOne({ _id: known._id, version: known.version }, { $set: changes });
    return modifiedCount === 1;
  }

  return {
    /** Folds the news in and answers what now stands. News of a membership nobody has heard of waits from here on. */
    async hear(
      participantId: string,
      told: NewsOfMembership,
      now: Instant,
    ): Promise<Omit<HeardNews, 'news'> & { news: MembershipNewsDocument }> {
      const _id = `${participantId}:${kpjOf(told)}`;
      for (;;) {
        const known = (await model.findById(_id).lean<MembershipNewsDocument>()) ?? undefined;
        const { news, outcome } = hearNews(known, told);
        if (known && news === known) return { news: known, outcome };
        const since = known ? {} : { waitingSince: now };
        const next = { ...since, ...known, ...news, _id, participantId, version: (known?.version ?? 0) + 1 };
        if (await write(known, next)) return { news: next, outcome };
      }
    },

    of: (participantId: string): Promise<readonly MembershipNewsDocument[]> => ofParticipants(participantId),

    /** Found its parent, or lost it. Repeatable. */
    async setWaiting({ _id }: Pick<MembershipNewsDocument, '_id'>, since: Instant | undefined): Promise<void> {
      const waits = { _id, waitingSince: { $exists: false } };
      if (since !== undefined) await model.updateOne(waits, { $set: { waitingSince: since } });
      else await model.updateOne({ _id }, { $unset: { waitingSince: 1, dismissal: 1 } });
    },

    /** The longest waiting first, of those waiting since `before` or longer; what somebody has dismissed is left out. */
    async waiting(limit: number, before = Number.MAX_SAFE_INTEGER): Promise<readonly MembershipNewsDocument[]> {
      const query = { ...WAITING, waitingSince: { $exists: true, $lte: before } };
      return model.find(query).sort({ waitingSince: 1, _id: 1 }).limit(limit).lean<MembershipNewsDocument[]>();
    },

    async withIgnored(limit: number): Promise<readonly MembershipNewsDocument[]> {
      return model
        .find({ 'ignored.eventId': { $exists: true } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<MembershipNewsDocument[]>();
    },

    /** It stays and is told should its parent come after all. False when it does not wait, or somebody said so before. */
    async dismiss(_id: string, dismissal: Dismissal): Promise<boolean> {
      return (await model.updateOne({ _id, ...WAITING }, { $set: { dismissal } })).modifiedCount === 1;
    },
  };
}
