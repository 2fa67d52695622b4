import { z } from 'zod';
import type { IdentityOptions } from './start.ts';

const Env = z.object({
  SANTUN_SANDBOX_IDENTITY_HOST: z.string().default('127.0.0.1').describe('address the issuer listens on'),
  SANTUN_SANDBOX_IDENTITY_PORT: z.coerce.number().int().min(0).max(65535).default(0).describe('port; 0 takes a free one'),
  SANTUN_SANDBOX_IDENTITY_DATA: z.string().min(1).describe('file of the signing key'),
  SANTUN_SANDBOX_IDENTITY_PASSWORD: z.string().min(8).describe('of every demo user and machine'),
  SANTUN_SANDBOX_IDENTITY_AUDIENCE: z.string().default('santun-api').describe('whom the tokens are for'),
  SANTUN_SANDBOX_IDENTITY_ISSUER: z.url().optional().describe('address others reach it at, when that is another one'),
  SANTUN_SANDBOX_IDENTITY_TOKEN_SECONDS: z.coerce.number().int().min(1).default(900).describe('life of an access token'),
});

/** Throws with every wrong variable named. */
export function readIdentityEnv(source: Readonly<Record<string, string | undefined>> = process.env): IdentityOptions {
  const env = Env.parse(source);
  return {
    host: env.SANTUN_SANDBOX_IDENTITY_HOST,
    port: env.SANTUN_SANDBOX_IDENTITY_PORT,
    dataFile: env.SANTUN_SANDBOX_IDENTITY_DATA,
    password: env.SANTUN_SANDBOX_IDENTITY_PASSWORD,
    audience: env.SANTUN_SANDBOX_IDENTITY_AUDIENCE,
    tokenSeconds: env.SANTUN_SANDBOX_IDENTITY_TOKEN_SECONDS,
    ...(env.SANTUN_SANDBOX_IDENTITY_ISSUER !== undefined && { issuer: env.SANTUN_SANDBOX_IDENTITY_ISSUER }),
  };
}
