import { endpoint } from '#api/endpoint.ts';
import { CompletionBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '#services/claims/claim-access.ts';

export const requestCompletion = endpoint({
  method: 'POST',
  url: '/claims/:claimId/completion-requests',
  action: 'requestCompletion',
  params: ClaimPath,
  body: CompletionBody,
  async handle({ actor, params, body: { commandId, ...body } }, deps) {
    return give(actor, params.claimId, commandId, { type: 'requestCompletion', ...body }, deps);
  },
});
