import { institutionLimit } from '#domain/access.ts';
import { EntitlementsQuery } from '#schemas/http/entitlements.ts';
import { endpoint } from '../../endpoint.ts';
import { toEntitlementView } from '../../entitlement-view.ts';

export const listEntitlements = endpoint({
  method: 'GET',
  url: '/entitlements',
  action: 'read-entitlements',
  query: EntitlementsQuery,
  async handle({ actor, query: { claim, limit, cursor } }, { stores: { entitlements } }) {
    const institutionId = institutionLimit(actor);
    const filter = {
      ...(institutionId === undefined ? {} : { institutionId }),
      ...(claim === undefined ? {} : { claimId: claim }),
      ...(cursor === undefined ? {} : { after: cursor }),
    };
    const found = await entitlements.list(filter, limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      entitlements: page.map((one) => toEntitlementView(one, actor)),
      ...(last && found.length > limit ? { next: last.id } : {}),
    };
  },
});
