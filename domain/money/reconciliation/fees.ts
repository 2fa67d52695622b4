import type { StatementEntry } from './statement.ts';
import type { Transfer } from './transfers.ts';

/** How one bank books its own charges. */
export type FeeRules = {
  /** Values of the line's type that only charges have. */
  readonly types: readonly string[];
  /** Words of the remark that only charges have, in capitals. */
  readonly words: readonly string[];
  /** Nothing above it is a charge, whatever the remark says: `biaya pemakaman` is a benefit. */
  readonly mostRupiah: number;
  /** What a transfer costs: booked under its own reference it is a charge without any word. */
  readonly tariffs: readonly number[];
};

/** BI-FAST 2,500; SKN 2,900; switched transfer 6,500; RTGS 25,000 to 35,000. A bank that books otherwise has a row of its own. */
export const FEE_RULES = {
  standard: {
    types: ['FEE', 'CHARGE', 'BIAYA'],
    words: ['BIAYA', 'BY', 'ADM', 'ADMIN', 'ADMINISTRASI', 'FEE', 'FEES', 'CHARGE', 'CHARGES', 'PROVISI', 'METERAI', 'MATERAI'],
    mostRupiah: 100_000,
    tariffs: [2_500, 2_900, 6_500, 25_000, 30_000, 35_000],
  },
} as const satisfies Record<string, FeeRules>;

/** What the bank's own words say; whether the amount agrees is judged where the transfers are known. */
export function saysFee({ types, words }: FeeRules, line: { readonly type: string; readonly remark: string }): boolean {
  return (
    types.includes(line.type.toUpperCase()) ||
    line.remark
      .toUpperCase()
      .split(/[^A-Z]+/)
      .some((word) => words.includes(word))
  );
}

/** `isPaid`: the payment itself stands on a statement under the same reference, so this entry is beside it and not instead of it. */
export function isFee(rules: FeeRules, entry: StatementEntry, transfer: Transfer | undefined, isPaid: boolean): boolean {
  const { amount, kind } = entry;
  if (amount > rules.mostRupiah || amount === transfer?.amount) return false;
  return kind === 'fee' || (isPaid && rules.tariffs.includes(amount));
}
