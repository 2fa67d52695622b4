import { z } from 'zod';
import { AccountNumber, BankCode, PartnerReference, SnapAmount, SnapAnswer, SnapTimestamp } from './parts.ts';

export const TransferRequest = z.looseObject({
  partnerReferenceNo: PartnerReference,
  amount: SnapAmount,
  beneficiaryAccountName: z.string().min(1).max(100).describe('holder as told by the account inquiry'),
  beneficiaryAccountNo: AccountNumber,
  beneficiaryBankCode: BankCode,
  sourceAccountNo: AccountNumber,
  transactionDate: SnapTimestamp,
  additionalInfo: z
    .looseObject({ channel: z.string().describe('rail asked for: BI-FAST, SKN or RTGS') })
    .optional()
    .describe('agreed with the bank'),
});
export type TransferRequest = z.infer<typeof TransferRequest>;

export const TransferAnswer = SnapAnswer.extend({
  referenceNo: z.string().min(1).max(64).describe("the bank's own number of the transaction"),
  partnerReferenceNo: z.string().describe('repeats ours'),
  amount: SnapAmount,
  beneficiaryAccountNo: z.string().describe('repeats the order'),
  beneficiaryBankCode: z.string().describe('repeats the order'),
  sourceAccountNo: z.string().describe('repeats the order'),
});
export type TransferAnswer = z.infer<typeof TransferAnswer>;
