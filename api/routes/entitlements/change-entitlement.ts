import type { ApiDeps } from '#api/deps.ts';
import { endpoint } from '#api/endpoint.ts';
import { heardBefore, personCause, refuseReused } from '#domain/cause.ts';
import type { EntitlementId } from '#domain/entitlement-id.ts';
import type { EntitlementCommandBody } from '#domain/scholarship/entitlement/commands.ts';
import type { Entitlement } from '#domain/scholarship/entitlement/state.ts';
import { ChangeBody, EntitlementPath } from '#schemas/http/entitlements.ts';
import { EntitlementReply } from '#schemas/http/replies/entitlements.ts';
import { proposeAccount } from '#services/accounts/guardian-account.ts';
import { viewOf } from '#services/claims/seen.ts';
import { giveEntitlement, readEntitlementFor } from '#services/entitlements/entitlement-access.ts';
import { toEntitlementView } from '#services/entitlements/entitlement-view.ts';
import { RefusedError } from '#services/errors.ts';

export const changeEntitlement = endpoint({
  method: 'POST',
  url: '/entitlements/:entitlementId/changes',
  action: 'change-entitlement',
  about: 'Facts of a child that change a scholarship: death, marriage, work, school, guardian, account.',
  params: EntitlementPath,
  body: ChangeBody,
  reply: EntitlementReply,
  async handle({ actor, params: { entitlementId }, seen, body: { expectedSeq, ...body } }, deps) {
    const one = await readEntitlementFor(actor, entitlementId, deps);
    const sent = sentOf(entitlementId, body, deps);
    // A repeat, or an id that was used, asks the bank nothing.
    const heard = heardBefore(one.causes, personCause(actor.id, body.commandId, sent));
    if (heard === 'reused') throw new RefusedError(refuseReused());
    if (heard === 'repeat') return toEntitlementView(one, actor);
    const intention = { commandId: body.commandId, ...viewOf(seen, expectedSeq) };
    return giveEntitlement(actor, entitlementId, intention, await toCommand(entitlementId, one, body, deps), deps, sent);
  },
});

function sentOf(id: EntitlementId, { commandId: _id, ...body }: ChangeBody, { stores }: ApiDeps): object {
  if (body.type !== 'account') return body;
  const { guardianId: personId, personName, bankCode, accountNumber } = body;
  return { type: body.type, typed: stores.accounts.fingerprintOf(id, { personId, personName, bankCode, accountNumber }) };
}

async function toCommand(id: EntitlementId, entitlement: Entitlement, body: ChangeBody, deps: ApiDeps): Promise<EntitlementCommandBody> {
  if (body.type === 'account') return proposeAccount(id, entitlement, body, deps);
  if (body.type === 'confirmAccount') return { type: 'confirmPayee', accountRef: body.accountRef };
  const { commandId: _id, ...change } = body;
  return { type: 'changeChild', change };
}
