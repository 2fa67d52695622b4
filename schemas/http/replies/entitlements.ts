import { z } from 'zod';
import { CERTAINTIES } from '#domain/law/rules/explanation.ts';
import { SCHOLARSHIP_LEVELS } from '#domain/law/rules/pack.ts';
import { YEAR_STATES } from '#domain/scholarship/entitlement/state.ts';
import { NOT_DUE_REASONS } from '#domain/scholarship/scholarship-input.ts';
import { Day, Finding, Instant } from './parts.ts';

export const ScholarshipForecastReply = z.strictObject({
  paid: z.number().optional(),
  leaving: z.number().optional(),
  missed: z.number().optional(),
  total: z.number().optional(),
  entitlements: z
    .array(
      z.strictObject({
        paid: z.number(),
        leaving: z.number(),
        missed: z.number(),
        total: z.number(),
        id: z.string(),
        years: z.array(z.strictObject({ schoolYear: z.number(), amount: z.number() })),
      }),
    )
    .optional(),
  byYear: z.array(z.strictObject({ schoolYear: z.number(), amount: z.number() })).optional(),
  asOf: Day,
  changes: z.array(
    z.strictObject({
      source: z.string(),
      certainty: z.enum(CERTAINTIES),
      yearsFrom: z.string(),
      eventsFrom: z.string(),
      levels: z.array(
        z.strictObject({
          source: z.string(),
          certainty: z.enum(CERTAINTIES),
          level: z.enum(SCHOLARSHIP_LEVELS),
          amountPerYear: z.number(),
          maxYears: z.number(),
        }),
      ),
    }),
  ),
});

export const Year = z.strictObject({
  resolution: z
    .union([
      z.strictObject({
        outcome: z.literal('paid'),
        bankReference: z.string(),
        paidAt: z.number().optional(),
        maker: z.string(),
        checker: z.string(),
        attempt: z.number().optional(),
      }),
      z.strictObject({ outcome: z.literal('unpaid'), maker: z.string(), checker: z.string(), attempt: z.number().optional() }),
    ])
    .optional(),
  findings: z
    .array(
      z.strictObject({
        finding: z.union([Finding, z.strictObject({ outcome: z.literal('unpaid') })]),
        evidence: z.string(),
        by: z.string(),
      }),
    )
    .optional(),
  bankReference: z.string().optional(),
  payoutId: z.string().optional(),
  issue: z.number().optional(),
  verifiedBy: z.string().optional(),
  amount: z.number().optional(),
  paidAt: Instant.optional(),
  papers: z
    .array(z.strictObject({ paper: z.enum(['active-study-letter', 'school-report']), documentId: z.string(), sha256: z.string() }))
    .optional(),
  remark: z.string().optional(),
  reason: z.enum(NOT_DUE_REASONS).optional(),
  level: z.enum(SCHOLARSHIP_LEVELS).optional(),
  closesAt: Instant.optional(),
  askedAt: Instant.optional(),
  schoolYear: z.number(),
  state: z.enum(YEAR_STATES),
  round: z.number(),
});

export const EntitlementReply = z.strictObject({
  years: z.array(Year),
  proposedPayee: z.strictObject({ guardianId: z.string(), accountRef: z.string(), by: z.string() }).optional(),
  payee: z
    .strictObject({
      guardianId: z.string(),
      accountRef: z.string(),
      maker: z.string(),
      checker: z.string(),
      shared: z.strictObject({ claims: z.array(z.string()), reason: z.string().optional() }).optional(),
    })
    .optional(),
  leftSchoolFrom: z.number().optional(),
  workingFrom: z.string().optional(),
  marriedOn: Day.optional(),
  programme: z.enum(['jkm', 'jkk']),
  eventOn: Day,
  pack: z.strictObject({ id: z.string(), version: z.number() }),
  institutionId: z.string(),
  branchId: z.string(),
  updatedAt: Instant,
  birthDate: Day.optional(),
  id: z.string(),
  seq: z.number(),
  claimId: z.string(),
  childId: z.string(),
});

export const EntitlementsReply = z.strictObject({
  next: z.string().optional(),
  withoutBirthDate: z.array(z.string()).optional(),
  entitlements: z.array(EntitlementReply),
});
