import { z } from 'zod';
import { parseClaimId } from '#domain/claim/claim-number.ts';
import { CLAIM_STATUSES } from '#domain/claim/statuses.ts';

export const ClaimPath = z.strictObject({
  claimId: z.string().transform((value, context) => {
    const claimId = parseClaimId(value);
    if (claimId) return claimId;
    context.addIssue({ code: 'custom', message: 'Bukan nomor klaim. Bentuknya STN-ABCDE-FGHJK.' });
    return z.NEVER;
  }),
});

/** The last row of a page: when it changed and its number, which together order every claim. */
const Cursor = z.string().transform((value, context) => {
  const [, updatedAt = '', number = ''] = /^(\d{1,15})~(STN-\w{5}-\w{5})$/.exec(value) ?? [];
  const claimId = parseClaimId(number);
  if (claimId) return { updatedAt: Number(updatedAt), claimId };
  context.addIssue({ code: 'custom', message: 'Bukan penanda halaman. Mulai lagi dari halaman pertama.' });
  return z.NEVER;
});

export const ClaimsQuery = z.strictObject({
  status: z.enum(CLAIM_STATUSES).exactOptional(),
  limit: z
    .string()
    .regex(/^([1-9]|[1-9]\d|1\d\d|200)$/, 'Harus bilangan 1 sampai 200.')
    .default('50')
    .transform(Number),
  cursor: Cursor.exactOptional().describe('as the page before gave it'),
});
