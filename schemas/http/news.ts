import { z } from 'zod';
import { LATE_OUTCOMES } from '#domain/claim/late-news/late-news.ts';
import { PLAIN, plain } from './claim-decisions.ts';
import { CaseStepBody } from './reconciliations.ts';

const NewsId = z.string().min(1).max(1_024).refine(plain, PLAIN).describe('as the list gives it');

export const LateNewsStepBody = CaseStepBody.extend({
  newsId: NewsId,
  outcome: z.enum(LATE_OUTCOMES).describe('new-claim: a claim of its own begins from the report; reopened: its claim runs again'),
});

export const DismissNewsBody = z.strictObject({ newsId: NewsId, reason: CaseStepBody.shape.reason });
