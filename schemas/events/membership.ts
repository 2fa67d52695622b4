import { z } from 'zod';
import { CalendarDay, Kpj, label, Month } from './shared.ts';

export const Membership = z
  .object({
    kpj: Kpj,
    segment: z.enum(['PU', 'BPU']).describe('PU: wage earner, BPU: everyone else'),
    memberSince: CalendarDay.describe('first day of this membership'),
    paidMonths: z
      .array(Month)
      .max(1200)
      .describe('months with a contribution, as told by BPJS Ketenagakerjaan; never divided out of rupiah'),
    payer: z.enum(['self', 'employer', 'government']).describe('who pays the contributions'),
    employer: label(200).describe('employer, for a wage earner').exactOptional(),
    lapsedUntilRejoined: CalendarDay.describe('day the membership was resumed after a lapse').exactOptional(),
    payerUnpaid: z.boolean().describe('the payer owes contributions that were not the participant’s to pay').exactOptional(),
  })
  .describe('one membership and its coverage');
