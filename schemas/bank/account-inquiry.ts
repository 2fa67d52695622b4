import { z } from 'zod';
import { AccountNumber, BankCode, PartnerReference, SnapAnswer } from './parts.ts';

export const AccountInquiryRequest = z.looseObject({
  beneficiaryBankCode: BankCode,
  beneficiaryAccountNo: AccountNumber,
  partnerReferenceNo: PartnerReference,
});
export type AccountInquiryRequest = z.infer<typeof AccountInquiryRequest>;

export const AccountInquiryAnswer = SnapAnswer.extend({
  beneficiaryAccountName: z.string().min(1).max(100).describe('holder as the beneficiary bank writes it'),
  beneficiaryAccountNo: z.string().describe('repeats the question'),
  beneficiaryBankCode: z.string().optional().describe('repeats the question'),
});
export type AccountInquiryAnswer = z.infer<typeof AccountInquiryAnswer>;
