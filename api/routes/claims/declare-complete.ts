import { CompleteBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '../../claim-access.ts';
import { endpoint } from '../../endpoint.ts';

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
