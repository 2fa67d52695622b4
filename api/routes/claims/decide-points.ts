import { endpoint } from '#api/endpoint.ts';
import { DecideBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';
import { viewOf } from '#services/claims/seen.ts';

export const decidePoints = endpoint({
  method: 'POST',
  url: '/claims/:claimId/decisions',
  action: 'decidePoints',
  params: ClaimPath,
  body: DecideBody,
  async handle({ actor, params, seen, body: { commandId, expectedSeq, ...body } }, deps) {
    return give(actor, params.claimId, { commandId, ...viewOf(seen, expectedSeq) }, { type: 'decidePoints', ...body }, deps);
  },
});
