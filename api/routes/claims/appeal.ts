import { endpoint } from '#api/endpoint.ts';
import { AppealBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const appeal = endpoint({
  method: 'POST',
  url: '/claims/:claimId/appeals',
  action: 'appeal',
  params: ClaimPath,
  body: AppealBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'appeal', ...body }, deps);
  },
});
