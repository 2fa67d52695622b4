import { type Connection, Schema } from 'mongoose';
import type { Difference } from '#domain/money/reconciliation/difference.ts';
import { nameEntries } from '#domain/money/reconciliation/entry-names.ts';
import type { EntryOfDay } from '#domain/money/reconciliation/match-input.ts';
import type { StatementEntry, UnreadableLine } from '#domain/money/reconciliation/statement.ts';
import type { Totals } from '#domain/money/reconciliation/totals.ts';
import type { StatementDay } from '#domain/money/reports/bank-proof.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';

/** The run of one banking day; run again it is written anew. `waiting` has no result yet: the bank's statement is not there. */
export type ReconciliationRun = {
  readonly _id: Day;
  readonly state: 'waiting' | 'done';
  readonly why?: string;
  readonly at: Instant;
  readonly totals?: Totals;
  readonly matched?: number;
  readonly differences?: readonly Difference[];
  /** Differences of earlier matches of this day that the bank's own word has settled since. */
  readonly told?: readonly Difference[];
  /** Lines of the statement nobody could read; absent when there are none, and in runs of release 0.2.0. */
  readonly unreadable?: readonly UnreadableLine[];
};
export type FinishedRun = Required<Pick<ReconciliationRun, 'totals' | 'matched' | 'differences' | 'told'>> &
  Pick<ReconciliationRun, 'unreadable'>;

type EntryDocument = EntryOfDay & { readonly _id: string };

const runSchema = new Schema<ReconciliationRun>(
  {
    _id: { type: String, required: true },
    state: { type: String, required: true },
    why: { type: String },
    at: { type: Number, required: true },
    totals: { type: Schema.Types.Mixed },
    matched: { type: Number },
    differences: { type: [Schema.Types.Mixed], default: undefined },
    told: { type: [Schema.Types.Mixed], default: undefined },
    unreadable: { type: [Schema.Types.Mixed], default: undefined },
  },
  { collection: 'reconciliation_runs', versionKey: false, minimize: false },
);
runSchema.index({ 'unreadable.reference': 1 }, { sparse: true });

const entrySchema = new Schema<EntryDocument>(
  {
    _id: { type: String, required: true },
    day: { type: String, required: true },
    reference: { type: String },
    toldReference: { type: String },
    kind: { type: String },
    bankReference: { type: String, required: true },
    direction: { type: String, required: true },
    amount: { type: Number, required: true },
    at: { type: Number, required: true },
  },
  { collection: 'statement_entries', versionKey: false },
);
entrySchema.index({ day: 1 });
entrySchema.index({ reference: 1 }, { sparse: true });

export type ReconciliationsStore = ReturnType<typeof createReconciliationsStore>;

const MOST_ASKED = 1_000;

export function createReconciliationsStore(connection: Connection) {
  const runs = connection.model<ReconciliationRun>('ReconciliationRun', runSchema);
  const entries = connection.model<EntryDocument>('StatementEntry', entrySchema);

  return {
    async find(day: Day): Promise<ReconciliationRun | undefined> {
      return (await runs.findById(day).lean<ReconciliationRun>()) ?? undefined;
    },

    async daysDone(since: Day): Promise<readonly Day[]> {
      const done = await runs.find({ _id: { $gte: since }, state: 'done' }, { _id: 1 }).lean<{ _id: Day }[]>();
      return done.map(({ _id }) => _id);
    },

    /** Of the first run there ever was. */
    async firstDay(): Promise<Day | undefined> {
      return (await runs.findOne({}, { _id: 1 }).sort({ _id: 1 }).lean<{ _id: Day }>())?._id;
    },

    /** A day that has a result keeps it. */
    async noteWaiting(day: Day, why: string, at: Instant): Promise<void> {
      const waiting = { state: 'waiting', why, at } as const;
      const { matchedCount } = await runs.updateOne({ _id: day, state: 'waiting' }, { $set: waiting });
      if (matchedCount === 0) await runs.updateOne({ _id: day }, { $setOnInsert: waiting }, { upsert: true });
    },

    async finish(day: Day, at: Instant, run: FinishedRun): Promise<void> {
      await runs.updateOne(
        { _id: day },
        { $set: { ...run, state: 'done', at }, $unset: { why: 1, ...(run.unreadable ? {} : { unreadable: 1 }) } },
        { upsert: true },
      );
    },

    /**
     * The statement of a day as the bank last gave it, whatever it said before. What stays is not taken away meanwhile: a report or another day's
     * run that reads now must not miss a payment.
     */
    async keepEntries(day: Day, statement: readonly StatementEntry[]): Promise<void> {
      const documents = nameEntries(day, statement).map(({ entry, name }) => ({ _id: name, day, ...entry }));
      const writes = documents
        .toSorted((a, b) => (a._id < b._id ? -1 : 1))
        .map((document) => ({ replaceOne: { filter: { _id: document._id }, replacement: document, upsert: true } }));
      for (let from = 0; from < writes.length; from += MOST_ASKED) await entries.bulkWrite(writes.slice(from, from + MOST_ASKED));
      const kept = new Set(documents.map(({ _id }) => _id));
      const gone = (await entries.find({ day }, { _id: 1 }).lean<{ _id: string }[]>()).filter(({ _id }) => !kept.has(_id));
      for (let from = 0; from < gone.length; from += MOST_ASKED) {
        await entries.deleteMany({ _id: { $in: gone.slice(from, from + MOST_ASKED).map(({ _id }) => _id) } });
      }
    },

    async entriesOf(day: Day): Promise<readonly EntryOfDay[]> {
      return entries.find({ day }, { _id: 0 }).sort({ at: 1, _id: 1 }).lean<EntryOfDay[]>();
    },

    /** From the first to the last of these days, in order. */
    async entriesBetween(first: Day, last: Day): Promise<readonly EntryOfDay[]> {
      return entries
        .find({ day: { $gte: first, $lte: last } }, { _id: 0 })
        .sort({ day: 1, at: 1, _id: 1 })
        .lean<EntryOfDay[]>();
    },

    /** The runs of these days, latest first. */
    async runsBetween(first: Day, last: Day): Promise<readonly ReconciliationRun[]> {
      return runs
        .find({ _id: { $gte: first, $lte: last } })
        .sort({ _id: -1 })
        .lean<ReconciliationRun[]>();
    },

    /** Which of these days were asked for, and whether their statement was read. */
    async daysAsked(first: Day, last: Day): Promise<readonly StatementDay[]> {
      const asked = await runs
        .find({ _id: { $gte: first, $lte: last } }, { state: 1 })
        .sort({ _id: 1 })
        .lean<Pick<ReconciliationRun, '_id' | 'state'>[]>();
      return asked.map(({ _id, state }) => ({ day: _id, isRead: state === 'done' }));
    },

    /** Entries of any day under these references, by day; without the bank's charges for them. */
    async entriesUnder(references: readonly string[]): Promise<readonly EntryOfDay[]> {
      const found: EntryOfDay[] = [];
      for (let from = 0; from < references.length; from += MOST_ASKED) {
        const some = references.slice(from, from + MOST_ASKED);
        found.push(...(await entries.find({ reference: { $in: some }, kind: { $ne: 'fee' } }, { _id: 0 }).lean<EntryOfDay[]>()));
      }
      return found.toSorted((a, b) => (a.day < b.day ? -1 : 1) || a.at - b.at);
    },

    /** Lines of other days that nobody could read and that are about one of these references. */
    async unreadableUnder(references: readonly string[], except: Day): Promise<readonly UnreadableLine[]> {
      const wanted = new Set(references);
      const some = await runs
        .find({ 'unreadable.reference': { $exists: true }, _id: { $ne: except } }, { unreadable: 1 })
        .lean<ReconciliationRun[]>();
      return some.flatMap(({ unreadable = [] }) => unreadable.filter(({ reference }) => reference !== undefined && wanted.has(reference)));
    },
  };
}
