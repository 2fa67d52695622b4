import { z } from 'zod';
import { FactType, Instant } from './parts.ts';

export const SandboxFact = z.strictObject({
  seq: z.number(),
  type: FactType,
  at: Instant,
});

export const MoveTimeReply = z.strictObject({
  claimId: z.string(),
  from: z.string(),
  now: Instant,
  hasEnded: z.boolean(),
  facts: z.array(SandboxFact),
});
