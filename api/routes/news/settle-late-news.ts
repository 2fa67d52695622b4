import { LateNewsStepBody } from '#schemas/http/news.ts';
import { endpoint } from '../../endpoint.ts';
import { settleLate } from '../../late-news-steps.ts';
import { toLateNewsView } from '../../late-news-view.ts';

/** A claim of its own, the old one reopened, or nothing: said by people, with a reason. */
export const settleLateNewsStep = endpoint({
  method: 'POST',
  url: '/late-news/steps',
  action: 'settle-late-news',
  body: LateNewsStepBody,
  async handle({ actor: { id, role }, body: { newsId, outcome, reason, commandId } }, deps) {
    const wish = { outcome, reason, commandId, actor: { id, role }, at: deps.now() };
    return toLateNewsView(await settleLate(newsId, wish, deps), deps.stores);
  },
});
