import { z } from 'zod';
import { CLAIM_STATUSES } from '#domain/claim/statuses.ts';
import { FactType, Instant } from './parts.ts';

export const PartnerEvent = z.strictObject({
  id: z.string(),
  at: Instant,
  type: FactType,
  text: z.string(),
  claimId: z.string(),
  seq: z.number(),
  status: z.enum(CLAIM_STATUSES),
  statusText: z.string(),
});

export const EventsReply = z.strictObject({ hasMore: z.boolean(), next: z.string().optional(), events: z.array(PartnerEvent) });
