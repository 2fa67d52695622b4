import { z } from 'zod';
import { Membership } from './membership.ts';
import { Nik } from './shared.ts';

export const CoverageChangedV1 = z
  .object({
    participantNik: Nik.describe('national identity number of the participant'),
    membership: Membership.describe('the membership as it now is, whole'),
  })
  .describe('BPJS Ketenagakerjaan tells how a membership now stands. Replaces what was known of it, also in open claims.');

export type CoverageChangedV1 = z.infer<typeof CoverageChangedV1>;
