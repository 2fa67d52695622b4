import type { EntitlementCommandBody } from '#domain/entitlement/commands.ts';
import type { EntitlementId } from '#domain/entitlement/entitlement-id.ts';
import type { Entitlement } from '#domain/entitlement/state.ts';
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
    const entitlement = await readEntitlementFor(actor, entitlementId, deps);
    return giveEntitlement(actor, entitlementId, body.commandId, await toCommand(entitlementId, entitlement, body, deps), deps);
  },
});

async function toCommand(id: EntitlementId, entitlement: Entitlement, body: ChangeBody, deps: ApiDeps): Promise<EntitlementCommandBody> {
  if (body.type === 'account') return proposeAccount(id, entitlement, body, deps);
  if (body.type === 'confirmAccount') return { type: 'confirmPayee', accountRef: body.accountRef };
  const { commandId: _id, ...change } = body;
  return { type: 'changeChild', change };
}
