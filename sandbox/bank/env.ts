import { z } from 'zod';
import type { BankOptions } from './start.ts';

const Env = z.object({
  SANTUN_SANDBOX_BANK_HOST: z.string().default('127.0.0.1').describe('address the bank listens on'),
  SANTUN_SANDBOX_BANK_PORT: z.coerce.number().int().min(0).max(65535).default(0).describe('port; 0 takes a free one'),
  SANTUN_SANDBOX_BANK_DATA: z.string().min(1).describe('file of the book'),
  SANTUN_SANDBOX_BANK_CLIENT_KEY: z.string().min(1).describe('the partner it serves'),
  SANTUN_SANDBOX_BANK_CLIENT_SECRET: z.string().min(16).describe('shared secret of the HMAC signature'),
  SANTUN_SANDBOX_BANK_PUBLIC_KEY: z.string().includes('PUBLIC KEY').describe('PEM that verifies token requests'),
  SANTUN_SANDBOX_BANK_SOURCE_ACCOUNT: z
    .string()
    .regex(/^\d{6,20}$/)
    .describe("the partner's account"),
  SANTUN_SANDBOX_BANK_OPENING_BALANCE: z.coerce.number().int().min(0).describe('rupiah on it when the book is new'),
  SANTUN_SANDBOX_BANK_DUPLICATE_WINDOW_MS: z.coerce
    .number()
    .int()
    .min(0)
    .default(86_400_000)
    .describe('a reference is protected this long'),
  SANTUN_SANDBOX_BANK_STATUS_WINDOW_MS: z.coerce
    .number()
    .int()
    .min(0)
    .default(5_184_000_000)
    .describe('a transfer is answered for this long'),
  SANTUN_SANDBOX_BANK_REFERENCE_LIMIT: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(64)
    .describe('characters of a reference it takes; some banks take 20'),
  SANTUN_SANDBOX_BANK_TOKEN_SECONDS: z.coerce.number().int().min(1).default(900).describe('life of an access token'),
  SANTUN_SANDBOX_BANK_SLOW_MS: z.coerce.number().int().min(0).default(2_000).describe('how slow slow is'),
  SANTUN_SANDBOX_BANK_LATE_REVERSAL_MS: z.coerce.number().int().min(0).default(1_000).describe('how late a late reversal is'),
});

/** Throws with every wrong variable named. */
export function readBankEnv(source: Readonly<Record<string, string | undefined>> = process.env): BankOptions {
  const env = Env.parse(source);
  return {
    host: env.SANTUN_SANDBOX_BANK_HOST,
    port: env.SANTUN_SANDBOX_BANK_PORT,
    dataFile: env.SANTUN_SANDBOX_BANK_DATA,
    clientKey: env.SANTUN_SANDBOX_BANK_CLIENT_KEY,
    clientSecret: env.SANTUN_SANDBOX_BANK_CLIENT_SECRET,
    publicKeyPem: env.SANTUN_SANDBOX_BANK_PUBLIC_KEY,
    sourceAccount: env.SANTUN_SANDBOX_BANK_SOURCE_ACCOUNT,
    openingBalance: env.SANTUN_SANDBOX_BANK_OPENING_BALANCE,
    duplicateWindowMs: env.SANTUN_SANDBOX_BANK_DUPLICATE_WINDOW_MS,
    statusWindowMs: env.SANTUN_SANDBOX_BANK_STATUS_WINDOW_MS,
    referenceLimit: env.SANTUN_SANDBOX_BANK_REFERENCE_LIMIT,
    tokenLifetimeSeconds: env.SANTUN_SANDBOX_BANK_TOKEN_SECONDS,
    slowMs: env.SANTUN_SANDBOX_BANK_SLOW_MS,
    lateReversalMs: env.SANTUN_SANDBOX_BANK_LATE_REVERSAL_MS,
  };
}
