import { z } from 'zod';
import { RegistryDay, RegistryNik } from './parts.ts';

const Membership = z
  .object({
    kpj: z
      .string()
      .regex(/^[A-Z0-9]{11}$/)
      .describe('membership number, 11 characters'),
    segment: z.enum(['PU', 'BPU']).describe('PU: wage earner, BPU: everyone else'),
    memberSince: RegistryDay,
    lapsedUntilRejoined: RegistryDay.describe('day the membership was resumed after a lapse').exactOptional(),
    paidMonths: z
      .array(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/))
      .max(1200)
      .describe('months with a contribution, YYYY-MM'),
    payer: z.enum(['self', 'employer', 'government']).describe('who pays the contributions'),
    payerUnpaid: z.boolean().describe('the payer owes contributions that were not the participant’s to pay').exactOptional(),
    employer: z.string().min(1).max(200).describe('employer, for a wage earner').exactOptional(),
  })
  .describe('one membership and its coverage');

export const MembershipsOfPerson = z
  .object({ nik: RegistryNik, memberships: z.array(Membership).min(1).max(20) })
  .describe('every membership of one person: POST /v1/memberships/lookup, 404 for nobody');
export type MembershipsOfPerson = z.infer<typeof MembershipsOfPerson>;
