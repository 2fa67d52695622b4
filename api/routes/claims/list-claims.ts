import type { ClaimCursor } from '#adapters/mongo/claims-store.ts';
import { institutionLimit } from '#domain/access.ts';
import { ClaimsQuery } from '#schemas/http/claims.ts';
import { toClaimView } from '../../claim-view.ts';
import { endpoint } from '../../endpoint.ts';

/** Latest change first, a page at a time; partners get their own institution's claims and no sign that there are others. */
export const listClaims = endpoint({
  method: 'GET',
  url: '/claims',
  action: 'read-claims',
  query: ClaimsQuery,
  async handle({ actor, query }, deps) {
    const institutionId = institutionLimit(actor);
    const filter = {
      ...(query.status === undefined ? {} : { status: query.status }),
      ...(institutionId === undefined ? {} : { institutionId }),
      ...(query.cursor === undefined ? {} : { after: parseCursor(query.cursor) }),
    };
    const page = await deps.stores.claims.list(filter, query.limit);
    const claims = await Promise.all(page.map(({ state }) => toClaimView(state, actor, deps)));
    const last = page.at(-1);
    return { claims, ...(last && page.length === query.limit ? { next: `${last.updatedAt}~${last._id}` } : {}) };
  },
});

function parseCursor(cursor: string): ClaimCursor {
  const [updatedAt = '', claimId = ''] = cursor.split('~');
  return { updatedAt: Number(updatedAt), claimId };
}
