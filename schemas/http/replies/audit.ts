import { z } from 'zod';
import { ROLES } from '#domain/people/actor.ts';
import { Instant } from './parts.ts';

export const ReadsReply = z.strictObject({
  next: z.string().optional(),
  reads: z.array(
    z.strictObject({
      actorId: z.string(),
      institution: z.string().optional(),
      action: z.string(),
      subject: z.string().optional(),
      file: z.string().optional(),
      requestId: z.string(),
      at: Instant,
      role: z.enum(ROLES),
      roleText: z.string(),
    }),
  ),
});
