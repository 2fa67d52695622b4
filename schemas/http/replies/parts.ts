import { z } from 'zod';
import { LATE_KINDS, LATE_OUTCOMES } from '#domain/claim/late-news/late-news.ts';
import { FACT_TYPES } from '#domain/claim/published.ts';
import { CLAIM_STATUSES } from '#domain/claim/statuses.ts';
import { ROLES } from '#domain/people/actor.ts';

export const Instant = z.iso.datetime().describe('instant, ISO 8601 in UTC with Z');
export const Day = z.iso.date().describe('calendar day, YYYY-MM-DD');

export const FactType = z.enum(FACT_TYPES).describe('kind of fact');

export const Finding = z.strictObject({ outcome: z.literal('paid'), bankReference: z.string(), paidAt: z.number().optional() });

export const ClaimActor = z.strictObject({ id: z.string(), role: z.enum(ROLES) });

export const LateNewsReply = z.strictObject({
  papers: z.array(z.strictObject({ paper: z.string(), documentId: z.string() })),
  steps: z.array(
    z.strictObject({
      at: Instant,
      outcome: z.enum(LATE_OUTCOMES),
      step: z.enum(['proposed', 'settled']),
      actor: ClaimActor,
      reason: z.string(),
      commandId: z.string(),
    }),
  ),
  settled: z.boolean(),
  reportId: z.string().optional(),
  eventOn: Day.optional(),
  branchId: z.string().optional(),
  type: z.string(),
  toldAt: Instant,
  institutionId: z.string(),
  status: z.enum(CLAIM_STATUSES).optional(),
  statusText: z.string().optional(),
  claimEventOn: Day.optional(),
  newsId: z.string(),
  kind: z.enum(LATE_KINDS),
  text: z.string(),
  todo: z.string(),
  claimId: z.string(),
});

export const SwitchValue = z.union([z.boolean(), z.number(), z.string(), z.record(z.string(), z.union([z.string(), z.number()]))]);
export const Switches = z.record(z.string(), SwitchValue).describe('readings of the law by id (docs/open-questions.md)');
