import { WithdrawBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '../../claim-access.ts';
import { endpoint } from '../../endpoint.ts';

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
