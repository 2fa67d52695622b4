import { endpoint } from '#api/endpoint.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { WaitingNewsListReply } from '#schemas/http/replies/news.ts';
import { readWaitingNews } from '#services/news/waiting-news-view.ts';

/** What came before the credit or the claim that it is about, and what was told and not heard because something newer stands. */
export const listWaitingNews = endpoint({
  method: 'GET',
  url: '/waiting-news',
  action: 'read-waiting-news',
  about: 'News that waits for the credit or the report it is about, and news overtaken by newer.',
  reply: WaitingNewsListReply,
  async handle(_request, { stores, now }) {
    return { ...(await readWaitingNews(stores)), now: toIso(now()) };
  },
});
