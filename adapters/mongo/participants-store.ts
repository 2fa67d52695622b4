import { type Connection, Schema } from 'mongoose';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { againAfterDeadlock, inOrderOf } from './connection.ts';
import { Gather, MOST_PER_QUESTION, together } from './gather.ts';

/** Whom a claim is about where nobody prepared a readiness file: as the first report named the participant. */
export type ParticipantDocument = {
  readonly _id: string;
  readonly nik: string;
  readonly name: string;
  /** Claims that were or are being reported, before their first fact is on record; absent in documents of releases up to 0.2.0. */
  readonly claimIds?: readonly ClaimId[];
  /** When the latest of those reports came. */
  readonly reportedAt?: number;
};

const schema = new Schema<ParticipantDocument>(
  {
    _id: { type: String, required: true },
    nik: { type: String, required: true },
    name: { type: String, required: true },
    claimIds: { type: [String], default: undefined },
    reportedAt: { type: Number },
  },
  { collection: 'participants', versionKey: false },
);

type Report = Pick<ParticipantDocument, '_id' | 'nik' | 'name'> & { readonly claimId: ClaimId; readonly at: number };

export type ParticipantsStore = ReturnType<typeof createParticipantsStore>;

export function createParticipantsStore(connection: Connection) {
  const model = connection.model<ParticipantDocument>('Participant', schema);

  async function keepAll(reports: readonly Report[]): Promise<void> {
    await model.bulkWrite(
      inOrderOf(reports, ({ _id }) => _id).map((report) => ({ updateOne: noted(report) })),
      { ordered: false, throwOnValidationError: true },
    );
  }
  async function keepOne(report: Report): Promise<void> {
    const { filter, update, upsert } = noted(report);
    await againAfterDeadlock(() => model.updateOne(filter, update, { upsert }));
  }
  const keeps = new Gather(together(keepAll, keepOne), MOST_PER_QUESTION);

  return {
    /**
     * The first report stands; a later one is no correction of a name. Written before anything is read for the report, so that news told at
     * the same time finds the claim or is found by it.
     */
    async keep({ _id, nik, name }: ParticipantDocument, claimId: ClaimId, now: number): Promise<void> {
      await keeps.add({ _id, nik, name, claimId, at: now });
    },
    /** The same for a participant who was reported before. */
    async noteClaim(_id: string, claimId: ClaimId, now: number): Promise<void> {
      await model.updateOne({ _id }, { $addToSet: { claimIds: claimId }, $set: { reportedAt: now } });
    },
    async find(participantId: string): Promise<ParticipantDocument | undefined> {
      return (await model.findById(participantId).lean<ParticipantDocument>()) ?? undefined;
    },
  };
}

function noted({ _id, nik, name, claimId, at }: Report) {
  const update = { $setOnInsert: { nik, name }, $addToSet: { claimIds: claimId }, $set: { reportedAt: at } };
  return { filter: { _id }, update, upsert: true } as const;
}
