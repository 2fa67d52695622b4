import { type ClaimId, parseClaimId } from '#domain/claim/claim-number.ts';
import { type EntitlementId, parseEntitlementId } from '#domain/entitlement-id.ts';

export type RecordArguments = {
  /** No number at all means the whole record. */
  readonly claimIds: readonly ClaimId[];
  readonly entitlementIds: readonly EntitlementId[];
  readonly options: ReadonlySet<string>;
  readonly values: Readonly<Record<string, string>>;
};

type Known = { readonly options: readonly string[]; readonly valued?: readonly string[] };

const SHAPES = 'Bentuknya STN-ABCDE-FGHJK, beasiswa BSW-ABCDE-FGHJK, tanpa huruf I, L, O, U dan angka 0, 1.';

/** Numbers of claims and scholarships, and options, in any order; `problem` says what is wrong with the first that cannot be read. */
export function readRecordArguments(args: readonly string[], known: Known): RecordArguments | { readonly problem: string } {
  const claimIds = new Set<ClaimId>();
  const entitlementIds = new Set<EntitlementId>();
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
      const entitlementId = parseEntitlementId(arg);
      const claimId = entitlementId === undefined ? parseClaimId(arg) : undefined;
      if (entitlementId) entitlementIds.add(entitlementId);
      else if (claimId) claimIds.add(claimId);
      else return { problem: `Bukan nomor klaim: ${arg}. ${SHAPES}` };
    }
  }
  return { claimIds: [...claimIds], entitlementIds: [...entitlementIds], options, values };
}
