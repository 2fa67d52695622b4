import { z } from 'zod';

export const SnapAmount = z
  .object({
    value: z
      .string()
      .regex(/^\d{1,16}\.\d{2}$/)
      .describe('rupiah with two decimals, never grouped'),
    currency: z.literal('IDR').describe('the only currency benefits are paid in'),
  })
  .describe('an amount of money on the wire');
export type SnapAmount = z.infer<typeof SnapAmount>;

export const BankCode = z
  .string()
  .regex(/^\d{3}$/)
  .describe('three digits of the beneficiary bank');
export const AccountNumber = z
  .string()
  .regex(/^\d{6,20}$/)
  .describe('digits only');
export const PartnerReference = z
  .string()
  .regex(/^[A-Za-z0-9]{1,64}$/)
  .describe('how we know the transaction; unique at the bank within its window');
export const ExternalId = z
  .string()
  .regex(/^\d{1,36}$/)
  .describe('number of one request, unique on its day');
export const SnapTimestamp = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?(Z|[+-]\d{2}:\d{2})$/)
  .describe('local time of the sender with its offset from UTC');

/** As banks write it: the offset also without its colon (`+0700`), fractions of any length. Whether such a day exists is for the reader to say. */
export const ToldTimestamp = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}(:?\d{2})?)$/)
  .describe('local time of the bank with its offset from UTC');

/** A balance may have sen, from interest, and may be below zero. */
export const ToldBalance = z
  .object({
    value: z
      .string()
      .regex(/^-?\d{1,15}\.\d{2}$/)
      .describe('rupiah with two decimals, never grouped'),
    currency: z.literal('IDR'),
  })
  .describe('a balance on the wire');
export type ToldBalance = z.infer<typeof ToldBalance>;

/** Every answer, good or bad, begins like this; banks add fields of their own. */
export const SnapAnswer = z
  .looseObject({
    responseCode: z
      .string()
      .regex(/^\d{7}$/)
      .describe('HTTP status, service code, case code'),
    responseMessage: z.string().max(150).describe('for people; not to be relied on'),
  })
  .describe('what every SNAP answer carries');
export type SnapAnswer = z.infer<typeof SnapAnswer>;
