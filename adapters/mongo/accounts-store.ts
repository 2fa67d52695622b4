import { type Connection, Schema } from 'mongoose';
import type { HolderVerdict } from '#domain/money/payout/holder-name.ts';
import type { PartnerSign } from '#domain/money/payout/partner-account.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { keyedReference } from './account-key.ts';
import { nikHashOf } from './nik-hash.ts';
import { createPartnerAccountsStore } from './partner-accounts-store.ts';

/** A payee's account. Claims, events and Temporal carry only its reference; the number never leaves this collection and the bank adapter. */
export type PayeeAccountDocument = {
  readonly _id: string;
  readonly personId: string;
  /** The payee's own name, which the bank's holder name is held against. */
  readonly personName: string;
  readonly bankCode: string;
  readonly accountNumber: string;
  /** Stands for the payee's NIK where a file names it; absent in accounts of releases up to 0.2.0. */
  readonly nikHash?: string;
  /** By the register as it stands when the account is read, whatever it said when the account was kept. */
  readonly ownedByPartner: boolean;
  readonly ofPartner?: PartnerSign;
  readonly inquiry?: {
    readonly at: Instant;
    readonly holderName: string;
    readonly verdict: HolderVerdict;
    /** The payee's name in the readiness file, where there is one. */
    readonly declaredName?: string;
  };
};

export type PayeeAccount = Omit<PayeeAccountDocument, '_id' | 'inquiry' | 'ownedByPartner' | 'ofPartner'>;

const schema = new Schema<PayeeAccountDocument>(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    personName: { type: String, required: true },
    bankCode: { type: String, required: true },
    accountNumber: { type: String, required: true },
    nikHash: { type: String },
    ownedByPartner: { type: Boolean, required: true },
    inquiry: { type: Schema.Types.Mixed },
  },
  { collection: 'payee_accounts', versionKey: false, minimize: false },
);

// The same account under references of other claims and files.
schema.index({ accountNumber: 1, bankCode: 1 });

export type AccountsStore = ReturnType<typeof createAccountsStore>;

export function createAccountsStore(connection: Connection, personKey: string) {
  const accounts = connection.model<PayeeAccountDocument>('PayeeAccount', schema);
  const partners = createPartnerAccountsStore(connection, personKey);

  const reference = (...parts: readonly string[]): string => keyedReference(personKey, ...parts);

  return {
    /** Keeps an account of a person of a claim and returns its reference, the same one for the same account. */
    async keep(claimOrFile: string, account: PayeeAccount): Promise<PayeeAccountDocument> {
      const _id = reference(claimOrFile, account.personId, account.bankCode, account.accountNumber);
      const owner = ownerOf(await partners.signOf(account));
      await accounts.updateOne({ _id }, { $set: { ...account, ownedByPartner: owner.ownedByPartner } }, { upsert: true });
      return { _id, ...account, ...owner };
    },

    /** Stands for what somebody typed of an account, where it must be told from other typing without being kept. */
    fingerprintOf(claimOrFile: string, { personId, personName, bankCode, accountNumber }: PayeeAccount): string {
      return reference('typed', claimOrFile, personId, personName, bankCode, accountNumber);
    },

    async find(accountRef: string): Promise<PayeeAccountDocument | undefined> {
      const account = await accounts.findById(accountRef).lean<PayeeAccountDocument>();
      return account ? { ...account, ...ownerOf(await partners.signOf(account)) } : undefined;
    },

    /** What stands for a NIK of a file. */
    nikHashOf: (nik: string): string => nikHashOf(nik, personKey),

    /** References under which this number is kept, in order; at most `limit`. */
    async refsOf({ bankCode, accountNumber }: Pick<PayeeAccount, 'bankCode' | 'accountNumber'>, limit: number): Promise<readonly string[]> {
      const found = await accounts.find({ bankCode, accountNumber }, { _id: 1 }).sort({ _id: 1 }).limit(limit).lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },

    /** References under which the account of `accountRef` is kept, its own included; at most `limit`. */
    async sharing(accountRef: string, limit: number): Promise<readonly string[]> {
      const account = await accounts.findById(accountRef, { bankCode: 1, accountNumber: 1 }).lean<PayeeAccountDocument>();
      if (!account) return [];
      const { bankCode, accountNumber } = account;
      const found = await accounts.find({ bankCode, accountNumber }, { _id: 1 }).sort({ _id: 1 }).limit(limit).lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },

    /** Everybody this number is kept for, in whatever claim or file. */
    async registeredFor({ bankCode, accountNumber }: Pick<PayeeAccount, 'bankCode' | 'accountNumber'>): Promise<readonly string[]> {
      return accounts.distinct('personId', { bankCode, accountNumber });
    },

    async noteInquiry(accountRef: string, inquiry: NonNullable<PayeeAccountDocument['inquiry']>): Promise<void> {
      await accounts.updateOne({ _id: accountRef }, { $set: { inquiry } });
    },
  };
}

function ownerOf(sign: PartnerSign | undefined): Pick<PayeeAccountDocument, 'ownedByPartner' | 'ofPartner'> {
  return sign === undefined ? { ownedByPartner: false } : { ownedByPartner: true, ofPartner: sign };
}
