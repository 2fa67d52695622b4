import type { ClaimDocument } from '#adapters/mongo/claims.model.ts';
import type { ClaimFilter, ClaimsStore } from '#adapters/mongo/claims-store.ts';
import { endpoint } from '#api/endpoint.ts';
import { institutionLimit } from '#domain/access.ts';
import { ClaimsQuery } from '#schemas/http/claims.ts';
import { ClaimsReply } from '#schemas/http/replies/claims.ts';
import { toClaimRow } from '#services/claims/claim-row.ts';
import { asOfFor, calendarOf } from '#services/claims/clock-view.ts';
import { isWarned } from '#services/claims/escalation-view.ts';

/** Latest change first, a page at a time; partners get their own institution's claims and no sign that there are others. */
export const listClaims = endpoint({
  method: 'GET',
  url: '/claims',
  action: 'read-claims',
  about: 'Claims this person may know of, the latest change first.',
  query: ClaimsQuery,
  reply: ClaimsReply,
  async handle({ actor, query: { status, escalated, cursor, limit } }, deps) {
    const { stores, now } = deps;
    const institutionId = institutionLimit(actor);
    const filter = {
      ...(status === undefined ? {} : { status }),
      ...(escalated === undefined ? {} : { escalated: true }),
      ...(institutionId === undefined ? {} : { institutionId }),
      ...(cursor === undefined ? {} : { after: cursor }),
    };
    // One more than asked for: a page that ends the list says so itself.
    const found = await findClaims(stores.claims, filter, limit + 1);
    const page = found.slice(0, limit);
    const claims = [];
    // One after the other: the first claim of a calendar reads it, the rest find it read.
    for (const { state } of page) claims.push(toClaimRow(state, actor, await calendarOf(state, stores), asOfFor(state, deps)));
    const last = page.at(-1);
    return {
      claims,
      now: new Date(now()).toISOString(),
      ...(last && found.length > limit ? { next: `${last.updatedAt}~${last._id}` } : {}),
    };
  },
});

/** The store finds claims that were ever warned; which of their clocks still run is looked at here, until the page is full. */
async function findClaims(claims: ClaimsStore, filter: ClaimFilter, wanted: number): Promise<readonly ClaimDocument[]> {
  if (!filter.escalated) return claims.list(filter, wanted);
  const kept: ClaimDocument[] = [];
  for (let next = filter; ; ) {
    const batch = await claims.list(next, wanted);
    kept.push(...batch.filter(({ state }) => isWarned(state)));
    const last = batch.at(-1);
    if (!last || batch.length < wanted || kept.length >= wanted) return kept.slice(0, wanted);
    next = { ...filter, after: { updatedAt: last.updatedAt, claimId: last._id } };
  }
}
