import { endpoint } from '#api/endpoint.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { LateNewsListReply } from '#schemas/http/replies/news.ts';
import { toLateNewsView } from '#services/news/late-news-view.ts';

const MOST_LISTED = 200;

/** What was told about claims after their end and nobody has settled, the longest waiting first. */
export const listLateNews = endpoint({
  method: 'GET',
  url: '/late-news',
  action: 'read-late-news',
  about: 'Reports and papers that came after the end of a claim.',
  reply: LateNewsListReply,
  async handle(_request, { stores, now }) {
    const open = await stores.lateEvents.open(MOST_LISTED);
    const lateNews = await Promise.all(open.map((late) => toLateNewsView(late, stores)));
    return { lateNews, now: toIso(now()), mostListed: MOST_LISTED };
  },
});
