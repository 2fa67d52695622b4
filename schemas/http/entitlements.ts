import { z } from 'zod';
import { parseClaimId } from '#domain/claim/claim-number.ts';
import { parseEntitlementId } from '#domain/entitlement-id.ts';
import { SCHOLARSHIP_LEVELS } from '#domain/law/rules/pack.ts';
import { CORRECTABLE, PROOF_PAPERS } from '#domain/scholarship/entitlement/parts.ts';
import { WORK_KINDS } from '#domain/scholarship/scholarship-input.ts';
import { TypedDay } from '#schemas/primitives.ts';
import { ExpectedSeq } from './claim-commands.ts';
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

const PageSize = z
  .string()
  .regex(/^([1-9]|[1-9]\d|1\d\d|200)$/, 'Harus bilangan 1 sampai 200.')
  .default('50')
  .transform(Number);

export const EntitlementsQuery = z.strictObject({
  claim: ClaimNumber.exactOptional().describe('only the children of this claim'),
  limit: PageSize,
  cursor: EntitlementNumber.exactOptional().describe('as the page before gave it'),
});

export const NoticesQuery = z.strictObject({
  entitlement: EntitlementNumber.exactOptional().describe('only what concerns this child'),
  limit: PageSize,
  cursor: z
    .string()
    .regex(/^\d{1,16}~.{1,200}$/s, 'Harus seperti yang diberikan halaman sebelumnya.')
    .transform((value) => ({ at: Number(value.slice(0, value.indexOf('~'))), _id: value.slice(value.indexOf('~') + 1) }))
    .exactOptional()
    .describe('as the page before gave it'),
});

export const ForecastQuery = z.strictObject({ format: z.enum(['json', 'csv']).exactOptional() });

const CommandId = z.string().min(8).max(100).refine(plain, PLAIN).describe('id of this intention, the same when it is sent again');
const view = { expectedSeq: ExpectedSeq.exactOptional() };
const Reason = z.string().trim().min(1).max(2_000).refine(plain, PLAIN).describe('why; kept for ever');
const ShortId = z.string().min(1).max(200).refine(plain, PLAIN);

const Paper = z.strictObject({
  paper: z.enum(PROOF_PAPERS),
  documentId: ShortId.describe('the document in the document store'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Harus 64 huruf heksadesimal kecil.'),
});

export const OpenEntitlementBody = z.strictObject({
  commandId: CommandId,
  claim: ClaimNumber,
  childId: ShortId.describe('as the claim names the child'),
  birthDate: TypedDay.describe('which was missing when the claim was approved'),
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
  z.strictObject({ commandId: CommandId, verdict: z.literal('pay'), ...view }),
  z.strictObject({ commandId: CommandId, verdict: z.literal('return'), reason: Reason, ...view }),
]);

export const PaymentFindingBody = z.strictObject({
  commandId: CommandId,
  issue: z.int().min(1).max(1_000).describe('which order of this payment'),
  finding: z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('paid'), bankReference: z.string().trim().min(1).max(100).refine(plain, PLAIN) }),
    z.strictObject({ outcome: z.literal('unpaid') }),
  ]),
  evidence: Reason.describe('what the bank’s own statement says'),
  ...view,
});

export const ChangeBody = z.discriminatedUnion('type', [
  z.strictObject({ commandId: CommandId, type: z.literal('married'), on: TypedDay, ...view }),
  z.strictObject({
    commandId: CommandId,
    type: z.literal('working'),
    from: TypedDay,
    kind: z.enum(WORK_KINDS).exactOptional(),
    months: z.int().min(0).max(600).exactOptional().describe('consecutive months of the job'),
    ...view,
  }),
  z.strictObject({ commandId: CommandId, type: z.literal('leftSchool'), schoolYear: z.int().min(2000).max(2999), ...view }),
  z.strictObject({ commandId: CommandId, type: z.literal('corrected'), what: z.enum(CORRECTABLE), reason: Reason, ...view }),
  z.strictObject({
    commandId: CommandId,
    type: z.literal('account'),
    guardianId: ShortId.describe('person who has the care of the child, or the child'),
    personName: z.string().trim().min(1).max(200).refine(plain, PLAIN),
    bankCode: z.string().regex(/^\d{3}$/, 'Harus tiga angka.'),
    accountNumber: z.string().regex(/^\d{6,20}$/, 'Harus 6 sampai 20 angka.'),
    sharedReason: Reason.exactOptional().describe(
      'where other families are paid on this account, and rightly: why; a second person approves it',
    ),
    ...view,
  }),
  z.strictObject({
    commandId: CommandId,
    type: z.literal('confirmAccount'),
    accountRef: ShortId.describe('as the proposal shows it'),
    ...view,
  }),
]);
export type ChangeBody = z.output<typeof ChangeBody>;
