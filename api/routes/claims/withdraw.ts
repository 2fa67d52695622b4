import { endpoint } from '#api/endpoint.ts';
import { WithdrawBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const withdraw = endpoint({
  method: 'POST',
  url: '/claims/:claimId/withdrawal',
  action: 'withdraw',
  params: ClaimPath,
  body: WithdrawBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'withdraw', ...body }, deps);
  },
});
