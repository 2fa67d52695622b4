import { type ClaimId, parseClaimId } from '#domain/claim/claim-number.ts';

export type RecordArguments = {
  /** None means the whole record. */
  readonly claimIds: readonly ClaimId[];
  readonly options: ReadonlySet<string>;
  readonly values: Readonly<Record<string, string>>;
};

type Known = { readonly options: readonly string[]; readonly valued?: readonly string[] };

/** Claim numbers and options in any order; `problem` says what is wrong with the first that cannot be read. */
export function readRecordArguments(args: readonly string[], known: Known): RecordArguments | { readonly problem: string } {
  const claimIds = new Set<ClaimId>();
  const options = new Set<string>();
  const values: Record<string, string> = {};
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (known.valued?.includes(arg)) {
      const value = rest.shift();
      if (value === undefined || value.startsWith('-')) return { problem: `${arg} perlu nilai.` };
      values[arg] = value;
    } else if (arg.startsWith('-')) {
      if (!known.options.includes(arg)) return { problem: `Pilihan tidak dikenal: ${arg}` };
      options.add(arg);
    } else {
      const claimId = parseClaimId(arg);
      if (!claimId) return { problem: `Bukan nomor klaim: ${arg}. Bentuknya STN-ABCDE-FGHJK, tanpa huruf I, L, O, U dan angka 0, 1.` };
      claimIds.add(claimId);
    }
  }
  return { claimIds: [...claimIds], options, values };
}
