import { z } from 'zod';
import { CASE_STATES } from '#domain/money/reconciliation/case.ts';
import { MonthText, TypedDay } from '#schemas/primitives.ts';
import { ExpectedSeq } from './claim-commands.ts';
import { PLAIN, plain } from './claim-decisions.ts';

const Format = z.enum(['json', 'csv']).exactOptional().describe('csv: semicolons and a byte order mark; without it what Accept asks for');

export const ReconciliationPath = z.strictObject({ date: TypedDay });
export const ReconciliationQuery = z.strictObject({ format: Format });

const CaseId = z
  .string()
  .regex(/^[0-9a-f]{24}$/, 'Bukan nomor perkara.')
  .describe('id of a case, the same in every run that finds the difference');
export const CasePath = z.strictObject({ caseId: CaseId });

/** The last row of a page: since when it is open, and its id. */
const CaseCursor = z.string().transform((value, context) => {
  const [, openedAt = '', id = ''] = /^(\d{1,15})~([0-9a-f]{24})$/.exec(value) ?? [];
  if (id !== '') return { openedAt: Number(openedAt), id };
  context.addIssue({ code: 'custom', message: 'Bukan penanda halaman. Mulai lagi dari halaman pertama.' });
  return z.NEVER;
});

export const CasesQuery = z.strictObject({
  state: z.enum(CASE_STATES).exactOptional(),
  date: TypedDay.exactOptional().describe('only cases found in the run of this day'),
  limit: z
    .string()
    .regex(/^([1-9]|[1-9]\d|1\d\d|200)$/, 'Harus bilangan 1 sampai 200.')
    .default('50')
    .transform(Number),
  cursor: CaseCursor.exactOptional().describe('as the page before gave it'),
});

export const CaseStepBody = z.strictObject({
  commandId: z.string().min(8).max(100).refine(plain, PLAIN).describe('id of this intention, the same when it is sent again'),
  reason: z.string().trim().min(1).max(2_000).refine(plain, PLAIN).describe('why; kept with the case for ever'),
});

/** Closing a case about money: number of steps the person had seen, as `seq` or the ETag of a read. */
export const CaseCloseBody = CaseStepBody.extend({ expectedSeq: ExpectedSeq.exactOptional() });

export const CaseAssignBody = CaseStepBody.extend({
  to: z.string().trim().min(1).max(200).refine(plain, PLAIN).describe('id of the person who has the case from now on'),
});

export const REPORT_GROUPS = ['programme', 'benefit', 'institution', 'branch', 'regency', 'payer', 'month'] as const;
export const RISK_GROUPS = ['institution', 'programme'] as const;

export const PaymentsQuery = z.strictObject({
  month: MonthText.exactOptional().describe('month of the bank’s days; without month and year the running one'),
  year: z
    .string()
    .regex(/^[1-9]\d{3}$/, 'Harus tahun, bentuk 2026.')
    .exactOptional()
    .describe('all of a year instead'),
  by: z.enum(REPORT_GROUPS).default('programme'),
  format: Format,
});

export const RiskQuery = z.strictObject({ by: z.enum(RISK_GROUPS).default('institution'), format: Format });

/** A page forgives what an address holds beside what it asks for. */
export const DaysPageQuery = z.object({ month: MonthText.exactOptional() });
export const PaymentsPageQuery = PaymentsQuery.extend({
  // An empty field of a form is no wish.
  month: z.union([z.literal(''), MonthText]).default(''),
  year: z.union([z.literal(''), z.string().regex(/^[1-9]\d{3}$/, 'Harus tahun, bentuk 2026.')]).default(''),
});

/** A press on a case's page. */
export const CaseForm = z.discriminatedUnion('step', [
  CaseStepBody.extend({ step: z.literal('explain') }),
  CaseCloseBody.extend({ step: z.literal('close'), expectedSeq: z.coerce.number().pipe(ExpectedSeq).exactOptional() }),
  CaseAssignBody.extend({ step: z.literal('assign') }),
]);
