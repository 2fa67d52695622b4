import { z } from 'zod';
import { RegistryNik } from './parts.ts';

/** What goes wrong on the way, at either registry. */
export const WAY_FAULTS = ['delay', 'outage', 'no-answer', 'drop-connection', 'garbled-answer', 'not-found', 'other-person'] as const;
/** What either registry has on record wrongly. */
export const CIVIL_FAULTS = ['other-name', 'other-birth-date', 'not-dead', 'other-death-day', 'no-relatives'] as const;
export const MEMBERSHIP_FAULTS = ['months-missing', 'other-beginning', 'payer-unpaid'] as const;

export const REGISTRY_FAULTS = [...WAY_FAULTS, ...CIVIL_FAULTS, ...MEMBERSHIP_FAULTS] as const;
export type RegistryFault = (typeof REGISTRY_FAULTS)[number];

export const RegistryFaultOrder = z
  .strictObject({
    kind: z.enum(REGISTRY_FAULTS).describe('what goes wrong'),
    times: z
      .union([z.int().min(1).max(1_000_000), z.literal('always')])
      .default(1)
      .describe('how many questions it strikes; always until cleared'),
    nik: RegistryNik.optional().describe('strikes only questions about this person'),
    delayMs: z.int().min(0).max(600_000).optional().describe('length of a delay'),
  })
  .describe('POST /sandbox/faults');
export type RegistryFaultOrder = z.infer<typeof RegistryFaultOrder>;
