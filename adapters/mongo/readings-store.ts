import { type Connection, Schema } from 'mongoose';
import { type Readings, type ReadingsStep, readingsOn } from '#domain/law/readings/readings.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { isDuplicateKey } from './connection.ts';
import { gatherSame } from './gather.ts';

/** The readings travel as text: their ids have dots, which are paths to a store. */
type ReadingsDocument = Omit<Readings, 'version' | 'switches'> & { readonly _id: number; readonly switches: string };

const schema = new Schema<ReadingsDocument>(
  {
    _id: { type: Number, required: true },
    switches: { type: String, required: true },
    validFrom: { type: String, required: true },
    steps: [Schema.Types.Mixed],
  },
  { collection: 'readings', versionKey: false, minimize: false },
);

export type ReadingsStore = ReturnType<typeof createReadingsStore>;

/** Versions are kept for ever, whatever became of them. */
export function createReadingsStore(connection: Connection) {
  const model = connection.model<ReadingsDocument>('Readings', schema);
  const all = gatherSame(() => model.find().sort({ _id: -1 }).lean<ReadingsDocument[]>());

  return {
    /** False when that version is kept already: somebody else was quicker, take the next. */
    async propose({ version, switches, ...rest }: Readings): Promise<boolean> {
      try {
        await model.create([{ _id: version, switches: JSON.stringify(switches), ...rest }]);
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },

    /** False when something else happened to it since; decided again on what is there now. */
    async add({ version, steps }: Readings, step: ReadingsStep): Promise<boolean> {
      return (await model.updateOne({ _id: version, steps: { $size: steps.length } }, { $push: { steps: step } })).modifiedCount === 1;
    },

    async list(): Promise<readonly Readings[]> {
      return (await all()).map(toReadings);
    },

    /** Those that a claim registered on that day is decided by; undefined: the defaults. */
    async inForce(registeredOn: Day): Promise<Readings | undefined> {
      return readingsOn(await this.list(), registeredOn);
    },
  };
}

function toReadings({ _id, switches, ...rest }: ReadingsDocument): Readings {
  return { version: _id, switches: JSON.parse(switches), ...rest };
}
