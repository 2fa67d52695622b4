import { endpoint } from '#api/endpoint.ts';
import { ResumeBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const resumeClock = endpoint({
  method: 'POST',
  url: '/claims/:claimId/resumptions',
  action: 'resumeClock',
  params: ClaimPath,
  body: ResumeBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'resumeClock', ...body }, deps);
  },
});
