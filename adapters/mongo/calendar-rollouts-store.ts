import { type Connection, Schema } from 'mongoose';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarVersion } from '#domain/time/calendar/pack.ts';
import type { RolloutState } from '#domain/time/calendar/rollout.ts';

/** How far a new calendar has reached the open claims. For people to read: the claims themselves say which calendar they run on. */
export type RolloutDocument = {
  readonly _id: string;
  readonly state: RolloutState;
  readonly startedAt: Instant;
  readonly updatedAt: Instant;
  readonly finishedAt?: Instant;
  /** The first round tells everyone; later ones tell whoever is still behind. */
  readonly pass: number;
  /** Claims told in the first round, and those that had ended when they were to be told. */
  readonly told: number;
  readonly ended: number;
  /** Claims told again in later rounds. */
  readonly toldAgain: number;
  /** Open claims still on another calendar when last looked. */
  readonly behind: number;
  /** Open on record without a running workflow: for a person, nobody can tell them anything. */
  readonly lost: readonly string[];
};

const schema = new Schema<RolloutDocument>(
  {
    _id: { type: String, required: true },
    state: { type: String, required: true },
    startedAt: { type: Number, required: true },
    updatedAt: { type: Number, required: true },
    finishedAt: { type: Number },
    pass: { type: Number, required: true },
    told: { type: Number, required: true },
    ended: { type: Number, required: true },
    toldAgain: { type: Number, required: true },
    behind: { type: Number, required: true },
    lost: [String],
  },
  { collection: 'calendar-rollouts', versionKey: false, minimize: false },
);

export type CalendarRolloutsStore = ReturnType<typeof createCalendarRolloutsStore>;

export function createCalendarRolloutsStore(connection: Connection) {
  const model = connection.model<RolloutDocument>('CalendarRollout', schema);
  const key = ({ id, version }: CalendarVersion): string => `${id}:${version}`;
  const fresh = { pass: 1, told: 0, ended: 0, toldAgain: 0, behind: 0, lost: [] };

  return {
    /** Once per version; a repeat finds what is there. */
    async begin(calendar: CalendarVersion, at: Instant): Promise<void> {
      const first = { ...fresh, state: 'running' as const, startedAt: at, updatedAt: at };
      await model.updateOne({ _id: key(calendar) }, { $setOnInsert: first }, { upsert: true });
    },

    /** Writes where it stands. Numbers are those of the writer, not added up: a retried activity writes the same again. */
    async report(
      calendar: CalendarVersion,
      at: Instant,
      news: Partial<Omit<RolloutDocument, '_id' | 'startedAt' | 'updatedAt'>>,
    ): Promise<void> {
      await model.updateOne({ _id: key(calendar) }, { $set: { ...news, updatedAt: at } });
    },

    async find(calendar: CalendarVersion): Promise<RolloutDocument | undefined> {
      return (await model.findById(key(calendar)).lean<RolloutDocument>()) ?? undefined;
    },
  };
}
