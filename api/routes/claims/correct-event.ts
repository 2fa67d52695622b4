import { endpoint } from '#api/endpoint.ts';
import { CorrectEventBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const correctEvent = endpoint({
  method: 'POST',
  url: '/claims/:claimId/event-corrections',
  action: 'correctEvent',
  params: ClaimPath,
  body: CorrectEventBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'correctEvent', ...body }, deps);
  },
});
