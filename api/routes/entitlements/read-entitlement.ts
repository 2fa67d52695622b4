import { EntitlementPath } from '#schemas/http/entitlements.ts';
import { endpoint } from '../../endpoint.ts';
import { readEntitlementFor } from '../../entitlement-access.ts';
import { toEntitlementView } from '../../entitlement-view.ts';

export const readEntitlement = endpoint({
  method: 'GET',
  url: '/entitlements/:entitlementId',
  action: 'read-entitlements',
  params: EntitlementPath,
  async handle({ actor, params: { entitlementId } }, deps) {
    return toEntitlementView(await readEntitlementFor(actor, entitlementId, deps), actor);
  },
});
