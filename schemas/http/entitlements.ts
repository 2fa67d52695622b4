import { z } from 'zod';
import { parseClaimId } from '#domain/claim/claim-number.ts';
import { parseEntitlementId } from '#domain/entitlement/entitlement-id.ts';
import { PROOF_PAPERS } from '#domain/entitlement/facts.ts';
import { SCHOLARSHIP_LEVELS } from '#domain/rules/pack.ts';
import { WORK_KINDS } from '#domain/scholarship/scholarship-input.ts';
import { DayText } from '../primitives.ts';
import { PLAIN, plain } from './claim-decisions.ts';

const NOT_AN_ID = 'Bukan nomor beasiswa. Bentuknya BSW-ABCDE-FGHJK.';

const EntitlementNumber = z.string().transform((value, context) => {
  const id = parseEntitlementId(value);
  if (id) return id;
  context.addIssue({ code: 'custom', message: NOT_AN_ID });
  return z.NEVER;
});

const ClaimNumber = z.string().transform((value, context) => {
  const claimId = parseClaimId(value);
  if (claimId) return claimId;
  context.addIssue({ code: 'custom', message: 'Bukan nomor klaim. Bentuknya STN-ABCDE-FGHJK.' });
  return z.NEVER;
});

export const EntitlementPath = z.strictObject({ entitlementId: EntitlementNumber });
export const EntitlementYearPath = z.strictObject({
  entitlementId: EntitlementNumber,
  schoolYear: z
    .string()
    .regex(/^2\d{3}$/, 'Harus tahun mulai tahun ajaran, misalnya 2026.')
    .transform(Number),
});

export const EntitlementsQuery = z.strictObject({
  claim: ClaimNumber.exactOptional().describe('only the children of this claim'),
  limit: z
    .string()
    .regex(/^([1-9]|[1-9]\d|1\d\d|200)$/, 'Harus bilangan 1 sampai 200.')
    .default('50')
    .transform(Number),
  cursor: EntitlementNumber.exactOptional().describe('as the page before gave it'),
});

const CommandId = z.string().min(8).max(100).refine(plain, PLAIN).describe('id of this intention, the same when it is sent again');
const Reason = z.string().trim().min(1).max(2_000).refine(plain, PLAIN).describe('why; kept for ever');
const ShortId = z.string().min(1).max(200).refine(plain, PLAIN);

const Paper = z.strictObject({
  paper: z.enum(PROOF_PAPERS),
  documentId: ShortId.describe('the document in the document store'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Harus 64 huruf heksadesimal kecil.'),
});

export const ProofBody = z.strictObject({
  commandId: CommandId,
  level: z.enum(SCHOLARSHIP_LEVELS),
  papers: z.array(Paper).min(1).max(6).describe('letter of active study and latest report'),
});

export const VerifyProofBody = z.discriminatedUnion('verdict', [
  z.strictObject({ commandId: CommandId, verdict: z.literal('ok'), level: z.enum(SCHOLARSHIP_LEVELS).describe('as the papers show') }),
  z.strictObject({ commandId: CommandId, verdict: z.literal('refused'), reason: Reason }),
]);

export const ReleaseYearBody = z.discriminatedUnion('verdict', [
  z.strictObject({ commandId: CommandId, verdict: z.literal('pay') }),
  z.strictObject({ commandId: CommandId, verdict: z.literal('return'), reason: Reason }),
]);

export const ChangeBody = z.discriminatedUnion('type', [
  z.strictObject({ commandId: CommandId, type: z.literal('married'), on: DayText }),
  z.strictObject({
    commandId: CommandId,
    type: z.literal('working'),
    from: DayText,
    kind: z.enum(WORK_KINDS).exactOptional(),
    months: z.int().min(0).max(600).exactOptional().describe('consecutive months of the job'),
  }),
  z.strictObject({ commandId: CommandId, type: z.literal('leftSchool'), schoolYear: z.int().min(2000).max(2999) }),
  z.strictObject({
    commandId: CommandId,
    type: z.literal('account'),
    guardianId: ShortId.describe('person who has the care of the child, or the child'),
    personName: z.string().trim().min(1).max(200).refine(plain, PLAIN),
    bankCode: z.string().regex(/^\d{3}$/, 'Harus tiga angka.'),
    accountNumber: z.string().regex(/^\d{6,20}$/, 'Harus 6 sampai 20 angka.'),
  }),
  z.strictObject({ commandId: CommandId, type: z.literal('confirmAccount'), accountRef: ShortId.describe('as the proposal shows it') }),
]);
export type ChangeBody = z.output<typeof ChangeBody>;
