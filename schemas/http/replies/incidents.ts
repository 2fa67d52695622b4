import { z } from 'zod';
import { Instant } from './parts.ts';

export const IncidentsReply = z.strictObject({
  incidents: z.array(
    z.strictObject({
      foundAt: Instant,
      lastSeenAt: Instant,
      timesSeen: z.number(),
      dueAt: Instant.optional(),
      rungKey: z.string().optional(),
      newsId: z.string().optional(),
      claimId: z.string().optional(),
      kind: z.enum([
        'rung-missed',
        'record-unreadable',
        'claim-not-running',
        'payment-not-running',
        'payee-of-partner',
        'account-shared',
        'calendar-missing',
        'family-code-not-sent',
        'status-code-guessed',
        'news-waiting',
        'report-after-withdrawal',
        'report-after-end',
        'papers-after-end',
        'deadline-unknown',
        'compensation-unknown',
        'workflow-failing',
      ]),
      text: z.string(),
    }),
  ),
  now: Instant,
  mostListed: z.number(),
});
