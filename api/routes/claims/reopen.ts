import { endpoint } from '#api/endpoint.ts';
import { ReopenBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const reopen = endpoint({
  method: 'POST',
  url: '/claims/:claimId/reopenings',
  action: 'reopen',
  params: ClaimPath,
  body: ReopenBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'reopen', ...body }, deps);
  },
});
