import { isNotRunning } from '#adapters/temporal/claim-gateway.ts';
import { maySee } from '#domain/access.ts';
import type { Actor } from '#domain/actor.ts';
import { refusalFor } from '#domain/claim/actions.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Command, CommandBody } from '#domain/claim/commands.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type ClaimView, toClaimView } from './claim-view.ts';
import type { ApiDeps } from './endpoint.ts';
import { notFound, RefusedError, Unavailable } from './http-error.ts';

/** The claim, for somebody who may know of it. */
export async function readFor(actor: Actor, claimId: ClaimId, { stores }: Pick<ApiDeps, 'stores'>): Promise<ClaimState> {
  const document = await stores.claims.find(claimId);
  if (!document || !maySee(actor, document.state)) throw notFound();
  return document.state;
}

/** Gives a command for this person and answers with the claim as it is now on record. */
export async function give(actor: Actor, claimId: ClaimId, commandId: string, body: CommandBody, deps: ApiDeps): Promise<ClaimView> {
  const claim = await readFor(actor, claimId, deps);
  const { id, role, institution, branch } = actor;
  const who = { id, role, ...(institution === undefined ? {} : { institution }), ...(branch === undefined ? {} : { branch }) };
  const command: Command = { ...body, commandId, actor: who };
  const answer = await withPatience(submitTo(claim, command, deps), deps.patienceMs);
  if (isRefusal(answer)) throw new RefusedError(answer);
  return toClaimView(await readFor(actor, claimId, deps), actor, deps);
}

/** A claim whose workflow has ended refuses by the same table; a repeat of what it has already accepted stays accepted. */
async function submitTo(claim: ClaimState, command: Command, { claims }: ApiDeps): ReturnType<ApiDeps['claims']['submit']> {
  try {
    return await claims.submit(claim.claimId, command);
  } catch (error) {
    if (!isNotRunning(error)) throw error;
    const { claimId, seq, status } = claim;
    if (claim.causes.includes(command.commandId)) return { claimId, seq, status };
    const refusal = refusalFor(claim, command.actor, command.type);
    if (!refusal) throw error;
    return refusal;
  }
}

/** A claim whose worker is away answers when it is back. The command is not lost: sent again with its id, it counts once. */
async function withPatience<T>(answer: Promise<T>, patienceMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unavailable('workflow')), patienceMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
