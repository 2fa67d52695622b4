import { endpoint } from '#api/endpoint.ts';
import { DismissNewsBody } from '#schemas/http/news.ts';
import { DismissalReply } from '#schemas/http/replies/news.ts';
import { notFound } from '#services/errors.ts';

/** Nobody is asked about it any more; it is applied all the same should its parent come. */
export const dismissWaitingNews = endpoint({
  method: 'POST',
  url: '/waiting-news/dismissals',
  action: 'dismiss-waiting-news',
  about: 'Says that nothing will come of news that waits for its parent.',
  body: DismissNewsBody,
  reply: DismissalReply,
  async handle({ actor, body: { newsId, reason } }, { stores: { membershipNews, waitingPapers }, now }) {
    const dismissal = { by: actor.id, at: now(), reason };
    const found = (await membershipNews.dismiss(newsId, dismissal)) || (await waitingPapers.dismiss(newsId, dismissal));
    if (!found) throw notFound();
    return { newsId, dismissed: true };
  },
});
