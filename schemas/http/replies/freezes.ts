import { z } from 'zod';
import { FREEZE_STEPS } from '#domain/money/payout/freeze.ts';
import { ClaimActor, Instant } from './parts.ts';

export const FreezeReply = z.strictObject({
  freezeId: z.string(),
  from: z.string(),
  until: z.string(),
  state: z.enum(FREEZE_STEPS),
  stateText: z.string(),
  inForce: z.boolean(),
  steps: z.array(z.strictObject({ at: Instant, step: z.enum(FREEZE_STEPS), actor: ClaimActor, reason: z.string(), commandId: z.string() })),
});

export const FreezesReply = z.strictObject({
  now: Instant,
  notLeft: z.strictObject({ count: z.number(), amount: z.number() }),
  freezes: z.array(FreezeReply),
});
