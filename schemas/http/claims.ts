import { z } from 'zod';
import { parseClaimId } from '#domain/claim/claim-number.ts';
import { CLAIM_STATUSES } from '#domain/claim/statuses.ts';

export const ClaimPath = z.strictObject({
  claimId: z.string().transform((value, context) => {
    const claimId = parseClaimId(value);
    if (claimId) return claimId;
    context.addIssue({ code: 'custom', message: 'bukan nomor klaim; bentuknya STN-ABCDE-FGHJK' });
    return z.NEVER;
  }),
});

export const ClaimsQuery = z.strictObject({
  status: z.enum(CLAIM_STATUSES).exactOptional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,16}~STN-[A-Z0-9]{5}-[A-Z0-9]{5}$/, 'bukan penanda halaman')
    .exactOptional()
    .describe('as the page before gave it'),
});
