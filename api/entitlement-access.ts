import { maySee } from '#domain/access.ts';
import type { Actor } from '#domain/actor.ts';
import { personCause } from '#domain/cause.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { AMOUNT_CHANGES } from '#domain/entitlement/amount-changes.ts';
import { refuseWithoutClaim } from '#domain/entitlement/claim-stands.ts';
import type { EntitlementCommandBody } from '#domain/entitlement/commands.ts';
import { decide } from '#domain/entitlement/decide.ts';
import type { EntitlementId } from '#domain/entitlement/entitlement-id.ts';
import { type Entitlement, lineOf } from '#domain/entitlement/state.ts';
import { isRefusal } from '#domain/refusal.ts';
import { refOf } from './claim-access.ts';
import type { ApiDeps } from './endpoint.ts';
import { type EntitlementView, toEntitlementView } from './entitlement-view.ts';
import { notFound, RefusedError } from './http-error.ts';

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
  commandId: string,
  body: EntitlementCommandBody,
  deps: ApiDeps,
  /** What the person sent, where the command says more than that. */
  sent: object = body,
): Promise<EntitlementView> {
  const { claimId } = await readEntitlementFor(actor, id, deps);
  const { stores, scholarships, now } = deps;
  const context = { at: now(), calendar: await stores.calendars.active(), changes: AMOUNT_CHANGES };
  const claim = await stores.claims.find(claimId as ClaimId);
  const groundless = refuseWithoutClaim(claim?.state.status, body.type);
  if (groundless) throw new RefusedError(groundless);
  const command = { ...body, commandId: personCause(actor.id, commandId, sent), actor: refOf(actor) };
  const changed = await stores.entitlements.change(id, (one) => decide(one, command, context));
  if (isRefusal(changed)) throw new RefusedError(changed);
  // Of the child or the account every open year may hear; it looks at its own next turn, the running one now.
  const touched = 'schoolYear' in body ? lineOf(changed.state, body.schoolYear) : changed.state.years.at(-1);
  if (touched) await scholarships.wake(id, touched);
  // Should this process die before, the daily pass tells it.
  if (touched?.payout && touched.resolution) await scholarships.resolve(touched.payout, touched.resolution);
  return toEntitlementView(changed.state, actor);
}
