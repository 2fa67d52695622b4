import { endpoint } from '#api/endpoint.ts';
import { TriageBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const triageCause = endpoint({
  method: 'POST',
  url: '/claims/:claimId/triage',
  action: 'triageCause',
  params: ClaimPath,
  body: TriageBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'triageCause', ...body }, deps);
  },
});
