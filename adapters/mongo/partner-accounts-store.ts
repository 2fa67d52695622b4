import { type Connection, type Model, Schema } from 'mongoose';
import type { PartnerSign } from '#domain/money/payout/partner-account.ts';
import type { PartnerAccount } from '#domain/people/partners/partner-account-file.ts';
import { keyedReference } from './account-key.ts';
import { nikHashOf } from './nik-hash.ts';

/** Neither the number nor the NIK is kept: only what tells that they are the same. */
export type PartnerAccountDocument = Pick<PartnerAccount, 'institutionId' | 'holderName' | 'bankCode' | 'kind'> & {
  readonly _id: string;
  readonly lastDigits: string;
  readonly nikHash?: string;
};

const schema = new Schema<PartnerAccountDocument>(
  {
    _id: { type: String, required: true },
    institutionId: { type: String, required: true },
    holderName: { type: String, required: true },
    bankCode: { type: String, required: true },
    lastDigits: { type: String, required: true },
    kind: { type: String, required: true },
    nikHash: { type: String },
  },
  { collection: 'partner_accounts', versionKey: false },
);
schema.index({ nikHash: 1 }, { sparse: true });

export type PayeeOfAccount = { readonly bankCode: string; readonly accountNumber: string; readonly nikHash?: string | undefined };
export type PartnerAccountsKept = { readonly added: number; readonly changed: number; readonly same: number };
export type PartnerAccountsStore = ReturnType<typeof createPartnerAccountsStore>;

/** Accounts of partner institutions and of their staff; a benefit is never paid there, nor to such staff. */
export function createPartnerAccountsStore(connection: Connection, personKey: string) {
  const model: Model<PartnerAccountDocument> = connection.model<PartnerAccountDocument>('PartnerAccount', schema);

  const reference = (...parts: readonly string[]): string => keyedReference(personKey, ...parts);

  function documentOf({ institutionId, holderName, bankCode, accountNumber, kind, nik }: PartnerAccount): PartnerAccountDocument {
    const person = nik === undefined ? {} : { nikHash: nikHashOf(nik, personKey) };
    const lastDigits = accountNumber.slice(-4);
    return { _id: reference(bankCode, accountNumber), institutionId, holderName, bankCode, lastDigits, kind, ...person };
  }

  return {
    async all(): Promise<readonly PartnerAccountDocument[]> {
      return model.find({}).sort({ institutionId: 1, _id: 1 }).lean<PartnerAccountDocument[]>();
    },

    /** Puts these in, whatever was known of them; the others stay. Repeatable. */
    async keep(accounts: readonly PartnerAccount[]): Promise<PartnerAccountsKept> {
      const counts = { added: 0, changed: 0, same: 0 };
      for (const after of accounts.map(documentOf)) {
        const before = await model.findById(after._id).lean<PartnerAccountDocument>();
        const isSame = before !== null && isSameRow(before, after);
        if (!isSame) await model.replaceOne({ _id: after._id }, after, { upsert: true });
        if (isSame) counts.same += 1;
        else counts[before ? 'changed' : 'added'] += 1;
      }
      return counts;
    },

    /** By the id that `all` shows. Answers whether there was one. */
    async remove(_id: string): Promise<boolean> {
      return (await model.deleteOne({ _id })).deletedCount === 1;
    },

    /** Undefined when neither the account nor the person is a partner's. */
    async signOf(account: PayeeOfAccount): Promise<PartnerSign | undefined> {
      const { bankCode, accountNumber, nikHash } = account;
      if ((await model.exists({ _id: reference(bankCode, accountNumber) })) !== null) return 'account';
      return nikHash !== undefined && (await model.exists({ nikHash })) !== null ? 'person' : undefined;
    },
  };
}

const COMPARED = ['institutionId', 'holderName', 'kind', 'nikHash'] as const;

function isSameRow(before: PartnerAccountDocument, after: PartnerAccountDocument): boolean {
  return COMPARED.every((field) => before[field] === after[field]);
}
