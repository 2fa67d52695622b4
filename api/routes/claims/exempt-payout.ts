import { ExemptBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '../../claim-access.ts';
import { endpoint } from '../../endpoint.ts';

export const exemptPayout = endpoint({
  method: 'POST',
  url: '/claims/:claimId/payout-exemptions',
  action: 'exemptPayout',
  params: ClaimPath,
  body: ExemptBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'exemptPayout', ...body }, deps);
  },
});
