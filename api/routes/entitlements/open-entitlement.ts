import { endpoint } from '#api/endpoint.ts';
import { maySee } from '#domain/access.ts';
import { heardBefore, personCause, refuseReused } from '#domain/cause.ts';
import { keeperOf } from '#domain/claim/parties.ts';
import { entitlementIdOf } from '#domain/entitlement-id.ts';
import { isRefusal } from '#domain/refusal.ts';
import { openLater } from '#domain/scholarship/entitlement/open-later.ts';
import { OpenEntitlementBody } from '#schemas/http/entitlements.ts';
import { EntitlementReply } from '#schemas/http/replies/entitlements.ts';
import { mustBeOfOffice, refOf } from '#services/claims/claim-access.ts';
import { readEntitlementFor } from '#services/entitlements/entitlement-access.ts';
import { toEntitlementView } from '#services/entitlements/entitlement-view.ts';
import { notFound, RefusedError } from '#services/errors.ts';

const MOST_CHILDREN = 2;

/** For a child whose birth date was missing when the claim was approved; every payment of it is seen by two people all the same. */
export const openEntitlement = endpoint({
  method: 'POST',
  url: '/entitlements',
  action: 'open-entitlement',
  about: 'Opens the scholarship of a child that a claim did not open by itself.',
  body: OpenEntitlementBody,
  reply: EntitlementReply,
  async handle({ actor, body: { commandId, claim: claimId, childId, birthDate } }, deps) {
    const { claims, entitlements } = deps.stores;
    const claim = (await claims.find(claimId))?.state;
    if (!claim || !maySee(actor, claim)) throw notFound();
    await mustBeOfOffice(actor, keeperOf(claim), deps);
    const id = entitlementIdOf(claimId, childId);
    const cause = personCause(actor.id, commandId, { claimId, childId, birthDate });
    const there = await entitlements.list({ claimId }, MOST_CHILDREN);
    if (!there.some((one) => one.id === id)) {
      const opening = openLater(claim, { childId, birthDate }, there.length);
      if (isRefusal(opening)) throw new RefusedError(opening);
      await entitlements.open(id, { type: 'entitlement.opened', ...opening, at: deps.now(), actor: refOf(actor), cause });
    }
    const opened = await readEntitlementFor(actor, id, deps);
    if (heardBefore(opened.causes, cause) === 'reused') throw new RefusedError(refuseReused());
    return toEntitlementView(opened, actor);
  },
});
