import { type Connection, type Model, Schema } from 'mongoose';
import type { Fact } from '#domain/claim/facts.ts';

/** One fact of one claim. `_id` is claim and number, so the store itself refuses a second fact under one number. */
export type JournalEntry = {
  readonly _id: string;
  readonly claimId: string;
  readonly seq: number;
  readonly fact: Fact;
  /** Hash of the entry before; zeros for the first. */
  readonly previous: string;
  readonly hash: string;
};

/** Sorts as text in the order of the numbers, so one index serves uniqueness and reading in order. */
export function entryId(claimId: string, seq: number): string {
  return `${claimId}:${String(seq).padStart(8, '0')}`;
}

const schema = new Schema<JournalEntry>(
  {
    _id: { type: String, required: true, immutable: true },
    claimId: { type: String, required: true, immutable: true },
    seq: { type: Number, required: true, immutable: true },
    fact: { type: Schema.Types.Mixed, required: true, immutable: true },
    previous: { type: String, required: true, immutable: true },
    hash: { type: String, required: true, immutable: true },
  },
  { collection: 'journal', versionKey: false, minimize: false, strict: 'throw' },
);

function forbid(): never {
  throw new Error('the journal is append-only: facts are never changed or removed, a correction is another fact');
}

// Every way round: query updates, replacements, document updates, deletes and bulk writes.
const CHANGES = [
  'updateOne',
  'updateMany',
  'replaceOne',
  'findOneAndUpdate',
  'findOneAndReplace',
  'deleteOne',
  'deleteMany',
  'findOneAndDelete',
] as const;
for (const change of CHANGES) schema.pre(change, { document: false, query: true }, forbid);
schema.pre('bulkWrite', forbid);
schema.pre('updateOne', { document: true, query: false }, forbid);
schema.pre('deleteOne', { document: true, query: false }, forbid);
schema.pre('save', function refuseSecondSave() {
  if (!this.isNew) forbid();
});

/** The same rules for every journal, each in a collection of its own. */
export function journalModel(connection: Connection, name = 'Journal', collection = 'journal'): Model<JournalEntry> {
  return connection.model<JournalEntry>(name, schema, collection);
}
