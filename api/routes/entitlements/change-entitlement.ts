import type { EntitlementCommandBody } from '#domain/entitlement/commands.ts';
import type { EntitlementId } from '#domain/entitlement/entitlement-id.ts';
import { ChangeBody, EntitlementPath } from '#schemas/http/entitlements.ts';
import { type ApiDeps, endpoint } from '../../endpoint.ts';
import { giveEntitlement, readEntitlementFor } from '../../entitlement-access.ts';
import { proposeAccount } from '../../guardian-account.ts';

export const changeEntitlement = endpoint({
  method: 'POST',
  url: '/entitlements/:entitlementId/changes',
  action: 'change-entitlement',
  params: EntitlementPath,
  body: ChangeBody,
  async handle({ actor, params: { entitlementId }, body }, deps) {
    await readEntitlementFor(actor, entitlementId, deps);
    return giveEntitlement(actor, entitlementId, body.commandId, await toCommand(entitlementId, body, deps), deps);
  },
});

async function toCommand(id: EntitlementId, body: ChangeBody, deps: ApiDeps): Promise<EntitlementCommandBody> {
  if (body.type === 'account') return proposeAccount(id, body, deps);
  if (body.type === 'confirmAccount') return { type: 'confirmPayee', accountRef: body.accountRef };
  const { commandId: _id, ...change } = body;
  return { type: 'changeChild', change };
}
