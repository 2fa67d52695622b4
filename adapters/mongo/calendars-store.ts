import { type Connection, Schema } from 'mongoose';
import type { CalendarPack } from '#domain/calendar/pack.ts';

type CalendarDocument = { readonly _id: string; readonly active: boolean; readonly pack: CalendarPack };

const schema = new Schema<CalendarDocument>(
  { _id: { type: String, required: true }, active: { type: Boolean, required: true }, pack: { type: Schema.Types.Mixed, required: true } },
  { collection: 'calendars', versionKey: false, minimize: false },
);

export type CalendarsStore = ReturnType<typeof createCalendarsStore>;

export function createCalendarsStore(connection: Connection) {
  const model = connection.model<CalendarDocument>('Calendar', schema);
  const read = new Map<string, CalendarPack>();
  const key = (id: string, version: number): string => `${id}:${version}`;

  return {
    /** Makes this the calendar of an installation that has none yet; answers whether it had none. */
    async activateFirst(pack: CalendarPack): Promise<boolean> {
      if (await model.exists({ active: true })) return false;
      await this.activate(pack);
      return true;
    },

    /** Keeps a version of a calendar and makes it the one new claims compute with. A version once kept is never changed. */
    async activate(pack: CalendarPack): Promise<void> {
      const _id = key(pack.id, pack.version);
      await model.updateOne({ _id }, { $setOnInsert: { pack }, $set: { active: true } }, { upsert: true });
      await model.updateMany({ _id: { $ne: _id }, active: true }, { $set: { active: false } });
    },

    /** The calendar of today; throws when nobody has activated one, because a claim without a calendar has no deadline. */
    async active(): Promise<CalendarPack> {
      const document = await model.findOne({ active: true }).lean<CalendarDocument>();
      if (!document) throw new Error('no calendar is active: activate one before claims can be registered');
      return document.pack;
    },

    /** A kept version never changes, so it is read once. */
    async find(id: string, version: number): Promise<CalendarPack | undefined> {
      const known = read.get(key(id, version));
      if (known) return known;
      const pack = (await model.findById(key(id, version)).lean<CalendarDocument>())?.pack;
      if (pack) read.set(key(id, version), pack);
      return pack;
    },
  };
}
