import { heardBefore, refuseReused } from '#domain/cause.ts';
import { refusalFor } from '#domain/claim/actions.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Actor } from '#domain/people/actor.ts';
import { refuseUnseen } from '#domain/seen.ts';
import type { TypedAccount } from '#schemas/http/claim-decisions.ts';
import { causeOf, commandOf, type GiveNeeds, giveTogether, type Intention, readFor } from '#services/claims/claim-access.ts';
import { type ClaimView, toClaimView } from '#services/claims/claim-view.ts';
import { refusedWith } from '#services/claims/seen.ts';
import { RefusedError } from '#services/errors.ts';
import { type AccountNeeds, inquire, sentOf } from './payee-account.ts';

/** Gives the command with what the bank says of the account. */
export async function confirmAccount(
  actor: Actor,
  claimId: ClaimId,
  { commandId, ...view }: Intention,
  account: TypedAccount,
  deps: GiveNeeds & AccountNeeds,
): Promise<ClaimView> {
  const claim = await readFor(actor, claimId, deps);
  const cause = causeOf(actor, commandId, sentOf(claim, account, deps));
  const heard = heardBefore(claim.causes, cause);
  if (heard === 'reused') throw new RefusedError(refuseReused());
  if (heard === 'repeat') return toClaimView(claim, actor, deps);
  // Asked before the bank is: an account is not to be inquired about by somebody who may not decide on it.
  const refusal = refusalFor(claim, actor, 'confirmPayeeAccount') ?? refuseUnseen(claim, { type: 'confirmPayeeAccount', ...view }, {});
  if (refusal) throw await refusedWith(refusal, view.expectedSeq, (from) => deps.stores.journal.read(claim.claimId, from));
  return giveTogether(actor, claimId, [commandOf(actor, cause, await inquire(claim, account, deps), view)], deps);
}
