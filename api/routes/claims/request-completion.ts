import { CompletionBody } from '#schemas/http/claim-commands.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { give } from '../../claim-access.ts';
import { endpoint } from '../../endpoint.ts';

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
