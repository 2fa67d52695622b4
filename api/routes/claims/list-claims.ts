import { institutionLimit } from '#domain/access.ts';
import { ClaimsQuery } from '#schemas/http/claims.ts';
import { toClaimRow } from '../../claim-row.ts';
import { calendarOf } from '../../clock-view.ts';
import { endpoint } from '../../endpoint.ts';

/** Latest change first, a page at a time; partners get their own institution's claims and no sign that there are others. */
export const listClaims = endpoint({
  method: 'GET',
  url: '/claims',
  action: 'read-claims',
  query: ClaimsQuery,
  async handle({ actor, query: { status, cursor, limit } }, { stores, now }) {
    const institutionId = institutionLimit(actor);
    const filter = {
      ...(status === undefined ? {} : { status }),
      ...(institutionId === undefined ? {} : { institutionId }),
      ...(cursor === undefined ? {} : { after: cursor }),
    };
    // One more than asked for: a page that ends the list says so itself.
    const found = await stores.claims.list(filter, limit + 1);
    const page = found.slice(0, limit);
    const asOf = now();
    const claims = [];
    // One after the other: the first claim of a calendar reads it, the rest find it read.
    for (const { state } of page) claims.push(toClaimRow(state, actor, await calendarOf(state, stores), asOf));
    const last = page.at(-1);
    return {
      claims,
      now: new Date(asOf).toISOString(),
      ...(last && found.length > limit ? { next: `${last.updatedAt}~${last._id}` } : {}),
    };
  },
});
