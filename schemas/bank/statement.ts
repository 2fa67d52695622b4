import { z } from 'zod';
import { AccountNumber, PartnerReference, SnapAmount, SnapAnswer, SnapTimestamp, ToldBalance, ToldTimestamp } from './parts.ts';

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

/** One line, read by itself: what is wrong with it spoils no other. */
export const StatementLine = z.looseObject({
  transactionId: z.string().min(1).max(64).describe("the bank's own number of the transaction; a reversal carries that of the transfer"),
  transactionDate: ToldTimestamp.describe('when the bank booked it'),
  type: z.string().max(32).describe('DEBIT leaves our account, CREDIT comes in; some banks have one for their own charges'),
  amount: SnapAmount,
  remark: z.unknown().describe('for people: of any length, or nothing, and never a reason to doubt the line'),
  detailInfo: z
    .looseObject({ partnerReferenceNo: z.string().max(256).nullish().describe('ours, where the bank carries it; banks pad and cut it') })
    .nullish()
    .describe('agreed with the bank'),
});
export type StatementLine = z.infer<typeof StatementLine>;

export const StatementAnswer = SnapAnswer.extend({
  balance: z
    .array(z.looseObject({ startingBalance: ToldBalance, endingBalance: ToldBalance }))
    .min(1)
    .describe('of the whole period, on every page'),
  hasMore: z.enum(['Y', 'N']).describe('whether another page follows'),
  detailData: z.array(z.unknown()).max(1_000).describe('lines of this page, each a StatementLine if it can be read'),
});
export type StatementAnswer = z.infer<typeof StatementAnswer>;
