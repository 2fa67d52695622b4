import { csvTable, UNREADABLE } from '#domain/people/branches/csv-table.ts';
import { parseAccountNumber, parseBankCode } from '#domain/people/identity/account.ts';
import { parseNik } from '#domain/people/identity/nik.ts';

export const PARTNER_ACCOUNT_KINDS = ['institution', 'staff'] as const;
export type PartnerAccountKind = (typeof PARTNER_ACCOUNT_KINDS)[number];

/** An account of a partner institution, or of somebody who works for it. */
export type PartnerAccount = {
  readonly institutionId: string;
  readonly kind: PartnerAccountKind;
  readonly holderName: string;
  readonly bankCode: string;
  readonly accountNumber: string;
  /** Of staff: they are known then by whatever account they use. */
  readonly nik?: string;
};

export type PartnerAccountFile = {
  readonly accounts: readonly PartnerAccount[];
  readonly errors: readonly { readonly line: number; readonly text: string }[];
};

export const PARTNER_ACCOUNT_COLUMNS = ['institutionId', 'kind', 'holderName', 'bankCode', 'accountNumber', 'nik'] as const;
type Column = (typeof PARTNER_ACCOUNT_COLUMNS)[number];

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const MOST_LETTERS = 200;

/** A wrong row is named by its line, never by its numbers, and does not keep out the others. */
export function parsePartnerAccountFile(content: string): PartnerAccountFile {
  const accounts: PartnerAccount[] = [];
  const errors: { line: number; text: string }[] = [];
  const lineOf = new Map<string, number>();
  for (const row of csvTable(content, PARTNER_ACCOUNT_COLUMNS)) {
    const { line } = row;
    const account = 'text' in row ? row.text : toAccount(row.cell, row.whole);
    if (typeof account === 'string') {
      errors.push({ line, text: account });
      continue;
    }
    const key = `${account.bankCode}/${account.accountNumber}`;
    const before = lineOf.get(key);
    if (before !== undefined) errors.push({ line, text: `Rekening ini sudah ada di baris ${before}.` });
    else {
      lineOf.set(key, line);
      accounts.push(account);
    }
  }
  return { accounts, errors };
}

function toAccount(cell: (column: Column) => string, whole: string): PartnerAccount | string {
  const [institutionId, kind, holderName] = [cell('institutionId'), cell('kind'), cell('holderName')];
  if (!ID.test(institutionId)) return 'institutionId bukan pengenal: huruf, angka, titik, garis.';
  if (!isKind(kind)) return `kind harus salah satu dari: ${PARTNER_ACCOUNT_KINDS.join(', ')}.`;
  if (UNREADABLE.test(whole)) return 'Ada huruf yang rusak atau tidak terlihat; tulis ulang baris ini.';
  if (holderName === '' || holderName.length > MOST_LETTERS) return 'holderName kosong atau terlalu panjang.';
  const bank = parseBankCode(cell('bankCode'));
  if ('error' in bank) return bank.error.message;
  const account = parseAccountNumber(cell('accountNumber'));
  if ('error' in account) return account.error.message;
  const known = { institutionId, kind, holderName, bankCode: bank.value, accountNumber: account.value };
  if (cell('nik') === '') return known;
  if (kind === 'institution') return 'Lembaga tidak mempunyai NIK; kosongkan kolom nik.';
  const person = parseNik(cell('nik'));
  return 'error' in person ? person.error.message : { ...known, nik: person.value.nik };
}

function isKind(text: string): text is PartnerAccountKind {
  return (PARTNER_ACCOUNT_KINDS as readonly string[]).includes(text);
}
