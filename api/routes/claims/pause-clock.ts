import { endpoint } from '#api/endpoint.ts';
import { PauseBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const pauseClock = endpoint({
  method: 'POST',
  url: '/claims/:claimId/pauses',
  action: 'pauseClock',
  params: ClaimPath,
  body: PauseBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'pauseClock', ...body }, deps);
  },
});
