import { type Connection, Schema } from 'mongoose';
import { type Branch, branchKey, isSameBranch } from '#domain/people/branches/branch-file.ts';

type BranchDocument = Branch & { readonly _id: string };

const schema = new Schema<BranchDocument>(
  {
    _id: { type: String, required: true },
    institutionId: { type: String, required: true },
    branchId: { type: String, required: true },
    name: { type: String, required: true },
    regencyCode: { type: String, required: true },
    office: { type: String },
  },
  { collection: 'branches', versionKey: false },
);

export type BranchesStore = ReturnType<typeof createBranchesStore>;

export type BranchesKept = { readonly added: number; readonly changed: number; readonly same: number };

/** Where the branches of partner institutions stand. A branch nobody registered is reported as such, never guessed. */
export function createBranchesStore(connection: Connection) {
  const model = connection.model<BranchDocument>('Branch', schema);

  async function all(): Promise<readonly Branch[]> {
    return model.find({}, { _id: 0 }).sort({ _id: 1 }).lean<Branch[]>();
  }

  return {
    all,

    /** Undefined where nobody registered one. */
    async officeOf(holder: Pick<Branch, 'institutionId' | 'branchId'>): Promise<string | undefined> {
      return (await model.findById(branchKey(holder), { office: 1 }).lean<BranchDocument>())?.office;
    },

    /** Puts these in, whatever was known of them; the others stay. Repeatable. */
    async keep(branches: readonly Branch[]): Promise<BranchesKept> {
      const known = new Map((await all()).map((branch) => [branchKey(branch), branch]));
      const counts = { added: 0, changed: 0, same: 0 };
      for (const branch of branches) {
        const _id = branchKey(branch);
        const before = known.get(_id);
        if (before && isSameBranch(before, branch)) {
          counts.same += 1;
          continue;
        }
        counts[before ? 'changed' : 'added'] += 1;
        const { office, ...rest } = branch;
        const change = office === undefined ? { $set: rest, $unset: { office: 1 } } : { $set: branch };
        await model.updateOne({ _id }, change, { upsert: true });
      }
      return counts;
    },
  };
}
