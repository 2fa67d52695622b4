import { type Connection, Schema } from 'mongoose';
import type { CaseOwner, CaseState, CaseStep, ReconciliationCase } from '#domain/money/reconciliation/case.ts';
import { caseIdOf, type Difference, differenceId } from '#domain/money/reconciliation/difference.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { isDuplicateKey } from './connection.ts';

type CaseDocument = Omit<ReconciliationCase, 'id'> & {
  readonly _id: string;
  readonly openedAt: Instant;
  /** Grows by one with every write, and guards it. */
  readonly version: number;
};
export type KeptCase = ReconciliationCase & Pick<CaseDocument, 'openedAt' | 'version'>;

const schema = new Schema<CaseDocument>(
  {
    _id: { type: String, required: true },
    day: { type: String, required: true },
    difference: { type: Schema.Types.Mixed, required: true },
    names: { type: [String], default: undefined },
    owner: { type: Schema.Types.Mixed, required: true },
    state: { type: String, required: true },
    steps: [Schema.Types.Mixed],
    openedAt: { type: Number, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'reconciliation_cases', versionKey: false, minimize: false },
);
schema.index({ state: 1, openedAt: 1, _id: 1 });
schema.index({ day: 1 });

export type ReconciliationCasesStore = ReturnType<typeof createReconciliationCasesStore>;
export type CaseCursor = { readonly openedAt: Instant; readonly id: string };
export type CaseFilter = { readonly state?: CaseState; readonly isLive?: true; readonly day?: Day; readonly after?: CaseCursor };

const FOUND = 'Ditemukan pada pencocokan harian.';
const LOST = 'Tidak ditemukan lagi pada pencocokan ulang.';
const MACHINE = { id: SYSTEM_ACTOR.id, role: SYSTEM_ACTOR.role } as const;
const LIVE: readonly CaseState[] = ['open', 'explained'];

export function createReconciliationCasesStore(connection: Connection) {
  const model = connection.model<CaseDocument>('ReconciliationCase', schema);

  async function find(id: string): Promise<KeptCase | undefined> {
    const document = await model.findById(id).lean<CaseDocument>();
    return document ? toCase(document) : undefined;
  }

  return {
    find,

    /**
     * Opens a case for the difference unless there is one. Closed by people it stays closed: they knew what they saw. Closed because a run no
     * longer found it, it opens again. A difference that is an older case under another name leaves its name there.
     */
    async note(day: Day, difference: Difference, owner: CaseOwner, at: Instant): Promise<void> {
      const _id = caseIdOf(difference);
      const found: CaseStep = { step: 'found', at, by: MACHINE, reason: FOUND };
      try {
        await model.create([{ _id, day, difference, owner, state: 'open', steps: [found], openedAt: at, version: 0 }]);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        if (difference.caseId !== undefined) await model.updateOne({ _id }, { $addToSet: { names: differenceId(difference) } });
        const kept = await find(_id);
        if (kept?.state !== 'closed' || kept.steps.at(-1)?.step !== 'lost') return;
        const back = { $set: { state: 'open' as const, difference }, $push: { steps: found }, $inc: { version: 1 } };
        await model.updateOne({ _id, version: kept.version }, back);
      }
    },

    /** Cases of the day that its latest run did not find. Answers how many. */
    async closeLost(day: Day, found: readonly string[], at: Instant): Promise<number> {
      const lost: CaseStep = { step: 'lost', at, by: MACHINE, reason: LOST };
      const change = { $set: { state: 'closed' as const }, $push: { steps: lost }, $inc: { version: 1 } };
      const { modifiedCount } = await model.updateMany({ day, state: { $in: LIVE }, _id: { $nin: found } }, change);
      return modifiedCount;
    },

    /** A person's step, unless somebody wrote meanwhile: then false, and the caller reads again. */
    async add({ id, version }: KeptCase, state: CaseState, step: CaseStep): Promise<boolean> {
      const change = { $set: { state }, $push: { steps: step }, $inc: { version: 1 } };
      const { modifiedCount } = await model.updateOne({ _id: id, version }, change);
      return modifiedCount === 1;
    },

    /** The longest open first, at most `limit`. */
    async list(filter: CaseFilter, limit: number): Promise<readonly KeptCase[]> {
      const { after, isLive, ...others } = filter;
      const exact = isLive ? { ...others, state: { $in: LIVE } } : others;
      const later = after && { $or: [{ openedAt: { $gt: after.openedAt } }, { openedAt: after.openedAt, _id: { $gt: after.id } }] };
      const found = await model
        .find({ ...exact, ...later })
        .sort({ openedAt: 1, _id: 1 })
        .limit(limit)
        .lean<CaseDocument[]>();
      return found.map(toCase);
    },

    async ofDay(day: Day): Promise<readonly KeptCase[]> {
      return (await model.find({ day }).sort({ _id: 1 }).lean<CaseDocument[]>()).map(toCase);
    },

    async ofIds(ids: readonly string[]): Promise<readonly KeptCase[]> {
      return (await model.find({ _id: { $in: ids } }).lean<CaseDocument[]>()).map(toCase);
    },

    /** How many cases that nobody has closed yet each of these days has. */
    async liveByDay(first: Day, last: Day): Promise<ReadonlyMap<Day, number>> {
      const counts = await model.aggregate<{ _id: Day; count: number }>([
        { $match: { day: { $gte: first, $lte: last }, state: { $in: LIVE } } },
        { $group: { _id: '$day', count: { $sum: 1 } } },
      ]);
      return new Map(counts.map(({ _id, count }) => [_id, count]));
    },

    /** Days with a case nobody has explained. */
    async openDays(since: Day): Promise<readonly Day[]> {
      return (await model.distinct('day', { state: 'open', day: { $gte: since } })) as Day[];
    },
  };
}

function toCase({ _id, ...rest }: CaseDocument): KeptCase {
  return { id: _id, ...rest };
}
