import { z } from 'zod';
import { PartnerReference, SnapAmount, SnapAnswer, SnapTimestamp, ToldTimestamp } from './parts.ts';

export const TransferStatusRequest = z.looseObject({
  originalPartnerReferenceNo: PartnerReference,
  serviceCode: z
    .string()
    .regex(/^\d{2}$/)
    .describe('service code of the call asked about'),
  transactionDate: SnapTimestamp.optional(),
  amount: SnapAmount.optional(),
});
export type TransferStatusRequest = z.infer<typeof TransferStatusRequest>;

/** Values of `latestTransactionStatus`. */
export const LATEST_STATUS = {
  success: '00',
  initiated: '01',
  paying: '02',
  pending: '03',
  refunded: '04',
  cancelled: '05',
  failed: '06',
  notFound: '07',
} as const;

export const TransferStatusAnswer = SnapAnswer.extend({
  originalPartnerReferenceNo: z.string().describe('repeats ours'),
  originalReferenceNo: z.string().max(64).optional().describe("the bank's own number of the transaction"),
  latestTransactionStatus: z.string().length(2).describe('00 paid, 01 to 03 on its way, 04 given back, 05 and 06 not paid, 07 not found'),
  transactionStatusDesc: z.string().optional().describe('for people'),
  transactionDate: ToldTimestamp.optional().describe('when the bank booked it'),
  previousResponseCode: z.string().optional().describe('code the order was answered with'),
  amount: SnapAmount.optional().describe('repeats the order'),
  beneficiaryAccountNo: z.string().optional().describe('repeats the order'),
});
export type TransferStatusAnswer = z.infer<typeof TransferStatusAnswer>;
