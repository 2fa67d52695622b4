import { z } from 'zod';
import type { RegistryOptions } from '#sandbox/registry/start.ts';

const Env = z.object({
  SANTUN_SANDBOX_CIVIL_HOST: z.string().default('127.0.0.1').describe('address the registry listens on'),
  SANTUN_SANDBOX_CIVIL_PORT: z.coerce.number().int().min(0).max(65535).default(0).describe('port; 0 takes a free one'),
  SANTUN_SANDBOX_CIVIL_DATA: z.string().min(1).describe('file of the people'),
  SANTUN_SANDBOX_CIVIL_KEY: z.string().min(16).describe('bearer key of its callers'),
});

/** Throws with every wrong variable named. */
export function readCivilRegistryEnv(source: Readonly<Record<string, string | undefined>> = process.env): RegistryOptions {
  const env = Env.parse(source);
  return {
    host: env.SANTUN_SANDBOX_CIVIL_HOST,
    port: env.SANTUN_SANDBOX_CIVIL_PORT,
    dataFile: env.SANTUN_SANDBOX_CIVIL_DATA,
    key: env.SANTUN_SANDBOX_CIVIL_KEY,
  };
}
