import { DecideBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '../../claim-access.ts';
import { endpoint } from '../../endpoint.ts';

export const decidePoints = endpoint({
  method: 'POST',
  url: '/claims/:claimId/decisions',
  action: 'decidePoints',
  params: ClaimPath,
  body: DecideBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'decidePoints', ...body }, deps);
  },
});
