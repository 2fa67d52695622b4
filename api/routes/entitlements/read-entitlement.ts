import { endpoint } from '#api/endpoint.ts';
import { EntitlementPath } from '#schemas/http/entitlements.ts';
import { EntitlementReply } from '#schemas/http/replies/entitlements.ts';
import { readEntitlementFor } from '#services/entitlements/entitlement-access.ts';
import { toEntitlementView } from '#services/entitlements/entitlement-view.ts';

export const readEntitlement = endpoint({
  method: 'GET',
  url: '/entitlements/:entitlementId',
  action: 'read-entitlements',
  about: 'A scholarship with its years.',
  params: EntitlementPath,
  reply: EntitlementReply,
  async handle({ actor, params: { entitlementId } }, deps) {
    return toEntitlementView(await readEntitlementFor(actor, entitlementId, deps), actor);
  },
});
