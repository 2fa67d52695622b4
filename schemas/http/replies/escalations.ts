import { z } from 'zod';
import { CLAIM_STATUSES } from '#domain/claim/statuses.ts';
import { CLOCK_IDS } from '#domain/time/clock/definitions.ts';
import { Instant } from './parts.ts';

export const EscalationsReply = z.strictObject({
  next: z.string().optional(),
  escalations: z.array(
    z.strictObject({
      lateDays: z.number().optional(),
      latePrice: z.number().optional(),
      state: z.enum(['unknown', 'running', 'paused', 'stopped']).optional(),
      standing: z.enum(['unknown', 'safe', 'soon', 'late', 'met', 'missed']).optional(),
      claimId: z.string(),
      rungKey: z.string(),
      audience: z.array(z.strictObject({ audience: z.enum(['supervisor', 'holder', 'branch-head', 'region']), text: z.string() })),
      clock: z.enum(CLOCK_IDS),
      label: z.string(),
      dueAt: Instant,
      since: z.string(),
      status: z.enum(CLAIM_STATUSES),
      statusText: z.string(),
      institutionId: z.string(),
      branchId: z.string(),
    }),
  ),
  now: Instant,
});
