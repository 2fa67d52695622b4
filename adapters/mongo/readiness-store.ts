import { type Connection, Schema } from 'mongoose';
import { type MembershipNews, withNews } from '#domain/claim/membership-news.ts';
import { nameKey } from '#domain/people/names/person-name.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CreditSignedV1 } from '#schemas/events/credit-signed.v1.ts';
import { isDuplicateKey } from './connection.ts';
import { gatherFinds } from './gather.ts';

/** What was collected before anything happened: one file per participant and institution. */
export type ReadinessDocument = {
  readonly _id: string;
  readonly participantId: string;
  readonly institutionId: string;
  readonly branchId: string;
  readonly file: Omit<CreditSignedV1, 'institutionId' | 'branchId'>;
  /** Reference of the declared payee's account, when one was declared. */
  readonly declaredAccountRef?: string;
  /** What was wrong with it when it was told; absent in files of releases up to 0.2.0. */
  readonly flags?: readonly ReadinessFlag[];
  /** Broker time of the newest event folded in: an older one that arrives later changes nothing. */
  readonly toldAt: Instant;
  readonly eventId: string;
  /** The participant's name as looked up; written by the store. */
  readonly nameKey?: string;
  /** Counts the writes, so that two at once do not undo each other; absent in files of releases up to 0.2.0. */
  readonly version?: number;
  /** Tellings of the file that came after a newer one, the latest few. */
  readonly ignored?: readonly IgnoredTelling[];
};

/** The declared account is an institution's or its staff's, or so is the payee: it stays visible, and is never confirmed. */
export type ReadinessFlag = 'account-of-partner';

export type IgnoredTelling = { readonly eventId: string; readonly toldAt: Instant; readonly newerAt: Instant };
const MOST_IGNORED = 20;

const schema = new Schema<ReadinessDocument>(
  {
    _id: { type: String, required: true },
    participantId: { type: String, required: true },
    institutionId: { type: String, required: true },
    branchId: { type: String, required: true },
    file: { type: Schema.Types.Mixed, required: true },
    declaredAccountRef: { type: String },
    flags: { type: [String], default: undefined },
    toldAt: { type: Number, required: true },
    eventId: { type: String, required: true },
    nameKey: { type: String },
    version: { type: Number },
    ignored: { type: [Schema.Types.Mixed], default: undefined },
  },
  { collection: 'readiness_files', versionKey: false, minimize: false },
);
schema.index({ participantId: 1 });
// Somebody under another NIK: the same birth date, or the same name.
schema.index({ 'file.participant.birthDate': 1 });
schema.index({ nameKey: 1 }, { sparse: true });
schema.index({ declaredAccountRef: 1 }, { sparse: true });
schema.index({ flags: 1 }, { sparse: true });
schema.index({ 'ignored.eventId': 1 }, { sparse: true });

export type ReadinessStore = ReturnType<typeof createReadinessStore>;

export function readinessFileId(institutionId: string, participantId: string): string {
  return `${institutionId}:${participantId}`;
}

export function createReadinessStore(connection: Connection) {
  const model = connection.model<ReadinessDocument>('ReadinessFile', schema);
  const ofParticipants = gatherFinds(
    (ids) =>
      model
        .find({ participantId: { $in: ids } })
        .sort({ toldAt: 1, _id: 1 })
        .lean<ReadinessDocument[]>(),
    ({ participantId }) => participantId,
  );

  /** Reads, and writes only over what was read; again when somebody was quicker. Undefined changes nothing. */
  async function change(_id: string, by: (known: ReadinessDocument) => object | undefined): Promise<ReadinessDocument | undefined> {
    for (;;) {
      const known = await model.findById(_id).lean<ReadinessDocument>();
      const changes = known ? by(known) : undefined;
      if (!known || !changes) return known ?? undefined;
      const version = known.version ?? { $exists: false };
      const { modifiedCount } = await model.updateOne({ _id, version }, { $set: changes, $inc: { version: 1 } });
      if (modifiedCount === 1) return (await model.findById(_id).lean<ReadinessDocument>()) ?? undefined;
    }
  }

  async function ignore(_id: string, { eventId, toldAt }: Pick<IgnoredTelling, 'eventId' | 'toldAt'>): Promise<void> {
    await change(_id, ({ ignored = [], toldAt: newerAt }) => {
      if (ignored.some((one) => one.eventId === eventId)) return undefined;
      return { ignored: [...ignored, { eventId, toldAt, newerAt }].slice(-MOST_IGNORED) };
    });
  }

  return {
    /** Writes a file told at `toldAt`, unless a newer telling is there, which then says what it did not hear. Repeats change nothing. */
    async tell(document: ReadinessDocument): Promise<void> {
      // The store counts versions; one read before says nothing about the one written now.
      const { _id, version: _read, ...told } = document;
      const rest = { ...told, nameKey: nameKey(told.file.participant.name) };
      const { toldAt, eventId } = document;
      // Of two tellings of one instant the id decides, so that their order does not.
      const older = { $or: [{ toldAt: { $lt: toldAt } }, { toldAt, eventId: { $lte: eventId } }] };
      try {
        await model.updateOne({ _id, ...older }, { $set: rest, $inc: { version: 1 } }, { upsert: true });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        await ignore(_id, { eventId, toldAt });
      }
    },

    /** What BPJS Ketenagakerjaan says of memberships, in every file of the participant; answers the files. Repeats change nothing. */
    async applyNews(participantId: string, news: readonly MembershipNews[]): Promise<readonly ReadinessDocument[]> {
      const files = await model.find({ participantId }).lean<ReadinessDocument[]>();
      const changed = files.map((file) => (newsIn(file, news) ? change(file._id, (known) => newsIn(known, news)) : file));
      return (await Promise.all(changed)).flatMap((file) => file ?? []);
    },

    async flagged(flag: ReadinessFlag, limit: number): Promise<readonly ReadinessDocument[]> {
      return model.find({ flags: flag }).sort({ _id: 1 }).limit(limit).lean<ReadinessDocument[]>();
    },

    /** Files with tellings that were not heard. */
    async withIgnored(limit: number): Promise<readonly ReadinessDocument[]> {
      return model
        .find({ 'ignored.eventId': { $exists: true } })
        .sort({ toldAt: -1, _id: 1 })
        .limit(limit)
        .lean<ReadinessDocument[]>();
    },

    /** The institution's own file. */
    async find(institutionId: string, participantId: string): Promise<ReadinessDocument | undefined> {
      return (await model.findById(readinessFileId(institutionId, participantId)).lean<ReadinessDocument>()) ?? undefined;
    },

    /** All that institutions prepared for a participant, the earliest told first. */
    ofParticipant: (participantId: string): Promise<readonly ReadinessDocument[]> => ofParticipants(participantId),

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

function newsIn({ file }: ReadinessDocument, news: readonly MembershipNews[]): object | undefined {
  const memberships = withNews(file.memberships, news);
  return JSON.stringify(memberships) === JSON.stringify(file.memberships) ? undefined : { 'file.memberships': memberships };
}
