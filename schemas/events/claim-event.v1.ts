import { z } from 'zod';
import { Id, UtcInstant } from './shared.ts';

/** On the wire a fact type carries its major version: `claim.registered.v1`. */
const WIRE_TYPE = /^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+\.v1$/;

export const ClaimEventV1 = z
  .object({
    claimId: Id.describe('the claim; also the key of the message'),
    seq: z.int().min(1).describe('position in the journal of the claim: 1, 2, 3 … without gap'),
    type: z
      .string()
      .regex(WIRE_TYPE, 'harus nama fakta dengan versi, misalnya claim.registered.v1')
      .describe('what happened, same as ce_type'),
    at: UtcInstant.describe('when it happened, UTC'),
    institutionId: Id.describe('partner institution the claim came from').exactOptional(),
    data: z.record(z.string(), z.unknown()).describe('the fact itself: ids and amounts, no personal data'),
  })
  .describe('One fact of the journal of a claim. Consumers drop repeats by claim and seq, and ignore fields they do not know.');

export type ClaimEventV1 = z.infer<typeof ClaimEventV1>;
