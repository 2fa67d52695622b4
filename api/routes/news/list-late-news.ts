import { toIso } from '#domain/calendar/instant.ts';
import { endpoint } from '../../endpoint.ts';
import { toLateNewsView } from '../../late-news-view.ts';

const MOST_LISTED = 200;

/** What was told about claims after their end and nobody has settled, the longest waiting first. */
export const listLateNews = endpoint({
  method: 'GET',
  url: '/late-news',
  action: 'read-late-news',
  async handle(_request, { stores, now }) {
    const open = await stores.lateEvents.open(MOST_LISTED);
    const lateNews = await Promise.all(open.map((late) => toLateNewsView(late, stores)));
    return { lateNews, now: toIso(now()), mostListed: MOST_LISTED };
  },
});
