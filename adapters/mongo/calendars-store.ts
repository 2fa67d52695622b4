import { type Connection, Schema } from 'mongoose';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import { atBranch, type OfBranch } from '#domain/time/calendar/branch.ts';
import type { CalendarPack, CalendarVersion } from '#domain/time/calendar/pack.ts';
import type { CalendarState, CalendarStep, KeptCalendar } from '#domain/time/calendar/proposal.ts';
import { againAfterDeadlock, isDuplicateKey } from './connection.ts';
import { gatherSame } from './gather.ts';

type CalendarDocument = {
  readonly _id: string;
  readonly pack: CalendarPack;
  readonly state: CalendarState;
  readonly steps: readonly CalendarStep[];
  /** Ids of the signed-in people who proposed it: none of them activates it. */
  readonly makers: readonly string[];
  readonly activation?: number;
  /** Before calendars were proposed by people this said which one was active, and there was nothing else but the pack. */
  readonly active?: boolean;
};
type Kept = Omit<CalendarDocument, '_id' | 'active'>;

const schema = new Schema<CalendarDocument>(
  {
    _id: { type: String, required: true },
    pack: { type: Schema.Types.Mixed, required: true },
    state: { type: String, required: true },
    steps: [Schema.Types.Mixed],
    makers: [String],
    activation: { type: Number },
    active: { type: Boolean },
  },
  { collection: 'calendars', versionKey: false, minimize: false },
);
// One document holds each place in the order of activations, so two activations at once cannot both be the latest.
schema.index({ activation: 1 }, { unique: true, sparse: true });

export type CalendarsStore = ReturnType<typeof createCalendarsStore>;

export function createCalendarsStore(connection: Connection) {
  const model = connection.model<CalendarDocument>('Calendar', schema);
  const read = new Map<string, CalendarPack>();
  const key = (id: string, version: number): string => `${id}:${version}`;

  /** False when this version is kept already: a version once kept is never changed. */
  async function keep(kept: Kept): Promise<boolean> {
    const { id, version } = kept.pack;
    try {
      // Two activations meet on a number that is not the document's own: the store may call that a deadlock.
      await againAfterDeadlock(() => model.create([{ _id: key(id, version), ...kept }]));
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }

  const latest = gatherSame(async (): Promise<CalendarDocument | undefined> => {
    const last = await model
      .findOne({ activation: { $exists: true } })
      .sort({ activation: -1 })
      .lean<CalendarDocument>();
    return last ?? (await model.findOne({ active: true }).lean<CalendarDocument>()) ?? undefined;
  });

  async function keptAs(id: string, version: number): Promise<CalendarDocument | undefined> {
    return (await model.findById(key(id, version)).lean<CalendarDocument>()) ?? undefined;
  }

  return {
    /** Makes this the calendar of an installation that has none yet; answers whether it had none. */
    async activateFirst(pack: CalendarPack): Promise<boolean> {
      if (await latest()) return false;
      await this.activate(pack);
      return true;
    },

    /**
     * Keeps a version and makes it the one new claims compute with, without people: for installing, and for the sandbox. A version that is
     * kept already is left as it stands, so that starting again never undoes what two people activated.
     */
    async activate(pack: CalendarPack, at = Date.now()): Promise<void> {
      const { id, role } = SYSTEM_ACTOR;
      const step: CalendarStep = { step: 'activated', actor: { id, role }, at, reason: 'kalender awal', commandId: 'setup' };
      // Another activation may have taken the number, or another process kept this version: then there is a new latest, or nothing to do.
      while (!(await keptAs(pack.id, pack.version))) {
        const activation = ((await latest())?.activation ?? 0) + 1;
        await keep({ pack, state: 'activated', steps: [step], makers: [], activation });
      }
    },

    /** The calendar of today; throws when nobody has activated one, because a claim without a calendar has no deadline. */
    async active(): Promise<CalendarPack> {
      const document = await latest();
      if (!document) throw new Error('no calendar is active: activate one before claims can be registered');
      return document.pack;
    },

    /** A kept version never changes, so it is read once. */
    async find(id: string, version: number): Promise<CalendarPack | undefined> {
      const known = read.get(key(id, version));
      if (known) return known;
      const pack = (await keptAs(id, version))?.pack;
      if (pack) read.set(key(id, version), pack);
      return pack;
    },

    /** What a claim computes with: the version its deadlines were computed by, and for one that has none yet the calendar of today. */
    async ofClaim(claim: (OfBranch & { readonly calendar: CalendarVersion }) | undefined): Promise<CalendarPack> {
      const own = claim && (await this.find(claim.calendar.id, claim.calendar.version));
      return atBranch(own ?? (await this.active()), claim ?? {});
    },

    /** The version with all that was done to it. */
    async read(id: string, version: number): Promise<KeptCalendar | undefined> {
      const document = await keptAs(id, version);
      return document && toKept(document);
    },

    /** Every version ever kept, the highest first. */
    async list(): Promise<readonly KeptCalendar[]> {
      return (await model.find().sort({ 'pack.id': 1, 'pack.version': -1 }).lean<CalendarDocument[]>()).map(toKept);
    },

    async versionsOf(id: string): Promise<readonly number[]> {
      return (await model.find({ 'pack.id': id }).lean<CalendarDocument[]>()).map(({ pack }) => pack.version);
    },

    /** Keeps a proposal; false when the version is kept already, whatever it says. */
    async propose(pack: CalendarPack, step: CalendarStep): Promise<boolean> {
      return keep({ pack, state: 'proposed', steps: [step], makers: makersIn(step) });
    },

    /** Another person stands behind a proposal as it is; false when it is none any more. */
    async join(id: string, version: number, step: CalendarStep): Promise<boolean> {
      const change = { $push: { steps: step }, $addToSet: { makers: { $each: makersIn(step) } } };
      return (await model.updateOne({ _id: key(id, version), state: 'proposed' }, change)).modifiedCount === 1;
    },

    /**
     * The second person's word. Guarded here as well, whatever the caller decided on: still a proposal, of at least one other signed-in person
     * and not of this one, and directly over the activation the caller knew. False when any of that has changed: look again.
     */
    async activateProposal(id: string, version: number, over: number, step: CalendarStep): Promise<boolean> {
      const guard = { _id: key(id, version), state: 'proposed' as const, 'makers.0': { $exists: true }, makers: { $ne: step.actor.id } };
      const change = { $set: { state: 'activated', activation: over + 1 }, $push: { steps: step } };
      try {
        return (await againAfterDeadlock(() => model.updateOne(guard, change))).modifiedCount === 1;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },

    async withdraw(id: string, version: number, step: CalendarStep): Promise<boolean> {
      const change = { $set: { state: 'withdrawn' }, $push: { steps: step } };
      return (await model.updateOne({ _id: key(id, version), state: 'proposed' }, change)).modifiedCount === 1;
    },

    /** The latest activation, to activate over; undefined before the first. */
    async latestActivation(): Promise<KeptCalendar | undefined> {
      const document = await latest();
      return document && toKept(document);
    },
  };
}

function makersIn({ actor }: CalendarStep): string[] {
  return actor.role === 'system' ? [] : [actor.id];
}

function toKept({
  pack,
  state = 'activated',
  steps = [],
  activation,
}: Pick<CalendarDocument, 'pack'> & Partial<CalendarDocument>): KeptCalendar {
  return { pack, state, steps, ...(activation === undefined ? {} : { activation }) };
}
