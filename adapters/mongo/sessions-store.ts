import { createHash, randomBytes } from 'node:crypto';
import { type Connection, Schema } from 'mongoose';
import type { Instant } from '#domain/time/calendar/instant.ts';

/** One signing in at the pages. The browser holds its number, sealed; here only a print of it lies. */
type SessionDocument = {
  readonly _id: string;
  readonly actorId: string;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  /** For leaving at the issuer; it opens nothing of ours. */
  readonly idToken: string;
  /** The store forgets it then. */
  readonly expireAt: Date;
};
export type Session = Pick<SessionDocument, 'actorId' | 'idToken'>;

const schema = new Schema<SessionDocument>(
  {
    _id: { type: String, required: true },
    actorId: { type: String, required: true },
    startedAt: { type: Number, required: true },
    seenAt: { type: Number, required: true },
    idToken: { type: String, required: true },
    expireAt: { type: Date, required: true },
  },
  { collection: 'sessions', versionKey: false },
);
schema.index({ actorId: 1 });
schema.index({ expireAt: 1 }, { expireAfterSeconds: 0 });

const MINUTE_MS = 60_000;
/** Nobody sits at one desk longer; and whoever left it half an hour ago has left. */
export const SESSION_MS = { longest: 12 * 60 * MINUTE_MS, idle: 30 * MINUTE_MS } as const;

export type SessionsStore = ReturnType<typeof createSessionsStore>;

export function createSessionsStore(connection: Connection) {
  const model = connection.model<SessionDocument>('Session', schema);
  const print = (number: string): string => createHash('sha256').update(number).digest('hex');

  return {
    /** Answers the number the browser is to keep. */
    async open({ actorId, idToken }: Session, at: Instant): Promise<string> {
      const number = randomBytes(24).toString('base64url');
      const expireAt = new Date(at + SESSION_MS.longest);
      await model.create([{ _id: print(number), actorId, idToken, startedAt: at, seenAt: at, expireAt }]);
      return number;
    },

    /** Undefined once it was ended, is too old, or nobody used it for too long. */
    async find(number: string, at: Instant): Promise<Session | undefined> {
      const _id = print(number);
      const found = await model.findById(_id).lean<SessionDocument>();
      if (!found || at - found.startedAt >= SESSION_MS.longest || at - found.seenAt >= SESSION_MS.idle) return undefined;
      // Not at every click: a minute more or less ends nobody's work.
      if (at - found.seenAt >= MINUTE_MS) await model.updateOne({ _id }, { $max: { seenAt: at } });
      return found;
    },

    async end(number: string): Promise<void> {
      await model.deleteOne({ _id: print(number) });
    },

    /** At every desk and telephone of this person. Answers how many there were. */
    async endAll(actorId: string): Promise<number> {
      return (await model.deleteMany({ actorId })).deletedCount;
    },
  };
}
