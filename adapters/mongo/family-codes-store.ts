import { type Connection, Schema } from 'mongoose';
import { familyCodeHash } from '#adapters/identity/family-code.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { isDuplicateKey } from './connection.ts';
import { gatherFinds, gatherInserts } from './gather.ts';

/** One code of one person of a family. The code itself is kept only as long as its message waits to be sent. */
export type FamilyCode = {
  readonly _id: string;
  readonly claimId: string;
  /** Of the readiness file, or `kontak` for whoever was named in the report. */
  readonly personId: string;
  readonly personName: string;
  readonly hash: string;
  readonly issuedAt: Instant;
  readonly issuedBy: ActorRef;
  readonly revokedAt?: Instant;
  readonly revokedBy?: ActorRef;
  readonly message?: {
    readonly state: 'pending' | 'sent' | 'refused';
    readonly to: string;
    readonly text?: string;
    readonly tries: number;
    readonly at: Instant;
  };
};
export type NewFamilyCode = Omit<FamilyCode, 'hash' | 'revokedAt' | 'revokedBy'> & { readonly code: string };

/** Wrong codes for one claim on one day (UTC): made only of a well-formed number, whether or not there is such a claim. */
type Guesses = { readonly _id: string; readonly claimId: string; readonly day: string; readonly count: number; readonly expireAt: Date };

const schema = new Schema<FamilyCode>(
  {
    _id: { type: String, required: true },
    claimId: { type: String, required: true },
    personId: { type: String, required: true },
    personName: { type: String, required: true },
    hash: { type: String, required: true },
    issuedAt: { type: Number, required: true },
    issuedBy: { type: Schema.Types.Mixed, required: true },
    revokedAt: { type: Number },
    revokedBy: { type: Schema.Types.Mixed },
    message: { type: Schema.Types.Mixed },
  },
  { collection: 'family_codes', versionKey: false },
);
schema.index({ claimId: 1, issuedAt: 1 });
schema.index({ 'message.state': 1, issuedAt: 1 });

const guessesSchema = new Schema<Guesses>(
  {
    _id: { type: String, required: true },
    claimId: { type: String, required: true },
    day: { type: String, required: true },
    count: { type: Number, required: true },
    expireAt: { type: Date, required: true },
  },
  { collection: 'status_guesses', versionKey: false },
);
guessesSchema.index({ expireAt: 1 }, { expireAfterSeconds: 0 });
guessesSchema.index({ day: 1, count: -1 });

const KEPT_MS = 30 * 86_400_000;

export type FamilyCodesStore = ReturnType<typeof createFamilyCodesStore>;

export function createFamilyCodesStore(connection: Connection, personKey: string) {
  const codes = connection.model<FamilyCode>('FamilyCode', schema);
  const guesses = connection.model<Guesses>('StatusGuesses', guessesSchema);
  const ofClaims = gatherFinds(
    (ids) =>
      codes
        .find({ claimId: { $in: ids } })
        .sort({ issuedAt: 1, _id: 1 })
        .lean<FamilyCode[]>(),
    ({ claimId }) => claimId,
  );

  const insert = gatherInserts<FamilyCode>((documents) => codes.insertMany(documents, { ordered: false, throwOnValidationError: true }));

  async function made({ code, ...row }: NewFamilyCode): Promise<boolean> {
    try {
      await insert({ ...row, hash: familyCodeHash(row.claimId, code, personKey) });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }

  return {
    /** False when this id was issued before: nothing is made, and nobody learns the code again. */
    async issue(row: NewFamilyCode): Promise<boolean> {
      if (!(await made(row))) return false;
      const { _id, claimId, personId, issuedAt, issuedBy } = row;
      const earlier = { claimId, personId, _id: { $ne: _id }, revokedAt: { $exists: false } };
      await codes.updateMany(earlier, { $set: { revokedAt: issuedAt, revokedBy: issuedBy }, $unset: { 'message.text': 1 } });
      return true;
    },

    /** False where there is none, or it was taken back before. */
    async revoke(claimId: string, _id: string, at: Instant, by: ActorRef): Promise<boolean> {
      const change = { $set: { revokedAt: at, revokedBy: by }, $unset: { 'message.text': 1 } };
      return (await codes.updateOne({ _id, claimId, revokedAt: { $exists: false } }, change)).modifiedCount === 1;
    },

    /** To a claim of which nobody has a code, so that there is none to take back. */
    issueFirst: (row: NewFamilyCode): Promise<boolean> => made(row),

    ofClaim: (claimId: string): Promise<readonly FamilyCode[]> => ofClaims(claimId),

    /** `none`: nobody has a code of this claim yet. Asks the same of the store whether or not there is such a claim. */
    async judge(claimId: string, code: string): Promise<'right' | 'wrong' | 'none'> {
      const all = await codes.find({ claimId }, { hash: 1, revokedAt: 1 }).lean<Pick<FamilyCode, 'hash' | 'revokedAt'>[]>();
      if (all.length === 0) return 'none';
      const hash = familyCodeHash(claimId, code, personKey);
      return all.some((one) => one.hash === hash && one.revokedAt === undefined) ? 'right' : 'wrong';
    },

    async noteGuess(claimId: string, at: Instant): Promise<void> {
      const day = dayOf(at);
      const fresh = { claimId, day, expireAt: new Date(at + KEPT_MS) };
      await guesses.updateOne({ _id: `${claimId}:${day}` }, { $inc: { count: 1 }, $setOnInsert: fresh }, { upsert: true });
    },

    /** Claims somebody guessed at so often that day, most first. */
    async guessed(at: Instant, least: number, limit: number): Promise<readonly { readonly claimId: string; readonly count: number }[]> {
      return guesses
        .find({ day: dayOf(at), count: { $gte: least } })
        .sort({ count: -1 })
        .limit(limit)
        .lean<Guesses[]>();
    },

    /** Codes whose message waits to be sent, oldest first. */
    async unsent(limit: number): Promise<readonly FamilyCode[]> {
      return codes
        .find({ 'message.state': 'pending', revokedAt: { $exists: false } })
        .sort({ issuedAt: 1, _id: 1 })
        .limit(limit)
        .lean<FamilyCode[]>();
    },

    /** Once it has gone, or never will, the code is kept nowhere. */
    async noteMessage(_id: string, state: 'pending' | 'sent' | 'refused', at: Instant): Promise<void> {
      const forget = state === 'pending' ? {} : { $unset: { 'message.text': 1 } };
      await codes.updateOne({ _id }, { $set: { 'message.state': state, 'message.at': at }, $inc: { 'message.tries': 1 }, ...forget });
    },
  };
}

function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}
