import { z } from 'zod';
import { YEAR_STATES } from '#domain/scholarship/entitlement/state.ts';
import { Instant } from './parts.ts';

export const NoticesReply = z.strictObject({
  next: z.string().optional(),
  empty: z.string().optional(),
  notices: z.array(
    z.strictObject({
      state: z.enum(YEAR_STATES).optional(),
      standing: z.string().optional(),
      isOpen: z.boolean().optional(),
      entitlementId: z.string(),
      claimId: z.string(),
      schoolYear: z.number(),
      id: z.string(),
      kind: z.enum(['scholarship-proof-asked', 'scholarship-proof-reminder']),
      to: z.enum(['supervisor', 'guardian', 'partner']),
      at: Instant,
      institutionId: z.string(),
    }),
  ),
});
