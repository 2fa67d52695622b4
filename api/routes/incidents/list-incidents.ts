import { endpoint } from '#api/endpoint.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';
import { IncidentsReply } from '#schemas/http/replies/incidents.ts';

const MOST_LISTED = 200;

/** What the sweeper found and no later pass saw cured, latest first. */
export const listIncidents = endpoint({
  method: 'GET',
  url: '/incidents',
  action: 'read-incidents',
  about: 'What the sweeper found and nobody has mended.',
  reply: IncidentsReply,
  async handle(_request, { stores, now }) {
    const open = await stores.incidents.open(MOST_LISTED);
    const incidents = open.map(({ kind, claimId, rungKey, newsId, dueAt, foundAt, lastSeenAt, timesSeen }) => ({
      kind,
      text: text(`incident.${kind}`),
      ...(claimId === undefined ? {} : { claimId }),
      ...(newsId === undefined ? {} : { newsId }),
      ...(rungKey === undefined ? {} : { rungKey }),
      ...(dueAt === undefined ? {} : { dueAt: toIso(dueAt) }),
      foundAt: toIso(foundAt),
      lastSeenAt: toIso(lastSeenAt),
      timesSeen,
    }));
    return { incidents, now: toIso(now()), mostListed: MOST_LISTED };
  },
});
