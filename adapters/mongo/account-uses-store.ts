import { type Connection, Schema } from 'mongoose';
import { type AccountUse, foreignUses } from '#domain/money/payout/account-use.ts';
import { keyedReference } from './account-key.ts';
import { isDuplicateKey } from './connection.ts';

/** The families one account has paid. One row for each account is what makes two payouts at the same moment see each other. */
type AccountUsesDocument = { readonly _id: string; readonly uses: readonly AccountUse[]; readonly version: number };
type Account = { readonly bankCode: string; readonly accountNumber: string };
type Asked = {
  readonly use: () => Promise<AccountUse>;
  /** Claims of other families that two people allowed beside it. */
  readonly allowed: readonly string[];
  /** What was paid on the account before there were rows; read once. */
  readonly earlier: () => Promise<readonly AccountUse[]>;
};

const schema = new Schema<AccountUsesDocument>(
  { _id: { type: String, required: true }, uses: [Schema.Types.Mixed], version: { type: Number, required: true } },
  { collection: 'account_uses', versionKey: false },
);

export type AccountUsesStore = ReturnType<typeof createAccountUsesStore>;

export function createAccountUsesStore(connection: Connection, personKey: string) {
  const model = connection.model<AccountUsesDocument>('AccountUses', schema);

  const keyOf = ({ bankCode, accountNumber }: Account): string => keyedReference(personKey, bankCode, accountNumber);

  async function find(_id: string): Promise<AccountUsesDocument | undefined> {
    return (await model.findById(_id).lean<AccountUsesDocument>()) ?? undefined;
  }

  /** The row, made when there is none, with this family in it where nobody else was paid: of two who make it, one does. */
  async function opened(_id: string, use: AccountUse, earlier: Asked['earlier']): Promise<AccountUsesDocument> {
    const known = await find(_id);
    if (known) return known;
    const before = await earlier();
    const fresh: AccountUsesDocument = { _id, uses: before.length === 0 ? [use] : before, version: 0 };
    try {
      await model.create([fresh]);
      return fresh;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return (await find(_id)) ?? fresh;
    }
  }

  return {
    async of(account: Account): Promise<readonly AccountUse[]> {
      return (await find(keyOf(account)))?.uses ?? [];
    },

    /** Takes the account for this family, for good. Answers the other families that forbid it, and then takes nothing. */
    async take(account: Account, { use: asked, allowed, earlier }: Asked): Promise<readonly AccountUse[]> {
      const _id = keyOf(account);
      const use = await asked();
      for (;;) {
        const { uses, version } = await opened(_id, use, earlier);
        // Whoever came later was allowed beside this family.
        if (uses.some(({ familyId }) => familyId === use.familyId)) return [];
        const foreign = foreignUses(uses, use.familyId, allowed);
        if (foreign.length > 0) return foreign;
        const { modifiedCount } = await model.updateOne({ _id, version }, { $push: { uses: use }, $set: { version: version + 1 } });
        if (modifiedCount === 1) return [];
      }
    },
  };
}
