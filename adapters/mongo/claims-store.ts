import type { Connection } from 'mongoose';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { PayoutOrdered } from '#domain/claim/facts.ts';
import { ordersInFlight } from '#domain/claim/payout-lines.ts';
import type { ClaimState, RungState } from '#domain/claim/state.ts';
import { CLAIM_STATUSES, type ClaimStatus } from '#domain/claim/statuses.ts';
import { type ClaimDocument, claimDocument, claimsModel } from './claims.model.ts';
import { againAfterDeadlock, inOrderOf, isDuplicateKey } from './connection.ts';
import { Gather, gatherFinds, MOST_PER_QUESTION, together } from './gather.ts';
import { OPEN_STATUSES, openPage } from './open-walk.ts';

/** What a claims list is narrowed by; absent means all. */
export type ClaimFilter = {
  readonly status?: ClaimStatus;
  /** Only what this institution reported or prepared for. */
  readonly institutionId?: string;
  /** Only open claims with a warning for whoever holds them. */
  readonly escalated?: boolean;
  /** Only what comes after this row of the list. */
  readonly after?: ClaimCursor;
};

export type ClaimCursor = { readonly updatedAt: number; readonly claimId: string };

/** A rung and the claim it belongs to. */
export type OpenRung = { readonly claim: ClaimState; readonly rung: RungState };
export type RungCursor = { readonly firedAt: number; readonly claimId: string; readonly key: string };

/** A payment nobody knows the end of. */
export type PaymentInFlight = { readonly claimId: ClaimId; readonly payout: PayoutOrdered; readonly exempted: boolean };

type Save = { readonly state: ClaimState; readonly head: string };

/** What the clocks of a claim are computed from, as it lies in the store: nobody has checked its shape. */
export type OpenClaim = { readonly _id: string; readonly state: Pick<ClaimState, (typeof CLOCK_FIELDS)[number]> };

export const CLOCK_FIELDS = [
  'clocks',
  'rungs',
  'calendar',
  'updatedAt',
  'compensationUnknown',
  'readings',
  'institutionId',
  'branchId',
] as const satisfies readonly (keyof ClaimState)[];
const CLOCK_PROJECTION: Record<string, 1> = Object.fromEntries(CLOCK_FIELDS.map((field) => [`state.${field}`, 1]));

export type ClaimsStore = ReturnType<typeof createClaimsStore>;

export function createClaimsStore(connection: Connection) {
  const model = claimsModel(connection);

  const finds = gatherFinds(
    (ids) => model.find({ _id: { $in: ids } }).lean<ClaimDocument[]>(),
    ({ _id }) => _id,
  );

  async function saveOne(save: Save): Promise<void> {
    try {
      const { filter, update, upsert } = forwards(save);
      await againAfterDeadlock(() => model.updateOne(filter, update, { upsert }));
    } catch (error) {
      // The upsert found no older document because there is one at least as new.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  async function saveAll(saves: readonly Save[]): Promise<void> {
    await model.bulkWrite(
      inOrderOf(saves, ({ state }) => state.claimId).map((save) => ({ updateOne: forwards(save) })),
      { ordered: false, throwOnValidationError: true },
    );
  }

  const saves = new Gather(together(saveAll, saveOne), MOST_PER_QUESTION);

  return {
    find: async (claimId: ClaimId): Promise<ClaimDocument | undefined> => (await finds(claimId))[0],

    /** Writes only forwards: a document that is already at this number or later is left alone. */
    save: (state: ClaimState, head: string): Promise<void> => saves.add({ state, head }),

    /** Claims of a participant that have not ended. */
    async openOf(participantId: string): Promise<readonly ClaimId[]> {
      const query = { 'state.participantId': participantId, status: { $in: OPEN_STATUSES } };
      const found = await model.find(query, { _id: 1 }).sort({ _id: 1 }).lean<{ _id: ClaimId }[]>();
      return found.map(({ _id }) => _id);
    },

    /** Latest change first, at most `limit`. */
    async list(filter: ClaimFilter, limit: number): Promise<readonly ClaimDocument[]> {
      const { after, escalated, institutionId, ...exact } = filter;
      const own = institutionId !== undefined && { $or: [{ institutionId }, { 'state.parties.institutionId': institutionId }] };
      const older = after && {
        $or: [{ updatedAt: { $lt: after.updatedAt } }, { updatedAt: after.updatedAt, _id: { $gt: after.claimId } }],
      };
      const warned = escalated === true && { 'state.rungs': { $elemMatch: { tells: 'holder' } } };
      const open = escalated === true && exact.status === undefined && { status: { $in: OPEN_STATUSES } };
      const query = { ...exact, ...open, ...warned, ...all(own, older) };
      return model.find(query).sort({ updatedAt: -1, _id: 1 }).limit(limit).lean<ClaimDocument[]>();
    },

    /** Rungs of open claims that somebody must acknowledge and nobody has: the longest waiting first, at most `limit`. */
    async openRungs(limit: number, after?: RungCursor): Promise<readonly OpenRung[]> {
      const unacknowledged = { mustAcknowledge: true, acknowledgedAt: { $exists: false } };
      const [at, id, key] = ['state.rungs.firedAt', '_id', 'state.rungs.key'];
      const later = after && {
        $or: [
          { [at]: { $gt: after.firedAt } },
          { [at]: after.firedAt, [id]: { $gt: after.claimId } },
          { [at]: after.firedAt, [id]: after.claimId, [key]: { $gt: after.key } },
        ],
      };
      const found = await model.aggregate<{ _id: ClaimId; key: string }>([
        { $match: { status: { $in: OPEN_STATUSES }, 'state.rungs': { $elemMatch: unacknowledged } } },
        { $project: { 'state.rungs': 1 } },
        { $unwind: '$state.rungs' },
        { $match: { 'state.rungs.mustAcknowledge': true, 'state.rungs.acknowledgedAt': { $exists: false }, ...later } },
        { $sort: { [at]: 1, [id]: 1, [key]: 1 } },
        { $limit: limit },
        { $project: { key: `$${key}` } },
      ]);
      const documents = await model.find({ _id: { $in: found.map(({ _id }) => _id) } }).lean<ClaimDocument[]>();
      const states = new Map(documents.map(({ _id, state }) => [_id, state]));
      return found.flatMap(({ _id, key: rungKey }) => {
        const claim = states.get(_id);
        const rung = claim?.rungs.find((candidate) => candidate.key === rungKey);
        // Acknowledged between the two reads: no longer anybody's.
        return claim && rung?.acknowledgedAt === undefined && rung ? [{ claim, rung }] : [];
      });
    },

    /** Payments the bank has not answered, of claims that have not changed since `before`, in batches; also of claims that have ended. */
    /** Whom the claim is about, without the rest of it. */
    async participantOf(claimId: ClaimId): Promise<string | undefined> {
      return (await model.findById(claimId, { 'state.participantId': 1 }).lean<ClaimDocument>())?.state.participantId;
    },

    async *paymentsInFlight(before: number, batchSize = 100): AsyncGenerator<readonly PaymentInFlight[]> {
      const waiting = { updatedAt: { $lte: before }, 'state.payouts.state': { $in: ['ordered', 'unknown'] } };
      for (let last = ''; ; ) {
        const batch = await model
          .find({ ...waiting, _id: { $gt: last } }, { 'state.claimId': 1, 'state.payouts': 1 })
          .sort({ _id: 1 })
          .limit(batchSize)
          .lean<ClaimDocument[]>();
        if (batch.length > 0) yield batch.flatMap(inFlight);
        if (batch.length < batchSize) return;
        last = batch.at(-1)?._id ?? last;
      }
    },

    /**
     * Every claim that has not ended, by number, from the one after `after` on. Those in a status no release knows come last: a watchman
     * who passes over what he cannot read watches nothing.
     */
    async *openClaims(after = '', batchSize = 100): AsyncGenerator<readonly OpenClaim[]> {
      for (let last = after; ; ) {
        const batch = await openPage(model, { after: last, limit: batchSize, fields: CLOCK_PROJECTION }).lean<OpenClaim[]>();
        if (batch.length > 0) yield batch;
        if (batch.length < batchSize) break;
        last = batch.at(-1)?._id ?? last;
      }
      const strangers = await model
        .find({ status: { $nin: CLAIM_STATUSES } }, CLOCK_PROJECTION)
        .limit(batchSize)
        .lean<OpenClaim[]>();
      if (strangers.length > 0) yield strangers;
    },
  };
}

/** Each of these is an `$or`, and a query has room for one. */
function all(...conditions: readonly (object | false | undefined)[]): object {
  const given = conditions.filter((one) => one !== false && one !== undefined);
  return given.length === 0 ? {} : { $and: given };
}

function inFlight({ state }: Pick<ClaimDocument, 'state'>): readonly PaymentInFlight[] {
  return ordersInFlight(state).map(({ exempted = false, ...payout }) => ({ claimId: state.claimId, payout, exempted }));
}

function forwards({ state, head }: Save) {
  const { _id, ...fields } = claimDocument(state, head);
  return { filter: { _id, seq: { $lt: fields.seq } }, update: { $set: fields }, upsert: true } as const;
}
