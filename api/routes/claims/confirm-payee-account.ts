import { refusalFor } from '#domain/claim/actions.ts';
import { PayeeBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give, readFor } from '../../claim-access.ts';
import { toClaimView } from '../../claim-view.ts';
import { endpoint } from '../../endpoint.ts';
import { RefusedError } from '../../http-error.ts';
import { inquire } from '../../payee-account.ts';

export const confirmPayeeAccount = endpoint({
  method: 'POST',
  url: '/claims/:claimId/payee-account',
  action: 'confirmPayeeAccount',
  params: ClaimPath,
  body: PayeeBody,
  async handle({ actor, params, body: { commandId, ...account } }, deps) {
    const claim = await readFor(actor, params.claimId, deps);
    if (claim.causes.includes(commandId)) return toClaimView(claim, actor, deps);
    // Asked before the bank is: an account is not to be inquired about by somebody who may not decide on it.
    const refusal = refusalFor(claim, actor, 'confirmPayeeAccount');
    if (refusal) throw new RefusedError(refusal);
    return give(actor, params.claimId, commandId, await inquire(claim, account, deps), deps);
  },
});
