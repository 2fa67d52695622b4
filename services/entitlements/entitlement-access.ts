import { maySee } from '#domain/access.ts';
import { personCause } from '#domain/cause.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { EntitlementId } from '#domain/entitlement-id.ts';
import type { Actor } from '#domain/people/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { AMOUNT_CHANGES } from '#domain/scholarship/entitlement/amount-changes.ts';
import { refuseWithoutClaim } from '#domain/scholarship/entitlement/claim-stands.ts';
import {
  ENTITLEMENT_MONEY_DECISIONS,
  type EntitlementCommand,
  type EntitlementCommandBody,
} from '#domain/scholarship/entitlement/commands.ts';
import { type Decided, decide } from '#domain/scholarship/entitlement/decide.ts';
import { type Entitlement, lineOf } from '#domain/scholarship/entitlement/state.ts';
import { viewRequired } from '#domain/seen.ts';
import { type Intention, mustBeOfOffice, refOf } from '#services/claims/claim-access.ts';
import { refusedWith } from '#services/claims/seen.ts';
import type { Needs } from '#services/deps.ts';
import { notFound, RefusedError } from '#services/errors.ts';
import { type EntitlementView, toEntitlementView } from './entitlement-view.ts';

/** The child's scholarship, for somebody who may know of it. */
export async function readEntitlementFor(actor: Actor, id: EntitlementId, { stores }: Needs<'entitlements'>): Promise<Entitlement> {
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
  deps: Needs<'entitlements' | 'branches' | 'calendars' | 'claims', 'scholarships' | 'now'>,
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
