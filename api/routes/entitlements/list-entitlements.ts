import { endpoint } from '#api/endpoint.ts';
import { institutionLimit, maySee } from '#domain/access.ts';
import { openingsOf } from '#domain/scholarship/entitlement/open-from-claim.ts';
import { EntitlementsQuery } from '#schemas/http/entitlements.ts';
import { EntitlementsReply } from '#schemas/http/replies/entitlements.ts';
import { toEntitlementView } from '#services/entitlements/entitlement-view.ts';

export const listEntitlements = endpoint({
  method: 'GET',
  url: '/entitlements',
  action: 'read-entitlements',
  about: 'Scholarships this person may know of.',
  query: EntitlementsQuery,
  reply: EntitlementsReply,
  async handle({ actor, query: { claim, limit, cursor } }, { stores: { claims, entitlements } }) {
    const institutionId = institutionLimit(actor);
    const filter = {
      ...(institutionId === undefined ? {} : { institutionId }),
      ...(claim === undefined ? {} : { claimId: claim }),
      ...(cursor === undefined ? {} : { after: cursor }),
    };
    const found = await entitlements.list(filter, limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const state = claim === undefined ? undefined : (await claims.find(claim))?.state;
    // Children who may have a right that nobody could open: without a birth date nobody knows whose turn it is.
    const unknown = state && maySee(actor, state) ? openingsOf(state).withoutBirthDate : [];
    const withoutBirthDate = unknown.filter((childId) => !page.some((one) => one.childId === childId));
    return {
      entitlements: page.map((one) => toEntitlementView(one, actor)),
      ...(withoutBirthDate.length > 0 ? { withoutBirthDate } : {}),
      ...(last && found.length > limit ? { next: last.id } : {}),
    };
  },
});
