import { z } from 'zod';
import type { Day } from '#domain/time/calendar/day.ts';

export const RegistryNik = z
  .string()
  .regex(/^\d{16}$/)
  .describe('national identity number, 16 digits');
export const RegistryDay = z.iso.date().describe('calendar day, YYYY-MM-DD') as unknown as z.ZodType<Day, string>;
export const RegistryName = z.string().min(1).max(200).describe('name as on the identity card');

/** A NIK belongs in no address and no access log, so a question is a POST with a body. */
export const RegistryQuestion = z.strictObject({ nik: RegistryNik }).describe('whom the question is about');
export type RegistryQuestion = z.infer<typeof RegistryQuestion>;

/** The status alone is not enough: a gateway that lost its way answers 404 for everybody. */
export const NobodyFound = z.object({ error: z.literal('not-found') }).describe('the registry knows nobody of this number');

export const REGISTRY_PATHS = { civil: '/v1/persons/lookup', membership: '/v1/memberships/lookup' } as const;
