import { z } from 'zod';
import { AccountNumber, PartnerReference, SnapAmount, SnapAnswer, SnapTimestamp } from './parts.ts';

export const StatementRequest = z.looseObject({
  partnerReferenceNo: PartnerReference,
  accountNo: AccountNumber.describe('our own source account'),
  fromDateTime: SnapTimestamp.describe('first instant of the statement'),
  toDateTime: SnapTimestamp.describe('last instant of the statement, to the second'),
  additionalInfo: z
    .looseObject({
      pageNumber: z
        .string()
        .regex(/^[1-9]\d{0,5}$/)
        .describe('from 1'),
    })
    .describe('agreed with the bank: by page, because many entries may share one second'),
});
export type StatementRequest = z.infer<typeof StatementRequest>;

export const StatementLine = z.looseObject({
  transactionId: z.string().min(1).max(64).describe("the bank's own number of the transaction; a reversal carries that of the transfer"),
  transactionDate: SnapTimestamp.describe('when the bank booked it'),
  type: z.enum(['DEBIT', 'CREDIT']).describe('DEBIT leaves our account'),
  amount: SnapAmount,
  remark: z.string().max(256).optional().describe('for people'),
  detailInfo: z
    .looseObject({ partnerReferenceNo: z.string().max(64).optional().describe('ours, where the bank carries it') })
    .optional()
    .describe('agreed with the bank'),
});
export type StatementLine = z.infer<typeof StatementLine>;

export const StatementAnswer = SnapAnswer.extend({
  balance: z
    .array(z.looseObject({ startingBalance: SnapAmount, endingBalance: SnapAmount }))
    .min(1)
    .describe('of the whole period, on every page'),
  hasMore: z.enum(['Y', 'N']).describe('whether another page follows'),
  detailData: z.array(StatementLine).max(1_000).describe('entries of this page, oldest first'),
});
export type StatementAnswer = z.infer<typeof StatementAnswer>;
