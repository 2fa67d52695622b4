import { type Connection, Schema } from 'mongoose';

/** Whom a claim is about where nobody prepared a readiness file: as the first report named the participant. */
export type ParticipantDocument = { readonly _id: string; readonly nik: string; readonly name: string };

const schema = new Schema<ParticipantDocument>(
  { _id: { type: String, required: true }, nik: { type: String, required: true }, name: { type: String, required: true } },
  { collection: 'participants', versionKey: false },
);

export type ParticipantsStore = ReturnType<typeof createParticipantsStore>;

export function createParticipantsStore(connection: Connection) {
  const model = connection.model<ParticipantDocument>('Participant', schema);
  return {
    /** The first report stands; a later one is no correction of a name. */
    async keep({ _id, ...person }: ParticipantDocument): Promise<void> {
      await model.updateOne({ _id }, { $setOnInsert: person }, { upsert: true });
    },
    async find(participantId: string): Promise<ParticipantDocument | undefined> {
      return (await model.findById(participantId).lean<ParticipantDocument>()) ?? undefined;
    },
  };
}
