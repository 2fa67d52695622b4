import { endpoint } from '#api/endpoint.ts';
import { institutionLimit } from '#domain/access.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';
import { EventsQuery } from '#schemas/http/events.ts';
import { EventsReply } from '#schemas/http/replies/events.ts';

/**
 * Rows are shown only when no row can come to stand before them any more: a try to record lasts twenty seconds at most, and one that comes
 * later is another, with a later place (workflows/lib/activity-options.ts).
 */
const SETTLED_MS = 30_000;

/** What happened to the claims of one institution, oldest first: each once, in the order of a claim, from behind the cursor on. */
export const listEvents = endpoint({
  method: 'GET',
  url: '/events',
  action: 'read-events',
  about: 'What happened to the claims of the caller’s institution, from a cursor on.',
  query: EventsQuery,
  reply: EventsReply,
  async handle({ actor, query: { after, limit } }, { stores, now }) {
    const rows = await stores.feed.of(institutionLimit(actor) ?? '', now() - SETTLED_MS, limit, after);
    // Also where nothing new is there: the place to ask from next time.
    const last = rows.at(-1) ?? after;
    return {
      events: rows.map(({ _id, at, claimId, seq, type, status }) => ({
        id: _id,
        at: toIso(at),
        type,
        text: text(`fact.${type}`),
        claimId,
        seq,
        status,
        statusText: text(`status.${status}`),
      })),
      ...(last === undefined ? {} : { next: `${last.at}~${last._id}` }),
      hasMore: rows.length === limit,
    };
  },
});
