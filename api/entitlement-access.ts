import { maySee } from '#domain/access.ts';
import type { Actor } from '#domain/actor.ts';
import { personCause } from '#domain/cause.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { viewRequired } from '#domain/claim/seen.ts';
import { AMOUNT_CHANGES } from '#domain/entitlement/amount-changes.ts';
import { refuseWithoutClaim } from '#domain/entitlement/claim-stands.ts';
import { ENTITLEMENT_MONEY_DECISIONS, type EntitlementCommand, type EntitlementCommandBody } from '#domain/entitlement/commands.ts';
import { type Decided, decide } from '#domain/entitlement/decide.ts';
import type { EntitlementId } from '#domain/entitlement/entitlement-id.ts';
import { type Entitlement, lineOf } from '#domain/entitlement/state.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type Intention, mustBeOfOffice, refOf } from './claim-access.ts';
import type { ApiDeps } from './endpoint.ts';
import { type EntitlementView, toEntitlementView } from './entitlement-view.ts';
import { notFound, RefusedError } from './http-error.ts';
import { refusedWith } from './seen.ts';

/** The child's scholarship, for somebody who may know of it. */
export async function readEntitlementFor(actor: Actor, id: EntitlementId, { stores }: Pick<ApiDeps, 'stores'>): Promise<Entitlement> {
  const one = await stores.entitlements.find(id);
  if (!one || !maySee(actor, one)) throw notFound();
  return one;
}

/** Decides for this person on what is on record, and tells the year's workflow to look. */
export async function giveEntitlement(
  actor: Actor,
  id: EntitlementId,
  { commandId, ...view }: Intention,
  body: EntitlementCommandBody,
  deps: ApiDeps,
  /** What the person sent, where the command says more than that. */
  sent: object = body,
): Promise<EntitlementView> {
  const { claimId, institutionId, branchId } = await readEntitlementFor(actor, id, deps);
  await mustBeOfOffice(actor, { institutionId, branchId }, deps);
  const { stores, scholarships, now } = deps;
  const context = { at: now(), calendar: await stores.calendars.active(), changes: AMOUNT_CHANGES };
  const claim = await stores.claims.find(claimId as ClaimId);
  const groundless = refuseWithoutClaim(claim?.state.status, body.type);
  if (groundless) throw new RefusedError(groundless);
  const command = { ...body, commandId: personCause(actor.id, commandId, sent), actor: refOf(actor), ...view };
  const changed = await stores.entitlements.change(id, (one) => seenOr(decide(one, command, context), command));
  if (isRefusal(changed)) throw await refusedWith(changed, view.expectedSeq, () => stores.entitlements.journal(id));
  // Of the child or the account every open year may hear; it looks at its own next turn, the running one now.
  const touched = 'schoolYear' in body ? lineOf(changed.state, body.schoolYear) : changed.state.years.at(-1);
  if (touched) await scholarships.wake(id, touched);
  // Should this process die before, the daily pass tells it.
  if (touched?.payout && touched.resolution) await scholarships.resolve(touched.payout, touched.resolution);
  return toEntitlementView(changed.state, actor);
}

/** Whoever may not decide it hears that first; receipts of earlier releases carry no such number, so this is the door's to ask. */
function seenOr(decided: Decided, { type, expectedSeq }: EntitlementCommand): Decided {
  const isUnseen = expectedSeq === undefined && ENTITLEMENT_MONEY_DECISIONS.includes(type);
  return decided && !isRefusal(decided) && isUnseen ? viewRequired() : decided;
}
