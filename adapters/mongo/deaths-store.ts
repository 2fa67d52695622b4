import { type Connection, Schema } from 'mongoose';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { isDuplicateKey } from './connection.ts';
import { gatherFinds, gatherInserts } from './gather.ts';

/**
 * Which claim carries the death of a participant. A person dies once: the unique key is what keeps a death by accident from being paid a
 * second time under a report of its own.
 */
export type DeathDocument = { readonly _id: string; readonly claimId: ClaimId; readonly since: number };

const schema = new Schema<DeathDocument>(
  { _id: { type: String, required: true }, claimId: { type: String, required: true }, since: { type: Number, required: true } },
  { collection: 'deaths', versionKey: false },
);

export type DeathsStore = ReturnType<typeof createDeathsStore>;

export function createDeathsStore(connection: Connection) {
  const model = connection.model<DeathDocument>('Death', schema);

  const finds = gatherFinds(
    (ids) => model.find({ _id: { $in: ids } }).lean<DeathDocument[]>(),
    ({ _id }) => _id,
  );

  const insert = gatherInserts<DeathDocument>((documents) => model.insertMany(documents, { ordered: false, throwOnValidationError: true }));

  return {
    /** The claim that carries this death: the one given, unless another was there first. Repeatable, and safe between two at once. */
    async carriedBy(participantId: string, claimId: ClaimId, now: number): Promise<DeathDocument> {
      const document = { _id: participantId, claimId, since: now };
      try {
        await insert(document);
        return document;
      } catch (error) {
        const [other] = isDuplicateKey(error) ? await finds(participantId) : [];
        if (!other) throw error;
        return other;
      }
    },

    /** Only while `from` still carries it. */
    async handOver(participantId: string, from: ClaimId, to: ClaimId, now: number): Promise<boolean> {
      const { modifiedCount } = await model.updateOne({ _id: participantId, claimId: from }, { $set: { claimId: to, since: now } });
      return modifiedCount === 1;
    },

    /** A death that turned out not to be one: whoever reports it next carries it. */
    async letGo(participantId: string, claimId: ClaimId): Promise<void> {
      await model.deleteOne({ _id: participantId, claimId });
    },
  };
}
