import { endpoint } from '#api/endpoint.ts';
import { CompleteBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const declareComplete = endpoint({
  method: 'POST',
  url: '/claims/:claimId/completeness',
  action: 'declareComplete',
  params: ClaimPath,
  body: CompleteBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'declareComplete', ...body }, deps);
  },
});
