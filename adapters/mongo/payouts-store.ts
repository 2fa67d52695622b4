import { type Connection, type Model, Schema } from 'mongoose';
import type { PayoutOrdered } from '#domain/claim/facts.ts';
import { ordersAt } from '#domain/money/payout/line-orders.ts';
import type { PayoutOwner } from '#domain/money/payout/owner.ts';
import type { Payout, PayoutEvent } from '#domain/money/payout/payout.ts';
import type { PayoutId } from '#domain/money/payout/payout-id.ts';
import type { PayoutState } from '#domain/money/payout/states.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { isDuplicateKey } from './connection.ts';

/** One payout line for ever: the order, where it stands, and every event that brought it there. */
export type PayoutDocument = {
  readonly _id: PayoutId;
  readonly claimId: string;
  /** Who hears of it instead of the claim. */
  readonly owner?: PayoutOwner;
  /** Of the issue the line stands at. */
  readonly order: PayoutOrdered;
  /** Of the other issues: one of them may turn out to be what the bank paid. */
  readonly earlier?: readonly PayoutOrdered[];
  readonly payout: Payout;
  /** Grows by one with every write, and guards it. */
  readonly version: number;
  readonly log: readonly PayoutLogEntry[];
};

/** `why` is the bank's or our own reason for a refusal. */
export type PayoutLogEntry = { readonly at: Instant; readonly event: PayoutEvent; readonly why?: string };

const schema = new Schema<PayoutDocument>(
  {
    _id: { type: String, required: true },
    claimId: { type: String, required: true },
    owner: { type: Schema.Types.Mixed },
    order: { type: Schema.Types.Mixed, required: true },
    earlier: { type: [Schema.Types.Mixed], default: undefined },
    payout: { type: Schema.Types.Mixed, required: true },
    version: { type: Number, required: true },
    log: [Schema.Types.Mixed],
  },
  { collection: 'payouts', versionKey: false, minimize: false },
);
schema.index({ claimId: 1 });
schema.index({ 'payout.state': 1 });
schema.index({ 'order.accountRef': 1 });
// Reconciliation: what was logged on a banking day, and whose transfer a number of the bank is.
schema.index({ 'log.at': 1 });
schema.index({ 'payout.bankReference': 1 }, { sparse: true });

const NOT_LEFT: readonly PayoutState[] = ['ordered', 'inquired', 'not-found'];
const LEFT: readonly PayoutState[] = ['sending', 'unknown', 'not-found', 'confirmed'];
const UNSETTLED: readonly PayoutState[] = ['ordered', 'inquired', 'sending', 'unknown', 'not-found'];
const BATCH = 200;
/** Counting stops here: more than this many in flight is an alarm, whatever the number. */
const MOST_COUNTED = 100_000;

export type PayoutsStore = ReturnType<typeof createPayoutsStore>;

export function payoutsModel(connection: Connection): Model<PayoutDocument> {
  return connection.model<PayoutDocument>('Payout', schema);
}

export function createPayoutsStore(connection: Connection) {
  const model = payoutsModel(connection);

  async function find(id: PayoutId): Promise<PayoutDocument | undefined> {
    return (await model.findById(id).lean<PayoutDocument>()) ?? undefined;
  }

  async function* inBatches(query: Record<string, unknown>): AsyncGenerator<readonly PayoutDocument[]> {
    for (let after = '' as PayoutId; ; ) {
      const batch = await model
        .find({ ...query, _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(BATCH)
        .lean<PayoutDocument[]>();
      if (batch.length > 0) yield batch;
      const last = batch.at(-1);
      if (!last || batch.length < BATCH) return;
      after = last._id;
    }
  }

  return {
    find,

    /** The document of this line; made from `fresh` when there is none. The id is unique for ever, so two orders become one document. */
    async open(claimId: string, order: PayoutOrdered, fresh: Payout, owner?: PayoutOwner): Promise<PayoutDocument> {
      const owned = owner === undefined ? {} : { owner };
      const document: PayoutDocument = { _id: fresh.id, claimId, ...owned, order, payout: fresh, version: 0, log: [] };
      try {
        await model.create([document]);
        return document;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return (await find(fresh.id)) ?? document;
      }
    },

    /** Writes the line after what happened, unless somebody wrote meanwhile: then undefined, and the caller reads again. */
    async write(
      before: PayoutDocument,
      payout: Payout,
      entries: readonly PayoutLogEntry[],
      added?: PayoutOrdered,
    ): Promise<PayoutDocument | undefined> {
      const orders = ordersAt(before, payout.issue, added);
      const after = { ...before, ...orders, payout, version: before.version + 1, log: [...before.log, ...entries] };
      const change = { $set: { ...orders, payout, version: after.version }, $push: { log: { $each: entries } } };
      const { modifiedCount } = await model.updateOne({ _id: before._id, version: before.version }, change);
      return modifiedCount === 1 ? after : undefined;
    },

    /** Lines that have not left for the bank, in batches. */
    waiting: () => inBatches({ 'payout.state': { $in: NOT_LEFT } }),

    /** What has not left for the bank, in number and whole rupiah. */
    async sumWaiting(): Promise<{ readonly count: number; readonly amount: number }> {
      const [sum] = await model.aggregate<{ count: number; amount: number }>([
        { $match: { 'payout.state': { $in: NOT_LEFT } } },
        { $group: { _id: null, count: { $sum: 1 }, amount: { $sum: '$order.amount' } } },
      ]);
      return { count: sum?.count ?? 0, amount: sum?.amount ?? 0 };
    },

    /** How many lines have not come to an end, by state; each state is there, also with 0. */
    async countUnsettled(): Promise<Readonly<Partial<Record<PayoutState, number>>>> {
      const count = (state: PayoutState): Promise<number> => model.countDocuments({ 'payout.state': state }, { limit: MOST_COUNTED });
      return Object.fromEntries(await Promise.all(UNSETTLED.map(async (state) => [state, await count(state)] as const)));
    },

    /** When the send began that the bank has been silent about for longest. */
    async oldestUnknown(): Promise<Instant | undefined> {
      const [found] = await model.aggregate<{ sentAt: Instant | null }>([
        { $match: { 'payout.state': 'unknown' } },
        { $limit: MOST_COUNTED },
        { $group: { _id: null, sentAt: { $min: '$payout.sentAt' } } },
      ]);
      return found?.sentAt ?? undefined;
    },

    /** Lines somebody else than a claim ordered and nobody knows the end of, in batches. */
    unsettledOfOwners: () => inBatches({ 'payout.state': { $in: [...NOT_LEFT, 'sending', 'unknown'] }, owner: { $exists: true } }),

    /** Lines we stopped for this reason and nobody has begun anew, in batches. */
    stoppedFor: (why: string) => inBatches({ 'payout.state': 'refused', 'log.why': why }),

    /** Lines that went, or may have gone, to an account kept under one of these references; at most `limit`. */
    async sentTo(accountRefs: readonly string[], limit: number): Promise<readonly PayoutDocument[]> {
      const query = { 'order.accountRef': { $in: accountRefs }, 'payout.state': { $in: LEFT } };
      return model.find(query).sort({ _id: 1 }).limit(limit).lean<PayoutDocument[]>();
    },

    async ofClaim(claimId: string): Promise<readonly PayoutDocument[]> {
      return model.find({ claimId }).sort({ _id: 1 }).lean<PayoutDocument[]>();
    },
  };
}
