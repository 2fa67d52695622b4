import { z } from 'zod';
import { SNAP_ENDPOINTS, type SnapCall } from './endpoints.ts';
import { AccountNumber, BankCode, PartnerReference } from './parts.ts';

/** Faults of the sandbox bank: what goes wrong, and whether money has moved by then. */
export const BANK_FAULTS = [
  'accepts-then-times-out',
  'slow',
  '5xx-before',
  '5xx-after',
  'duplicate-forgets',
  'holder-mismatch',
  'closed-account',
  'late-reversal',
  'outage',
  'drop-connection',
  'drop-before',
  'garbled-answer',
] as const;
export type BankFault = (typeof BANK_FAULTS)[number];

const ALL_CALLS = Object.keys(SNAP_ENDPOINTS) as readonly SnapCall[];
const ON_THE_WAY = { usual: ['transfer'], possible: ALL_CALLS } as const satisfies Reach;
const ONLY_TRANSFERS = { usual: ['transfer'], possible: ['transfer'] } as const satisfies Reach;
/** `usual`: the calls a kind strikes by itself; `possible`: those where it means anything. */
type Reach = { readonly usual: readonly SnapCall[]; readonly possible: readonly SnapCall[] };

export const FAULT_REACH = {
  'accepts-then-times-out': ON_THE_WAY,
  slow: ON_THE_WAY,
  '5xx-before': ON_THE_WAY,
  '5xx-after': ON_THE_WAY,
  'duplicate-forgets': ONLY_TRANSFERS,
  'holder-mismatch': { usual: ['accountInquiry'], possible: ['accountInquiry'] },
  'closed-account': { usual: ['accountInquiry', 'transfer'], possible: ['accountInquiry', 'transfer'] },
  'late-reversal': ONLY_TRANSFERS,
  outage: { usual: ALL_CALLS, possible: ALL_CALLS },
  'drop-connection': ON_THE_WAY,
  'drop-before': ON_THE_WAY,
  'garbled-answer': ON_THE_WAY,
} as const satisfies Record<BankFault, Reach>;

export function mayStrike(kind: BankFault, call: SnapCall): boolean {
  const possible: readonly SnapCall[] = FAULT_REACH[kind].possible;
  return possible.includes(call);
}

export function strikesUsually(kind: BankFault, call: SnapCall): boolean {
  const usual: readonly SnapCall[] = FAULT_REACH[kind].usual;
  return usual.includes(call);
}

const Call = z.enum(ALL_CALLS as [SnapCall, ...SnapCall[]]);

export const FaultOrder = z
  .strictObject({
    kind: z.enum(BANK_FAULTS).describe('what goes wrong'),
    times: z
      .union([z.int().min(1).max(1_000_000), z.literal('always')])
      .default(1)
      .describe('how many calls it strikes; always until cleared'),
    account: AccountNumber.optional().describe('strikes only calls about this account'),
    call: Call.optional().describe('strikes another call than the one the kind is usual for'),
    delayMs: z.int().min(0).max(600_000).optional().describe('length of slow, or time until a late reversal'),
  })
  .refine(({ kind, call }) => call === undefined || mayStrike(kind, call), {
    path: ['call'],
    error: 'this kind means nothing for this call',
  })
  .describe('POST /sandbox/faults');
export type FaultOrder = z.infer<typeof FaultOrder>;

export const RandomFaults = z
  .strictObject({
    seed: z.int().min(0).max(4_294_967_295).describe('the same seed strikes the same calls of a kind, counted from here'),
    perMille: z.int().min(0).max(1000).describe('calls struck, of a thousand'),
    kinds: z.array(z.enum(BANK_FAULTS)).min(1).optional().describe('chosen from; without it all that need no help to recover'),
    calls: z.array(Call).min(1).optional().describe('calls at risk; without it transfers'),
  })
  .refine(({ kinds, calls }) => kinds?.every((kind) => (calls ?? ['transfer']).some((call) => mayStrike(kind, call))) ?? true, {
    path: ['kinds'],
    error: 'one of these kinds means nothing for these calls',
  })
  .describe('POST /sandbox/random-faults');
export type RandomFaults = z.infer<typeof RandomFaults>;

export const AccountOpening = z
  .strictObject({
    bankCode: BankCode,
    accountNumber: AccountNumber,
    holderName: z.string().min(1).max(100).describe('as the bank would print it'),
    status: z.enum(['open', 'closed', 'dormant']).default('open').describe('closed and dormant accounts refuse money'),
  })
  .describe('POST /sandbox/accounts');
export type AccountOpening = z.infer<typeof AccountOpening>;

/** What a statement of the sandbox bank may get wrong; its book and its balances stay true. */
export const STATEMENT_FAULTS = [
  'late',
  'entry-missing',
  'entry-twice',
  'amount-wrong',
  'amount-sen',
  'amount-negative',
  'type-unknown',
  'other-day',
  'remark-null',
  'remark-long',
  'offset-without-colon',
  'reference-lower',
  'reference-padded',
  'reference-cut-20',
  'reference-cut-16',
  'reference-missing',
  'fee-before',
  'fee-after',
  'one-number',
  'reordered',
  'second-later',
] as const;
export type StatementFault = (typeof STATEMENT_FAULTS)[number];

export const StatementFaultOrder = z
  .strictObject({
    kind: z.enum(STATEMENT_FAULTS).describe('what goes wrong'),
    times: z
      .union([z.int().min(1).max(1_000_000), z.literal('always')])
      .default(1)
      .describe('how many pages it strikes; always until cleared'),
    partnerReferenceNo: PartnerReference.optional().describe('the entry struck; without it the first transfer of the page'),
  })
  .describe('POST /sandbox/statement-faults');
export type StatementFaultOrder = z.infer<typeof StatementFaultOrder>;

export const StrayTransfer = z
  .strictObject({
    bankCode: BankCode,
    accountNumber: AccountNumber,
    amount: z.int().min(1).max(1_000_000_000_000).describe('rupiah'),
    partnerReferenceNo: PartnerReference.optional().describe('as if somebody with our keys had ordered it'),
  })
  .describe('POST /sandbox/stray-transfers: money leaves the account and nobody ordered it');
export type StrayTransfer = z.infer<typeof StrayTransfer>;

export const ReversalOrder = z.strictObject({ partnerReferenceNo: PartnerReference }).describe('POST /sandbox/reversals');

const Posting = z.object({
  account: z.string().describe('equity, the source account, or bank code:account number'),
  amount: z.int().describe('rupiah; minus takes from the account'),
});
const Entry = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  kind: z.enum(['opening', 'transfer', 'reversal']),
  partnerReferenceNo: z.string().optional(),
  bankReference: z.string().optional(),
  postings: z.array(Posting).min(2).describe('sum to zero'),
});
export const LedgerView = z
  .object({
    entries: z.array(Entry),
    balances: z.record(z.string(), z.int()).describe('account → rupiah, the sum of its postings'),
  })
  .describe('GET /sandbox/ledger, the oracle of every money test');
export type LedgerView = z.infer<typeof LedgerView>;
export type LedgerEntry = LedgerView['entries'][number];
