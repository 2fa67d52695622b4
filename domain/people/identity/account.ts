import { type Parsed, refuseShape, withoutSeparators } from './parsed.ts';

/** Leading zeros belong to the number: it stays text. */
export function parseAccountNumber(text: string, field = 'accountNumber'): Parsed<string, never> {
  const digits = withoutSeparators(text);
  if (!/^\d{6,20}$/.test(digits))
    return refuseShape(field, 'Nomor rekening terdiri dari 6 sampai 20 angka. Tulis ulang sesuai buku tabungan.');
  return { value: digits, warnings: [] };
}

export type Bank = { readonly code: string; readonly name: string; readonly certainty: 'secondary' | 'recalled' };

/** Clearing codes met in NTT, law.md section 7. Not a closed list. */
export const KNOWN_BANKS: readonly Bank[] = [
  { code: '130', name: 'Bank NTT', certainty: 'secondary' },
  { code: '002', name: 'BRI', certainty: 'secondary' },
  { code: '009', name: 'BNI', certainty: 'secondary' },
  { code: '200', name: 'BTN', certainty: 'secondary' },
  { code: '014', name: 'BCA', certainty: 'secondary' },
  { code: '008', name: 'Mandiri', certainty: 'recalled' },
  { code: '451', name: 'BSI', certainty: 'recalled' },
];

export type BankWarning = 'unknown-bank';

export function parseBankCode(text: string, field = 'bankCode'): Parsed<string, BankWarning> {
  const code = text.trim();
  if (!/^\d{3}$/.test(code)) return refuseShape(field, 'Kode bank terdiri dari 3 angka, misalnya 130 untuk Bank NTT.');
  return { value: code, warnings: KNOWN_BANKS.some((bank) => bank.code === code) ? [] : ['unknown-bank'] };
}
