import { z } from 'zod';
import { parseClaimId } from '#domain/claim/claim-number.ts';
import { CLAIM_STATUSES } from '#domain/claim/statuses.ts';
import { TypedDay } from '#schemas/primitives.ts';

export const ClaimPath = z.strictObject({
  claimId: z.string().transform((value, context) => {
    const claimId = parseClaimId(value);
    if (claimId) return claimId;
    context.addIssue({ code: 'custom', message: 'Bukan nomor klaim. Bentuknya STN-ABCDE-FGHJK.' });
    return z.NEVER;
  }),
});

export const ReceiptPath = z.strictObject({
  ...ClaimPath.shape,
  seq: z
    .string()
    .regex(/^[1-9]\d{0,7}$/, 'Harus nomor fakta, misalnya 7.')
    .transform(Number),
});

/** The last row of a page: when it changed and its number, which together order every claim. */
const Cursor = z.string().transform((value, context) => {
  const [, updatedAt = '', number = ''] = /^(\d{1,15})~(STN-\w{5}-\w{5})$/.exec(value) ?? [];
  const claimId = parseClaimId(number);
  if (claimId) return { updatedAt: Number(updatedAt), claimId };
  context.addIssue({ code: 'custom', message: 'Bukan penanda halaman. Mulai lagi dari halaman pertama.' });
  return z.NEVER;
});

const Limit = z
  .string()
  .regex(/^([1-9]|[1-9]\d|1\d\d|200)$/, 'Harus bilangan 1 sampai 200.')
  .default('50')
  .transform(Number);

export const ClaimsQuery = z.strictObject({
  status: z.enum(CLAIM_STATUSES).exactOptional(),
  escalated: z.literal('true').exactOptional().describe('only open claims whose holder was warned by a clock that still runs'),
  limit: Limit,
  cursor: Cursor.exactOptional().describe('as the page before gave it'),
});

/** The last row of a page of escalations: since when it waits, its claim and its key. */
const RungCursor = z.string().transform((value, context) => {
  const [, firedAt = '', number = '', key = ''] = /^(\d{1,15})~(STN-\w{5}-\w{5})~([\w:+-]{1,60})$/.exec(value) ?? [];
  const claimId = parseClaimId(number);
  if (claimId) return { firedAt: Number(firedAt), claimId, key };
  context.addIssue({ code: 'custom', message: 'Bukan penanda halaman. Mulai lagi dari halaman pertama.' });
  return z.NEVER;
});

export const EscalationsQuery = z.strictObject({
  limit: Limit,
  cursor: RungCursor.exactOptional().describe('as the page before gave it'),
});

/** Days to be tried; what is not named stays. */
export const CorrectionQuery = z.strictObject({
  eventOn: TypedDay.exactOptional().describe('day of the death or of the accident'),
  diedOn: TypedDay.exactOptional().describe('of an accident that became a death'),
  birthDate: TypedDay.exactOptional().describe('of the participant'),
});
