import { DecideBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '../../claim-access.ts';
import { endpoint } from '../../endpoint.ts';
import { viewOf } from '../../seen.ts';

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
