import { z } from 'zod';
import { Membership } from './membership.ts';
import { Nik } from './shared.ts';

export const CoverageChangedV1 = z
  .object({
    participantNik: Nik.describe('national identity number of the participant'),
    membership: Membership.describe('the membership as it now is, whole'),
  })
  .describe(
    'BPJS Ketenagakerjaan tells how a membership stands at `ce_time`. Replaces what was told of it before that instant, also in open claims; news older than the coverage that stands is ignored.',
  );

export type CoverageChangedV1 = z.infer<typeof CoverageChangedV1>;
