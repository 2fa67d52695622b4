import { z } from 'zod';
import { Instant, LateNewsReply } from './parts.ts';

export const DismissalReply = z.strictObject({ newsId: z.string(), dismissed: z.boolean() });

export const WaitingNewsListReply = z.strictObject({
  now: Instant,
  waiting: z.array(
    z.union([
      z.strictObject({
        newsId: z.string(),
        kind: z.literal('membership'),
        text: z.string(),
        todo: z.string(),
        kpj: z.string(),
        waitingSince: z.string(),
        eventIds: z.array(z.string()),
      }),
      z.strictObject({
        newsId: z.string(),
        kind: z.literal('papers'),
        text: z.string(),
        todo: z.string(),
        claimId: z.string(),
        institutionId: z.string(),
        waitingSince: z.string(),
        papers: z.number(),
        eventIds: z.array(z.string()),
      }),
    ]),
  ),
  ignored: z.array(
    z.strictObject({
      eventId: z.string(),
      type: z.enum(['coverage', 'contribution', 'credit']),
      why: z.string(),
      toldAt: Instant,
      newerAt: Instant,
      kpj: z.string().optional(),
      readinessFileId: z.string().optional(),
    }),
  ),
  mostListed: z.number(),
});

export const LateNewsListReply = z.strictObject({ lateNews: z.array(LateNewsReply), now: Instant, mostListed: z.number() });
