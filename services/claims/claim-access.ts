import { isNotRunning } from '#adapters/temporal/claim-gateway.ts';
import { within } from '#adapters/within.ts';
import { maySee } from '#domain/access.ts';
import { heardBefore, personCause, refuseReused } from '#domain/cause.ts';
import { refusalFor } from '#domain/claim/actions.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Command, CommandBody } from '#domain/claim/commands.ts';
import { keeperOf } from '#domain/claim/parties.ts';
import type { Holder } from '#domain/claim/parts.ts';
import { givenReadings } from '#domain/claim/readings.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import type { Actor, ActorRef } from '#domain/people/actor.ts';
import { refuseOtherOffice } from '#domain/people/branches/office.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { House, Needs } from '#services/deps.ts';
import { notFound, RefusedError, Unavailable } from '#services/errors.ts';
import { type ClaimView, toClaimView, type ViewNeeds } from './claim-view.ts';
import { bringsDeath, carryDeath, letDeathGo } from './death-carrier.ts';
import { refusedWith, type View } from './seen.ts';

type Submitted = ReturnType<House['claims']['submit']>;

/** What giving a command touches. */
export type GiveNeeds = ViewNeeds & Needs<'branches' | 'journal' | 'deaths', 'claims' | 'patienceMs'>;

/** The claim, for somebody who may know of it. */
export async function readFor(actor: Actor, claimId: ClaimId, { stores }: Needs<'claims'>): Promise<ClaimState> {
  const document = await stores.claims.find(claimId);
  if (!document || !maySee(actor, document.state)) throw notFound();
  return document.state;
}

/** Throws where another office than this person's handles the claims of that branch. */
export async function mustBeOfOffice(actor: Actor, holder: Holder, { stores }: Needs<'branches'>): Promise<void> {
  const elsewhere = refuseOtherOffice(actor, await stores.branches.officeOf(holder));
  if (elsewhere) throw new RefusedError(elsewhere);
}

/** Gives a command for this person and answers with the claim as it is now on record. */
export async function give(
  actor: Actor,
  claimId: ClaimId,
  intention: string | Intention,
  body: CommandBody,
  deps: GiveNeeds,
): Promise<ClaimView> {
  const { commandId, ...view } = typeof intention === 'string' ? { commandId: intention } : intention;
  return giveTogether(actor, claimId, [commandOf(actor, causeOf(actor, commandId, body), body, view)], deps);
}

/** An id and, of decisions about money, what the person had seen. */
export type Intention = { readonly commandId: string } & View;

/** The same for all that was decided in one sitting: all of it or nothing. */
export async function giveTogether(actor: Actor, claimId: ClaimId, commands: readonly Command[], deps: GiveNeeds): Promise<ClaimView> {
  const claim = await readFor(actor, claimId, deps);
  await mustBeOfOffice(actor, keeperOf(claim), deps);
  const carried = bringsDeath(commands) ? await carryDeath(claim, deps) : undefined;
  if (carried) throw new RefusedError(carried);
  const answer = await within(submitTo(claimId, commands, deps), deps.patienceMs, tellAway);
  if (isRefusal(answer)) {
    if (bringsDeath(commands)) await letDeathGo(claim, deps);
    throw await refusedWith(answer, commands[0]?.expectedSeq, (from) => deps.stores.journal.read(claimId, from));
  }
  return toClaimView(await readFor(actor, claimId, deps), actor, deps);
}

/** Of the person's own name space, and of what the person sent: neither an id nor its meaning can be taken from somebody else. */
export function causeOf({ id }: Actor, commandId: string, sent: unknown): string {
  return personCause(id, commandId, sent);
}

export function commandOf(actor: Actor, cause: string, body: CommandBody, view: View = {}): Command {
  return { ...body, commandId: cause, actor: refOf(actor), ...view };
}

/** Ids and roles only: a name never enters the journal. */
export function refOf({ id, role, institution, branch }: Actor): ActorRef {
  return { id, role, ...(institution === undefined ? {} : { institution }), ...(branch === undefined ? {} : { branch }) };
}

type SubmitNeeds = Needs<'claims' | 'calendars', 'claims'>;

async function submitTo(claimId: ClaimId, commands: readonly Command[], deps: SubmitNeeds): Submitted {
  try {
    return await deps.claims.submit(claimId, ...commands);
  } catch (error) {
    if (!isNotRunning(error)) throw error;
    return submitToEnded(claimId, commands, deps);
  }
}

/**
 * A claim whose workflow has ended refuses by the same table, and a repeat of what it has already accepted stays accepted. What its status
 * still allows wakes it from its record.
 */
async function submitToEnded(claimId: ClaimId, commands: readonly Command[], { claims, stores }: SubmitNeeds): Submitted {
  // Read again: the claim may have ended since, and waking it from an older record would begin a second history.
  const state = (await stores.claims.find(claimId))?.state;
  const [first] = commands;
  if (!state || !first) throw notFound();
  const { seq, status } = state;
  const heard = commands.map(({ commandId }) => heardBefore(state.causes, commandId));
  if (heard.includes('reused')) return refuseReused();
  if (heard.every((one) => one === 'repeat')) return { claimId, seq, status };
  const refusal = refusalFor(state, first.actor, first.type);
  if (refusal) return refusal;
  // Not ended and not running: somebody has to look at it, and starting it is the sweeper's affair.
  if (!isFinal(status)) throw new Unavailable('workflow');
  const calendar = await stores.calendars.ofClaim(state);
  return claims.submitToEnded({ claimId, calendar, switches: givenReadings(state), state }, ...commands);
}

/** A claim whose worker is away answers when it is back. The command is not lost: sent again with its id, it counts once. */
function tellAway(): never {
  throw new Unavailable('workflow');
}
