import { z } from 'zod';
import { Kpj, Month, Nik } from './shared.ts';

export const ContributionRecordedV1 = z
  .object({
    participantNik: Nik.describe('national identity number of the participant'),
    kpj: Kpj,
    months: z.array(Month).min(1).max(1200).describe('months that now have a contribution'),
    payerUnpaid: z.boolean().describe('whether the payer still owes contributions; absent when that did not change').exactOptional(),
  })
  .describe(
    'BPJS Ketenagakerjaan recorded contributions at `ce_time`, on top of the coverage told before. They wait for a membership nobody has told of yet. A claim held for them goes on by itself.',
  );

export type ContributionRecordedV1 = z.infer<typeof ContributionRecordedV1>;
