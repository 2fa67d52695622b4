import { endpoint } from '#api/endpoint.ts';
import { ExtendBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const extendPromise = endpoint({
  method: 'POST',
  url: '/claims/:claimId/promise-extensions',
  action: 'extendPromise',
  params: ClaimPath,
  body: ExtendBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'extendPromise', ...body }, deps);
  },
});
