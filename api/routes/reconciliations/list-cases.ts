import { endpoint } from '#api/endpoint.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { CasesQuery } from '#schemas/http/reconciliations.ts';
import { CasesReply } from '#schemas/http/replies/reconciliations.ts';
import { toCaseView } from '#services/reconciliation/reconciliation-view.ts';

/** The longest open first, a page at a time. */
export const listCases = endpoint({
  method: 'GET',
  url: '/reconciliation-cases',
  action: 'read-reconciliations',
  about: 'Differences between our payments and the bank’s statement.',
  query: CasesQuery,
  reply: CasesReply,
  async handle({ query: { state, date, limit, cursor } }, { stores: { reconciliationCases }, now }) {
    const filter = {
      ...(state === undefined ? {} : { state }),
      ...(date === undefined ? {} : { day: date }),
      ...(cursor === undefined ? {} : { after: cursor }),
    };
    const found = await reconciliationCases.list(filter, limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      cases: page.map(toCaseView),
      now: toIso(now()),
      ...(last && found.length > limit ? { next: `${last.openedAt}~${last.id}` } : {}),
    };
  },
});
