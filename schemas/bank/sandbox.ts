import { z } from 'zod';
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

export const FaultOrder = z
  .strictObject({
    kind: z.enum(BANK_FAULTS).describe('what goes wrong'),
    times: z
      .union([z.int().min(1).max(1_000_000), z.literal('always')])
      .default(1)
      .describe('how many calls it strikes; always until cleared'),
    account: AccountNumber.optional().describe('strikes only calls about this account'),
    call: z
      .enum(['accessToken', 'accountInquiry', 'transfer', 'transferStatus', 'balance', 'statement'])
      .optional()
      .describe('strikes another call than the one the kind is usual for'),
    delayMs: z.int().min(0).max(600_000).optional().describe('length of slow, or time until a late reversal'),
  })
  .describe('POST /sandbox/faults');
export type FaultOrder = z.infer<typeof FaultOrder>;

export const RandomFaults = z
  .strictObject({
    seed: z.int().min(0).max(4_294_967_295).describe('the same seed strikes the same transfers in the same order'),
    perMille: z.int().min(0).max(1000).describe('transfers struck, of a thousand'),
    kinds: z.array(z.enum(BANK_FAULTS)).min(1).optional().describe('chosen from; without it all that need no help to recover'),
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
export const STATEMENT_FAULTS = ['late', 'entry-missing', 'entry-twice', 'amount-wrong'] as const;
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
