import { z } from 'zod';
import { AccountNumber, SnapAnswer, ToldBalance } from './parts.ts';

export const BalanceRequest = z.looseObject({ accountNo: AccountNumber.describe('our own source account') });

export const BalanceAnswer = SnapAnswer.extend({
  accountNo: z.string().describe('repeats the question'),
  accountInfos: z
    .array(z.looseObject({ availableBalance: ToldBalance.describe('what can be paid out now') }))
    .min(1)
    .describe('one entry per kind of balance'),
});
export type BalanceAnswer = z.infer<typeof BalanceAnswer>;
