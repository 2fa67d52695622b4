import { endpoint } from '#api/endpoint.ts';
import { heardBefore, refuseReused } from '#domain/cause.ts';
import { refusalFor } from '#domain/claim/actions.ts';
import { refuseUnseen } from '#domain/seen.ts';
import { PayeeBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { inquire, sentOf } from '#services/accounts/payee-account.ts';
import { causeOf, commandOf, giveTogether, readFor } from '#services/claims/claim-access.ts';
import { toClaimView } from '#services/claims/claim-view.ts';
import { refusedWith, viewOf } from '#services/claims/seen.ts';
import { RefusedError } from '#services/errors.ts';

export const confirmPayeeAccount = endpoint({
  method: 'POST',
  url: '/claims/:claimId/payee-account',
  action: 'confirmPayeeAccount',
  params: ClaimPath,
  body: PayeeBody,
  async handle({ actor, params, seen, body: { commandId, expectedSeq, ...account } }, deps) {
    const claim = await readFor(actor, params.claimId, deps);
    const cause = causeOf(actor, commandId, sentOf(claim, account, deps));
    const heard = heardBefore(claim.causes, cause);
    if (heard === 'reused') throw new RefusedError(refuseReused());
    if (heard === 'repeat') return toClaimView(claim, actor, deps);
    const view = viewOf(seen, expectedSeq);
    // Asked before the bank is: an account is not to be inquired about by somebody who may not decide on it.
    const refusal = refusalFor(claim, actor, 'confirmPayeeAccount') ?? refuseUnseen(claim, { type: 'confirmPayeeAccount', ...view }, {});
    if (refusal) throw await refusedWith(refusal, view.expectedSeq, (from) => deps.stores.journal.read(claim.claimId, from));
    return giveTogether(actor, params.claimId, [commandOf(actor, cause, await inquire(claim, account, deps), view)], deps);
  },
});
