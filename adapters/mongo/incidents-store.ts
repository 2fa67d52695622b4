import { type Connection, Schema } from 'mongoose';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { isDuplicateKey } from './connection.ts';

/**
 * What the sweeper may find: a deadline nobody told, a record nobody can read, a claim or payment nobody works on,
 * money on its way to a partner, or to an account that another family is paid on, a calendar nobody kept,
 * news that waits too long for what it is about, news after the end of a claim that nobody has settled, a deadline or a compensation that the
 * calendar does not reach, a family's code that is not sent or that somebody guesses at, and a workflow that fails whenever it is worked on.
 */
export const INCIDENT_KINDS = [
  'rung-missed',
  'record-unreadable',
  'claim-not-running',
  'payment-not-running',
  'payee-of-partner',
  'account-shared',
  'calendar-missing',
  'family-code-not-sent',
  'status-code-guessed',
  'news-waiting',
  'report-after-withdrawal',
  'report-after-end',
  'papers-after-end',
  'deadline-unknown',
  'compensation-unknown',
  'workflow-failing',
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Something that should not have been possible and was noticed all the same: one row, however often it is seen. */
export type Incident = {
  readonly _id: string;
  readonly kind: IncidentKind;
  /** Absent where there is no claim (yet). */
  readonly claimId?: string;
  readonly rungKey?: string;
  readonly payoutId?: string;
  /** Of news that waits for its parent, or came after the end. */
  readonly newsId?: string;
  readonly dueAt?: Instant;
  /** Start of the pass that found it; of the latest one, when it had been resolved and came back. */
  readonly foundAt: Instant;
  readonly lastSeenAt: Instant;
  readonly timesSeen: number;
  /** Set when a later pass no longer finds it. */
  readonly resolvedAt?: Instant;
};

export type FoundIncident = Pick<Incident, 'kind' | 'claimId' | 'rungKey' | 'payoutId' | 'newsId' | 'dueAt'>;

const schema = new Schema<Incident>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    claimId: { type: String },
    rungKey: { type: String },
    payoutId: { type: String },
    newsId: { type: String },
    dueAt: { type: Number },
    foundAt: { type: Number, required: true },
    lastSeenAt: { type: Number, required: true },
    timesSeen: { type: Number, required: true },
    resolvedAt: { type: Number },
  },
  { collection: 'incidents', versionKey: false },
);
schema.index({ resolvedAt: 1, foundAt: -1 });
schema.index({ foundAt: -1 });

/** Counting stops here: beyond it nobody asks how many. */
const MOST_COUNTED = 100_000;

export type IncidentsStore = ReturnType<typeof createIncidentsStore>;

export function incidentId({ kind, claimId, rungKey, payoutId, newsId }: FoundIncident): string {
  return [kind, claimId, rungKey ?? payoutId ?? newsId].filter((part) => part !== undefined).join(':');
}

export function createIncidentsStore(connection: Connection) {
  const model = connection.model<Incident>('Incident', schema);
  const OPEN = { resolvedAt: { $exists: false } };

  return {
    /** Notes what the pass that began at `at` found; the same pass noting it again changes nothing. Answers how many passes have seen it. */
    async note(found: FoundIncident, at: Instant): Promise<number> {
      const _id = incidentId(found);
      const again = { $set: { lastSeenAt: at }, $inc: { timesSeen: 1 } };
      try {
        const fresh = { $setOnInsert: { ...found, foundAt: at } };
        await model.updateOne({ _id, ...OPEN, lastSeenAt: { $lt: at } }, { ...again, ...fresh }, { upsert: true });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        // It is there and was not open, or this pass has been here before.
        const back = { $set: { lastSeenAt: at, foundAt: at }, $inc: { timesSeen: 1 }, $unset: { resolvedAt: 1 } };
        await model.updateOne({ _id, resolvedAt: { $exists: true }, lastSeenAt: { $lt: at } }, back);
      }
      return (await model.findById(_id).lean<Incident>())?.timesSeen ?? 1;
    },

    /** What a pass that began at `passStartedAt` and saw every claim did not see any more is over. Answers how many that were. */
    async resolveUnseen(passStartedAt: Instant, resolvedAt: Instant): Promise<number> {
      const { modifiedCount } = await model.updateMany({ ...OPEN, lastSeenAt: { $lt: passStartedAt } }, { $set: { resolvedAt } });
      return modifiedCount;
    },

    /** Not resolved yet, latest first. */
    async open(limit = 100): Promise<readonly Incident[]> {
      return model.find(OPEN).sort({ foundAt: -1, _id: 1 }).limit(limit).lean<Incident[]>();
    },

    /** How many are not resolved, of each kind; each kind is there, also with 0. */
    async countOpen(): Promise<Readonly<Record<IncidentKind, number>>> {
      const found = await model.aggregate<{ _id: string; count: number }>([
        { $match: OPEN },
        { $limit: MOST_COUNTED },
        { $group: { _id: '$kind', count: { $sum: 1 } } },
      ]);
      const counts = new Map(found.map(({ _id, count }) => [_id, count]));
      return Object.fromEntries(INCIDENT_KINDS.map((kind) => [kind, counts.get(kind) ?? 0])) as Record<IncidentKind, number>;
    },

    async ofClaim(claimId: string): Promise<readonly Incident[]> {
      return model.find({ claimId }).sort({ foundAt: 1, _id: 1 }).lean<Incident[]>();
    },

    /** How many were found at or after that instant, resolved or not, of each kind. */
    async countSince(since: Instant): Promise<Readonly<Record<IncidentKind, number>>> {
      const count = (kind: IncidentKind): Promise<number> => model.countDocuments({ kind, foundAt: { $gte: since } });
      const counts = await Promise.all(INCIDENT_KINDS.map(async (kind) => [kind, await count(kind)] as const));
      return Object.fromEntries(counts) as Record<IncidentKind, number>;
    },
  };
}
