import { z } from 'zod';
import { Instant } from './parts.ts';

export const RiskReply = z.strictObject({
  by: z.enum(['institution', 'programme']),
  now: Instant,
  rows: z.array(
    z.strictObject({
      text: z.string(),
      group: z.string(),
      claims: z.number(),
      soon: z.number(),
      late: z.number(),
      unknown: z.number(),
      unpaid: z.number(),
      compensation: z.number(),
      atRisk: z.number(),
    }),
  ),
  total: z.strictObject({
    group: z.string(),
    claims: z.number(),
    soon: z.number(),
    late: z.number(),
    unknown: z.number(),
    unpaid: z.number(),
    compensation: z.number(),
    atRisk: z.number(),
  }),
});

export const PaymentsReply = z.strictObject({
  rows: z.array(
    z.strictObject({
      text: z.string(),
      group: z.string(),
      paid: z.strictObject({ count: z.number(), amount: z.number() }),
      returned: z.strictObject({ count: z.number(), amount: z.number() }),
      net: z.number(),
      late: z.number(),
    }),
  ),
  total: z.strictObject({
    group: z.string(),
    paid: z.strictObject({ count: z.number(), amount: z.number() }),
    returned: z.strictObject({ count: z.number(), amount: z.number() }),
    net: z.number(),
    late: z.number(),
  }),
  bank: z.strictObject({
    text: z.string(),
    state: z.enum(['equal', 'no-statement-yet', 'differs']),
    statementsUntil: z.string().optional(),
    paid: z.strictObject({ count: z.number(), amount: z.number() }),
    returned: z.strictObject({ count: z.number(), amount: z.number() }),
    net: z.number(),
    notInBooks: z.number(),
    notOnStatement: z.number(),
    awaitingStatement: z.number(),
    amountsDiffer: z.number(),
    isEqual: z.boolean(),
  }),
  month: z.string(),
  counted: z.enum(['payments', 'benefit-lines']),
  payments: z.number(),
  by: z.enum(['institution', 'branch', 'programme', 'month', 'benefit', 'regency', 'payer']),
});
